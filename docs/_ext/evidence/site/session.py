"""One build from its beginning to its end: start runs, collect them, publish."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from ..capture.runner import Runner
from ..core.model import EvidenceError, NoPage
from . import publish
from .claims.listing import write_file
from .domain import domain_of
from .gallery import examples_folder, leave_out
from .library import Library, read_library
from .verdict import judge

logger = logging.getLogger(__name__)


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
                judge(app, self.library)
                self.tell()
                if publish.publishes(app.builder):
                    publish.copy_records(self.library.folder, app.outdir)
                    publish.copy_reference(self.library.results.folder, app.outdir)
                    write_file(domain_of(app.env), app.builder)
        finally:
            if self.runner:
                self.runner.close()
                self.runner = None

    def tell(self) -> None:
        """How much was run for this build."""
        if self.runner:
            executed, runs = self.runner.executed, self.library.runs.values()
            refused = sum(bool(run.unsupported) for run in runs)
            kept = len(runs) - executed - refused
            not_here = f", {refused} not possible here" if refused else ""
            said = "evidence: %d examples run, %d kept%s"
            logger.info(said, executed, kept, not_here)


def indexed(env: BuildEnvironment) -> Iterator[str]:
    """Pages with entries of the index, as a glossary has.

    Sphinx 9.0 keeps these out of the search of each build that does not write them.
    """
    for docname, entries in env.get_domain("index").data["entries"].items():
        if entries:
            yield docname
