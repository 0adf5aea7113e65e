"""Addresses and ids, as seen from the page that is being written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.osutil import relative_uri

from .gallery import gallery_name
from .publish import publishes


@dataclass(frozen=True)
class Page:
    """The page that is being written."""

    unique: Callable[[str], str]
    """Makes an id unique on it."""
    link: Callable[[str], str]
    """Makes a name (``article/x.py#id``, a file of the site) an address, or ""."""
    contributing: Callable[[str], str]
    """Makes an anchor of the page for contributors an address, or ""."""
    document: Callable[[str, str], str]
    """Makes a page of the site and an anchor on it an address."""


class Unique:
    """Ids of one page: the same one again gets a number."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def __call__(self, wanted: str) -> str:
        """``tab-set``, ``tab-set--2``, ``tab-set--3`` …"""
        self.counts[wanted] += 1
        count = self.counts[wanted]
        return wanted if count == 1 else f"{wanted}--{count}"


def page_of(env: BuildEnvironment, builder: Builder) -> Page:
    """The one whose turn it is."""
    return Page(
        unique=Unique(),
        link=partial(link, env, builder),
        contributing=partial(contributing, env, builder),
        document=partial(document, env, builder),
    )


def link(env: BuildEnvironment, builder: Builder, target: str) -> str:
    """To an example's page (``article/x.py#id``) or a file of the site."""
    name, _, anchor = target.partition("#")
    if name.endswith(".py"):
        gallery = gallery_name(env.config.sphinx_gallery_conf)
        return document(env, builder, f"{gallery}/{name.removesuffix('.py')}", anchor)
    if not publishes(builder):
        return ""
    address = relative_uri(builder.get_target_uri(env.docname), name)
    return f"{address}#{anchor}" if anchor else address


def document(env: BuildEnvironment, builder: Builder, name: str, anchor: str) -> str:
    """To a place on a page."""
    address = builder.get_relative_uri(env.docname, name)
    return f"{address}#{anchor}" if anchor else address


def contributing(env: BuildEnvironment, builder: Builder, anchor: str) -> str:
    """To a place on the page for contributors, where there is one."""
    name = env.config.evidence_contributing
    if builder.format != "html" or name not in env.found_docs:
        return ""
    return document(env, builder, name, anchor)
