"""Apply the rules of normalisation to a transcript, and count how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from .model import Block, Transcript
from .rules import RULES, Context


def normalize(transcript: Transcript, context: Context) -> Transcript:
    """Apply all rules to all lines, and count."""
    counts: Counter[str] = Counter()

    def one(text: str) -> str:
        for rule in RULES:
            text, count = rule.apply(text, context)
            counts[rule.name] += count
        return text

    blocks = tuple(
        Block(b.number, tuple(replace(line, text=one(line.text)) for line in b.lines))
        for b in transcript.blocks
    )
    used = tuple((rule.name, counts[rule.name]) for rule in RULES if counts[rule.name])
    return replace(transcript, blocks=blocks, normalized=used)
