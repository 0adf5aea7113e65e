"""One build from its beginning to its verdict: start runs, collect them, judge."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from ..capture.runner import Runner
from ..core.model import EvidenceError, Example, NoPage, Status
from ..core.records import RecordStore
from . import publish
from .claims.check import wrong_claims
from .claims.listing import write_file
from .domain import domain_of
from .gallery import examples_folder, leave_out
from .library import Library, read_library
from .requests import problem
from .versions.check import stale

logger = logging.getLogger(__name__)
RECORD_AGAIN = "look at the difference, then `make records`"


class Session:
    """The listeners of one application, and the runner that they share."""

    library: Library
    runner: Runner | None = None

    def begin(self, app: Sphinx) -> None:
        """``builder-inited``, before the gallery is generated: start what must run.

        Examples then run while Sphinx reads, as many at a time as there are cores.
        """
        conf = app.config.sphinx_gallery_conf
        self.library = read_library(
            examples_folder(conf), Path(app.srcdir, "reference")
        )
        errors = self.library.errors.items()
        leave_out(conf, [name for name, each in errors if isinstance(each, NoPage)])
        domain = domain_of(app.env)
        domain.library, domain.builder = self.library, app.builder
        if not app.config.evidence_run:
            return
        try:
            self.runner = Runner(store=Path(app.doctreedir, "evidence"))
        except EvidenceError as error:
            self.library.errors[error.where] = error
            return
        # However this build ends, nothing that it started outlives it.
        weakref.finalize(app, self.runner.close)
        for example in self.library.examples.values():
            self.runner.start(example)

    def collect(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """``env-updated``, when all is read: wait for the runs.

        Returns the pages that show something new, to be written again.
        """
        if self.runner:
            self.library.here = self.runner.platform
            for name, example in self.library.examples.items():
                self.library.runs[name] = self.runner.result(example)
        return sorted({*domain_of(env).outdated(), *indexed(env)} & env.found_docs)

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """``build-finished``: judge every example, whatever page was written."""
        try:
            if exception is None:
                self.judge(app)
                if publish.publishes(app.builder):
                    publish.copy_records(self.library.folder, app.outdir)
                    publish.copy_reference(self.library.results.folder, app.outdir)
                    write_file(domain_of(app.env), app.builder)
        finally:
            if self.runner:
                self.runner.close()
                self.runner = None

    def judge(self, app: Sphinx) -> None:
        """Say what is wrong; whatever is more than a warning is status 1."""
        errors = [str(error) for error in self.library.errors.values()]
        errors += stray(self.library) + list(self.failures())
        for message in errors:
            logger.error(message, type="evidence", subtype="failed")
        wrong = list(self.wrong_requests(app.env))
        wrong += wrong_claims(domain_of(app.env))
        for docname, line, message in wrong:
            place = (docname, line) if line else docname
            logger.error(message, location=place, type="evidence", subtype="request")
        for message, status in self.doubts():
            logger.warning(message, type="evidence", subtype=status.value)
        for message in stale(self.library.results):
            logger.warning(message, type="evidence", subtype=Status.STALE.value)
        if errors or wrong:
            app.statuscode = 1
        if self.runner:
            executed, runs = self.runner.executed, self.library.runs.values()
            refused = sum(bool(run.unsupported) for run in runs)
            kept = len(runs) - executed - refused
            not_here = f", {refused} not possible here" if refused else ""
            said = "evidence: %d examples run, %d kept%s"
            logger.info(said, executed, kept, not_here)

    def failures(self) -> Iterator[str]:
        """Runs that failed."""
        for name, run in self.library.runs.items():
            if run.failure:
                place = script(self.library.examples[name], run.failure.line)
                repeat = f"; {run.command} shows it again" if run.command else ""
                yield f"{place}: {run.failure.cause}{repeat}"

    def wrong_requests(self, env: BuildEnvironment) -> Iterator[tuple[str, int, str]]:
        """Pages that ask for what does not exist."""
        for docname, requests in sorted(domain_of(env).requests.items()):
            for request in requests:
                if message := problem(self.library, request):
                    yield docname, request.line, message

    def doubts(self) -> Iterator[tuple[str, Status]]:
        """Records that this build, or the script as it is now, contradicts."""
        said = {
            Status.CHANGED: "this build saw something else than",
            Status.STALE: "the script has changed since",
        }
        for platform, name in self.library.records:
            status = self.library.status(platform, name)
            if status in said:
                record = f"records/{platform}/{name.removesuffix('.py')}.txt"
                where = script(self.library.examples[name])
                yield f"{where}: {said[status]} {record}; {RECORD_AGAIN}", status


def indexed(env: BuildEnvironment) -> Iterator[str]:
    """Pages with entries of the index, as a glossary has.

    Sphinx 9.0 keeps these out of the search of each build that does not write them.
    """
    for docname, entries in env.get_domain("index").data["entries"].items():
        if entries:
            yield docname


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
