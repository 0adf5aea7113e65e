"""What pages ask for, kept over builds; the only way in which runs reach pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from ..core.claims import Claim
from .library import Library
from .nodes import Request


class EvidenceDomain(Domain):
    """Which page shows which example, and what it showed when last written."""

    name = "evidence"
    label = "Evidence"
    initial_data: ClassVar = {
        "requests": {},
        "claims": {},
        "references": {},
        "lists": {},
        "shown": {},
    }
    data_version = 2
    library: Library
    """Of this build; set by the session, never pickled."""
    builder: Builder
    """The same."""
    asked_words: dict[str, list[str]]
    """The same: name of a page, and words by which people look for it."""

    @property
    def requests(self) -> dict[str, list[Request]]:
        """Name of a page: what it asks for."""
        requests: dict[str, list[Request]] = self.data["requests"]
        return requests

    @property
    def claims(self) -> dict[str, list[Claim]]:
        """Name of a page: the claims on it."""
        claims: dict[str, list[Claim]] = self.data["claims"]
        return claims

    @property
    def references(self) -> dict[str, list[tuple[str, int]]]:
        """Name of a page: id and line of each claim it refers to."""
        references: dict[str, list[tuple[str, int]]] = self.data["references"]
        return references

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """Name of a page: the digest of each example it showed."""
        shown: dict[str, dict[str, str]] = self.data["shown"]
        return shown

    def note(self, docname: str, request: Request) -> None:
        """Remember that a page asks for this."""
        self.requests.setdefault(docname, []).append(request)

    def note_claim(self, docname: str, claim: Claim) -> None:
        """Remember a claim."""
        self.claims.setdefault(docname, []).append(claim)

    def note_reference(self, docname: str, target: str, line: int) -> None:
        """Remember that a page refers to a claim."""
        self.references.setdefault(docname, []).append((target, line))

    def note_list(self, docname: str) -> None:
        """Remember that a page lists all claims."""
        self.data["lists"][docname] = True

    def outdated(self) -> Iterator[str]:
        """Pages that show something new; remembers what they show now."""
        pages = {*self.requests, *self.claims, *self.references, *self.data["lists"]}
        for docname in sorted(pages):
            now = {name: self.library.digest(name) for name in self.names(docname)}
            if docname in self.data["lists"] or docname in self.references:
                now["claims"] = repr(sorted(self.claims.items()))
            if self.shown.get(docname) != now:
                self.shown[docname] = now
                yield docname

    def names(self, docname: str) -> list[str]:
        """The examples that a page shows or stands on."""
        names = {request.example for request in self.requests.get(docname, ())}
        whole = docname in self.data["lists"] or docname in self.references
        for page in self.claims if whole else [docname]:
            for claim in self.claims.get(page, ()):
                names |= {evidence.source for evidence in claim.evidence}
        return sorted(names)

    def clear_doc(self, docname: str) -> None:
        """The page is read anew or gone."""
        for kept in self.data.values():
            if isinstance(kept, dict):
                kept.pop(docname, None)

    def merge_domaindata(
        self, docnames: Iterable[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over what another process read."""
        for docname in docnames:
            for kind in ("requests", "claims", "references", "lists"):
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]

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
