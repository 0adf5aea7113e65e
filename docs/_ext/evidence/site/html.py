"""Elements of HTML whose text is always escaped: transcripts are untrusted."""

from __future__ import annotations

from markupsafe import Markup, escape

VOID = frozenset({"input"})


def element(name: str, /, *children: str, **attributes: str | int | bool) -> Markup:
    """``<name attributes>children</name>``.

    A child that is not Markup is text, and escaped. ``data_writer="child"`` becomes
    ``data-writer="child"``, ``class_`` becomes ``class``; True stands for an attribute
    without a value; False and "" leave it out.
    """
    written = Markup("").join(
        attribute(key, value)
        for key, value in attributes.items()
        if value is not False and value != ""
    )
    inside = Markup("").join(children)
    start = Markup("<{}{}>").format(name, written)
    return start if name in VOID else start + inside + Markup("</{}>").format(name)


def attribute(key: str, value: str | int | bool) -> Markup:
    """One attribute, with a blank before it."""
    key = key.rstrip("_").replace("_", "-")
    if value is True:
        return Markup(" ") + escape(key)
    return Markup(' {}="{}"').format(key, value)


def lines(*parts: str) -> Markup:
    """Parts that are not empty, each beginning a line of its own."""
    return Markup("\n").join(part for part in parts if part)
