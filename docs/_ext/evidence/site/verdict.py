"""What a build says at its end: something wrong is status 1, a doubt is a warning."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from ..core.model import EvidenceError, Example, Status
from ..core.records import RecordStore
from .claims.check import wrong_claims
from .domain import domain_of
from .library import Library
from .requests import problem
from .versions.check import stale

logger = logging.getLogger(__name__)
RECORD_AGAIN = "look at the difference, then `make records`"


def judge(app: Sphinx, library: Library) -> None:
    """Say what is wrong; whatever is more than a warning is status 1."""
    errors = [str(error) for error in library.errors.values()]
    errors += stray(library) + list(failures(library))
    for message in errors:
        logger.error(message, type="evidence", subtype="failed")
    wrong = list(wrong_requests(library, app.env))
    wrong += wrong_claims(domain_of(app.env))
    for docname, line, message in wrong:
        place = (docname, line) if line else docname
        logger.error(message, location=place, type="evidence", subtype="request")
    for message, status in doubts(library):
        logger.warning(message, type="evidence", subtype=status.value)
    for message in stale(library.results):
        logger.warning(message, type="evidence", subtype=Status.STALE.value)
    if errors or wrong:
        app.statuscode = 1


def failures(library: Library) -> Iterator[str]:
    """Runs that failed."""
    for name, run in library.runs.items():
        if run.failure:
            place = script(library.examples[name], run.failure.line)
            repeat = f"; {run.command} shows it again" if run.command else ""
            yield f"{place}: {run.failure.cause}{repeat}"


def wrong_requests(
    library: Library, env: BuildEnvironment
) -> Iterator[tuple[str, int, str]]:
    """Pages that ask for what does not exist."""
    for docname, requests in sorted(domain_of(env).requests.items()):
        for request in requests:
            if message := problem(library, request):
                yield docname, request.line, message


def doubts(library: Library) -> Iterator[tuple[str, Status]]:
    """Records that this build, or the script as it is now, contradicts."""
    said = {
        Status.CHANGED: "this build saw something else than",
        Status.STALE: "the script has changed since",
    }
    for platform, name in library.records:
        status = library.status(platform, name)
        if status in said:
            record = f"records/{platform}/{name.removesuffix('.py')}.txt"
            where = script(library.examples[name])
            yield f"{where}: {said[status]} {record}; {RECORD_AGAIN}", status


def stray(library: Library) -> list[str]:
    """Records of no example, and folders of no platform."""
    if library.errors:  # the record of an unreadable script is no stray
        return []
    try:
        RecordStore(library.folder / "records").check(library.examples.values())
    except EvidenceError as error:
        return [str(error)]
    return []


def script(example: Example, line: int = 0) -> str:
    """A place that an editor can open."""
    path = f"examples/{example.name}"
    return f"{path}:{line}" if line else path
