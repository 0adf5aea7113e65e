"""Does what a page asks for exist? Asked at each build, not when the page is read."""

from __future__ import annotations

from difflib import get_close_matches

from .library import Library
from .nodes import Request
from .platforms import ORDER
from .versions.check import unknown_behaviour
from .views import views


def problem(library: Library, request: Request) -> str:
    """What is wrong with a request, in one line with the nearest names, or ""."""
    if request.problem or request.example in library.errors:
        return request.problem
    if request.example.startswith("reference/"):
        return unknown_behaviour(library.results, request.example)
    if request.example.endswith("/") and library.named([request.example]):
        return ""
    example = library.examples.get(request.example)
    if example is None:
        return unknown("example", request.example, tuple(library.examples))
    known = tuple(dict.fromkeys((*ORDER, *library.seen_on(example.name))))
    if request.platform and request.platform not in known:
        return unknown("platform", request.platform, known)
    for block in request.blocks:
        if not 1 <= block <= len(example.blocks):
            return f"{example.name} has no block {block}, it has {len(example.blocks)}"
    return missing_line(library, request)


def missing_line(library: Library, request: Request) -> str:
    """A line that no platform's transcript has, said in words."""
    tellings = [view.first for view in views(library, request) if view.first]
    numbers = {seen.number for each in tellings for seen in each.lines(request)}
    lost = [str(line) for line in request.lines if line not in numbers]
    if not lost or not tellings:
        return ""
    longest = max(len(each.transcript.lines()) for each in tellings)
    where = f" in block {','.join(map(str, request.blocks))}" if request.blocks else ""
    return f"{request.example} has no line {lost[0]}{where}, it has {longest} lines"


def unknown(what: str, name: str, known: tuple[str, ...]) -> str:
    """A name that does not exist, and those that are nearest to it."""
    near = get_close_matches(name, known, 3, 0.4) or known[:3]
    return f"unknown {what} {name!r}; nearest: {', '.join(near) or 'none'}"
