"""Is there what a page or a claim says of a table of versions?"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ...core.claims import Evidence
from ...core.results import Results

REPAIR = "look again with `make matrix`"


def unknown_behaviour(results: Results, name: str) -> str:
    """What is wrong with ``reference/born`` or ``reference/born/open``, or ""."""
    group, _, word = name.removeprefix("reference/").partition("/")
    if group == "examples" and not word:
        return ""
    if group not in results.digests:
        return f"there is no file of probes probes/{group}.py"
    known = results.behaviours(group)
    if not word or f"{group}/{word}" in known:
        return ""
    near = get_close_matches(f"{group}/{word}", known, 3, 0.4) or known[:3]
    return (
        f"no Python said anything of {group}/{word}; "
        f"nearest: {', '.join(near) or 'none'}; {REPAIR}"
    )


def stale(results: Results) -> Iterator[str]:
    """Results that belong to probes as they were."""
    for name, groups in results.stale():
        place = f"{results.folder.name}/results/{name}"
        yield f"{place}: the probes have changed since: {', '.join(groups)}; {REPAIR}"


def doubts_of_table(results: Results, evidence: Evidence) -> Iterator[str]:
    """What is wrong with evidence that points into a table: ``CPython 3.12``."""
    behaviour = evidence.behaviour
    if wrong := unknown_behaviour(results, evidence.source):
        yield wrong
        return
    result = results.column(evidence.where)
    if result is None:
        known = ", ".join(results.known())
        yield f"no results of {evidence.where or 'no Python'!r}; there are: {known}"
        return
    seen = results.value(result, behaviour)
    for line in evidence.lines:
        if line != seen:
            said = f"says {seen!r}" if seen else "was not looked at"
            yield f"{behaviour} {said} under {evidence.where}, not {line!r}"
