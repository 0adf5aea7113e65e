"""What pages ask for, kept over builds; the only way in which runs reach pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from .library import Library
from .nodes import Request


class EvidenceDomain(Domain):
    """Which page shows which example, and what it showed when last written."""

    name = "evidence"
    label = "Evidence"
    initial_data: ClassVar = {"requests": {}, "shown": {}}
    data_version = 1
    library: Library
    """Of this build; set by the session, never pickled."""
    builder: Builder
    """The same."""

    @property
    def requests(self) -> dict[str, list[Request]]:
        """Name of a page: what it asks for."""
        requests: dict[str, list[Request]] = self.data["requests"]
        return requests

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """Name of a page: the digest of each example it showed."""
        shown: dict[str, dict[str, str]] = self.data["shown"]
        return shown

    def note(self, docname: str, request: Request) -> None:
        """Remember that a page asks for this."""
        self.requests.setdefault(docname, []).append(request)

    def outdated(self) -> Iterator[str]:
        """Pages that show something new; remembers what they show now."""
        for docname, requests in self.requests.items():
            names = sorted({request.example for request in requests})
            now = {name: self.library.digest(name) for name in names}
            if self.shown.get(docname) != now:
                self.shown[docname] = now
                yield docname

    def clear_doc(self, docname: str) -> None:
        """The page is read anew or gone."""
        self.requests.pop(docname, None)
        self.shown.pop(docname, None)

    def merge_domaindata(
        self, docnames: Iterable[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over what another process read."""
        for docname in docnames:
            if docname in otherdata["requests"]:
                self.requests[docname] = otherdata["requests"][docname]

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Nothing here can be referred to by name."""
        return []


def domain_of(env: BuildEnvironment) -> EvidenceDomain:
    """The Domain, with its own type."""
    domain = env.get_domain(EvidenceDomain.name)
    assert isinstance(domain, EvidenceDomain)
    return domain
