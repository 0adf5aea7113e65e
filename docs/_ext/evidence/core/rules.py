"""What differs from run to run and is not the point gets a name in angle brackets.

The rules are few, ordered and the same for all examples. A record counts how often
each was used. Nothing that an example is about is ever replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """What may be known of one run."""

    folder: str
    """The run's own folder, with ``work``, ``home`` and ``tmp`` in it."""
    checkout: str
    """Where the project lies."""
    interpreter: tuple[str, ...]
    """Its executable and its prefixes."""
    pids: frozenset[int]
    """Those that the kernel named."""


Replace = Callable[[str, Context], tuple[str, int]]


@dataclass(frozen=True)
class Rule:
    """One named replacement."""

    name: str
    """As counted in the records."""
    writes: str
    """What stands there instead."""
    reason: str
    """Why it may be replaced, in one sentence."""
    apply: Replace
    """``(text, context) -> (text, how often)``."""


def folder(text: str, context: Context) -> tuple[str, int]:
    """Paths in the run's own folder, and the random names that tempfile makes."""
    if not context.folder:
        return text, 0
    inside = spelled(context.folder) + rf"(?:{SEPARATOR}(?:work|home|tmp))?"
    text, count = re.subn(inside + r"(?![\w-])", "<tmp>", text)
    random = rf"(<tmp>{SEPARATOR})tmp[a-z0-9_]{{8}}(?!\w)"
    text, names = re.subn(random, r"\1<name>", text)
    return text, count + names


def checkout(text: str, context: Context) -> tuple[str, int]:
    """Where the project lies on this disk."""
    path = context.checkout.rstrip("/\\")  # never the root
    inside = spelled(path) + r"(?![\w-])"
    return re.subn(inside, "<checkout>", text) if path else (text, 0)


def interpreter(text: str, context: Context) -> tuple[str, int]:
    """Where the interpreter and its library lie; all else below /usr is not its own."""
    count = 0
    known = {path for path in context.interpreter if path.strip("/")}  # Wasm: "", "/"
    for path in sorted(known, key=len, reverse=True):
        own = spelled(path) + r"(?=/(?:bin|lib)/python|(?![\w/.-]))"
        text, more = re.subn(own, "<python>", text)
        count += more
    return re.sub(r"<python>/lib/python3\.\d+/", "<python>/lib/", text), count


SEPARATOR = r"(?:/|\\{1,2})"


def spelled(path: str) -> str:
    """A pattern for all ways to write a path.

    Windows takes either separator, repr() doubles backslashes, and under Wine a
    path without its disk is on Z:.
    """
    found = re.match(r"([A-Za-z]:)[/\\]", path)
    if not found:
        return re.escape(path)
    parts = re.split(r"[/\\]", path[2:])
    return f"(?:{found[1]})?" + SEPARATOR.join(map(re.escape, parts))


PID = re.compile(r"\b(pid|process)(s?[ =:#(]+)(\d+)\b", re.IGNORECASE)


def pid(text: str, context: Context) -> tuple[str, int]:
    """A process id that the kernel named and that the text calls one."""
    count = 0

    def named(match: re.Match[str]) -> str:
        nonlocal count
        if int(match.group(3)) not in context.pids:
            return match.group()
        count += 1
        return f"{match.group(1)}{match.group(2)}<pid>"

    return PID.sub(named, text), count


PORT = re.compile(
    r"(\bport[ =:]+|\d\.\d+\.\d+:|\d\.\d+\.\d+', |::1\]?:|::1', )(\d{4,5})\b"
)


def port(text: str, context: Context) -> tuple[str, int]:
    """A port number that the kernel chose, after an address or the word."""
    return PORT.subn(r"\1<port>", text)


def address(text: str, context: Context) -> tuple[str, int]:
    """Where an object lies in memory."""
    return re.subn(r"\bat 0x[0-9A-Fa-f]{6,16}\b", "at <address>", text)


RULES = (
    Rule(
        "tmpdir",
        "<tmp>, <name>",
        "Each run has a new folder, and tempfile makes random names.",
        folder,
    ),
    Rule(
        "checkout", "<checkout>", "The project lies elsewhere on each disk.", checkout
    ),
    Rule("interpreter", "<python>", "So does the interpreter.", interpreter),
    Rule(
        "pid",
        "<pid>",
        "The kernel hands them out. Replaced only where the kernel named that process"
        " and the text says pid or process.",
        pid,
    ),
    Rule("port", "<port>", "The kernel chooses a free one.", port),
    Rule("address", "<address>", "Objects lie elsewhere in each run.", address),
)
"""In the order in which they are applied: longer paths before what they hold."""
