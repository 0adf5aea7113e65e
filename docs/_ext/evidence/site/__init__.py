"""The Sphinx extension: examples run at build time, records shown beside them."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from ..core.code import code_digest
from . import descriptions, gallery, navigation, pages
from .claims.directives import ClaimDirective, ClaimRole, Claims
from .claims.transform import ResolveClaims
from .directives import Cards, Diagram, Matrix, Observed, Rules
from .domain import EvidenceDomain
from .search import (
    EnglishWithParts,
    IndexAskedWords,
    check_asked_words,
    read_asked_words,
)
from .session import Session
from .transforms import ResolveEvidence
from .versions.directive import Versions
from .versions.transform import ResolveVersions


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; called by Sphinx."""
    app.setup_extension("sphinx_gallery.gen_gallery")

    app.add_config_value("evidence_run", True, "", bool)
    app.add_config_value("evidence_contributing", "contributing", "html", str)
    # Nobody sets it: a change of our code is a reason to make every page again.
    app.add_config_value("evidence_code", code_digest(), "env", str)

    app.add_domain(EvidenceDomain)
    app.add_directive("observed", Observed)
    app.add_directive("matrix", Matrix)
    app.add_directive("rules", Rules)
    app.add_directive("diagram", Diagram)
    app.add_directive("cards", Cards)
    app.add_directive("claim", ClaimDirective)
    app.add_role("claim", ClaimRole())
    app.add_directive("claims", Claims)
    app.add_directive("versions", Versions)
    app.add_post_transform(ResolveEvidence)
    app.add_search_language(EnglishWithParts)
    app.add_transform(IndexAskedWords)
    app.add_post_transform(ResolveVersions)
    app.add_post_transform(ResolveClaims)

    session = Session()
    app.connect("builder-inited", read_asked_words, priority=80)
    app.connect("builder-inited", gallery.remove_strays, priority=90)
    app.connect("builder-inited", session.begin, priority=100)
    app.connect("builder-inited", gallery.drop_code_links, priority=600)
    app.connect("doctree-read", pages.rewrite, priority=400)
    app.connect("env-updated", session.collect)
    app.connect("env-check-consistency", check_asked_words)
    app.connect("html-page-context", descriptions.describe, priority=400)
    app.connect("html-page-context", navigation.collapse, priority=900)
    app.connect("build-finished", session.finish)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "env_version": 2}
