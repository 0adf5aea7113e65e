"""What authors write: a claim, a reference to one, the list of all."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.claims import VERDICTS, Claim, Evidence, parse_evidence
from ..domain import domain_of
from .nodes import claim, claim_list, claim_reference

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ClaimDirective(SphinxDirective):
    """A sentence and its evidence: see `evidence.core.claims` for the form.

    ``:verdict: false`` and ``:says: …`` make it the judgement of a statement.
    Whether its evidence holds is asked at each build.
    """

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {
        "verdict": directives.unchanged_required,
        "says": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The semantic node; the Domain remembers the claim."""
        sentence, evidence = self.halves()
        node = claim()
        node += self.inline(sentence)
        says = nodes.inline()
        if said := self.options.get("says", ""):
            says += self.parse_inline(said, lineno=self.lineno)[0]
        node["says"] = says
        node["claim"] = self.read(node.astext(), says.astext(), evidence)
        domain_of(self.env).note_claim(self.env.docname, node["claim"])
        return [node]

    def halves(self) -> tuple[StringList, list[str]]:
        """The sentence, and what follows it."""
        lines = list(self.content)
        heads = (n for n, line in enumerate(lines) if line.startswith("-- "))
        border = next(heads, len(lines))
        return self.content[:border], lines[border:]

    def inline(self, sentence: StringList) -> list[nodes.Node]:
        """What stands in its one paragraph."""
        parsed = nodes.Element()
        self.state.nested_parse(sentence, self.content_offset, parsed)
        if [type(each) for each in parsed] != [nodes.paragraph]:
            return []
        return list(parsed[0].children)

    def read(self, sentence: str, says: str, body: list[str]) -> Claim:
        """What cannot be read is said by the build, with the rest."""
        name, verdict = self.arguments[0], self.options.get("verdict", "")
        found, problem = self.evidence(body)
        if not ID.fullmatch(name):
            problem = "an id has lower case letters, digits and single hyphens"
        elif not sentence:
            problem = "a claim is one paragraph, a blank line, and its evidence"
        elif (verdict and verdict not in VERDICTS) or bool(verdict) != bool(says):
            known = ", ".join(VERDICTS)
            problem = f":verdict: is one of {known}, and judges what :says: says"
        flat = " ".join(sentence.split())
        return Claim(name, flat, self.lineno, found, verdict, says, problem)

    def evidence(self, body: list[str]) -> tuple[tuple[Evidence, ...], str]:
        """What could be read, and what could not."""
        try:
            return parse_evidence(body), ""
        except ValueError as error:
            return (), str(error)


class ClaimRole(SphinxRole):
    """``{claim}`forked-child-reads```: its mark, leading to where it stands."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Resolved when all claims are known."""
        reference = claim_reference(target=self.text, line=self.lineno)
        domain_of(self.env).note_reference(self.env.docname, self.text, self.lineno)
        return [reference], []


class Claims(SphinxDirective):
    """All claims of the site, page by page, with what they stand on."""

    def run(self) -> list[nodes.Node]:
        """Filled when all claims are known."""
        domain_of(self.env).note_list(self.env.docname)
        return [claim_list()]
