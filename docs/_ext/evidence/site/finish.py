"""The last look at each page, where its text is final.

Sphinx renders every page through ``template_bridge``, also in parallel and in
incremental builds. Here the theme's page gets what it lacks: menus that the keyboard
opens, names for its landmarks, only those assets it uses, and a strict policy.
``tests/site/test_finish.py`` turns red where an upgrade leaves a mend without work.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sphinx.jinja2glue import BuiltinTemplateLoader

POLICY = (
    "default-src 'none'; script-src 'self' {}; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""``data:`` is for the masks in the theme's style sheet, ``connect-src`` for search."""


@dataclass(frozen=True)
class Mend:
    """One thing that is wrong on every page, and what stands there instead."""

    reason: str
    pattern: str
    """A regular expression in which the dot matches line ends too."""
    replacement: str


def menu(label: str, id_: str, name: str) -> Mend:
    """A label that only a pointer can use becomes a button that opens a popover."""
    return Mend(
        f"{name} opens by the keyboard, and Escape closes it, without a script",
        rf'<label class="({label}[^"]*)" for="[^"]*">(.*?)</label>',
        rf'<button type="button" class="\1" popovertarget="{id_}"'
        rf' aria-label="{name}">\2</button>',
    )


MENDS = (
    Mend(
        "a page without contents needs no button for them",
        r'<label class="toc-overlay-icon [^"]*no-toc" for="__toc">.*?</label>',
        "",
    ),
    Mend(
        "nor an empty landmark",
        r'<aside class="toc-drawer no-toc">\s*</aside>',
        "",
    ),
    Mend(
        "no checkbox that is hidden from everybody",
        r'<input type="checkbox" class="sidebar-toggle"[^>]*>\s*',
        "",
    ),
    Mend(
        "a popover closes itself when one clicks beside it",
        r'<label class="overlay [^>]*></label>\s*',
        "",
    ),
    menu("nav-overlay-icon", "site-menu", "Site menu"),
    menu("toc-overlay-icon", "page-menu", "On this page"),
    Mend(
        "two landmarks of one kind need names; closed, its links are no Tab stops",
        r'<aside class="sidebar-drawer">',
        '<aside class="sidebar-drawer" id="site-menu" popover aria-label="Site">',
    ),
    Mend(
        "the same for the other",
        r'<aside class="toc-drawer">',
        '<aside class="toc-drawer" id="page-menu" popover aria-label="On this page">',
    ),
    Mend(
        "a heading has a level",
        r'(<p class="caption") role="heading">',
        r'\1 role="heading" aria-level="2">',
    ),
    Mend(
        "the second of two equal tags; the theme has written the first",
        r'<meta name="viewport" content="width=device-width, initial-scale=1" />\n',
        "",
    ),
    Mend(
        "the general index alone writes styles, which the policy forbids",
        r' style="(?:width: 100%|width: 33%; vertical-align: top;)"',
        "",
    ),
)
"""In this order; each is held to match somewhere by a test."""

SIGNS = {
    "furo-extensions.css": 'class="sd-',
    "doctools.js": 'id="search-results"',
    "sphinx_highlight.js": 'id="search-results"',
    "copybutton.css": "<pre",
    "clipboard.min.js": "<pre",
    "copybutton.js": "<pre",
    "sg_gallery.css": "sphx-glr-thumbcontainer",
    "sg_gallery-binder.css": "binder-badge",
    "sg_gallery-dataframe.css": "dataframe",
    "sg_gallery-rendered-html.css": "rendered_html",
    "sg-tags.js": "sphx-glr-tag-list",
}
"""Name of an asset: what a page that needs it says in its body."""


class FinishedPages(BuiltinTemplateLoader):
    """For ``template_bridge``."""

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """A page as it is served; anything else as its template says."""
        page = super().render(template, context)
        return finish(page) if page.startswith("<!doctype html>") else page


def finish(page: str) -> str:
    """All of it; the policy last, since it names the scripts that are left."""
    for mend in MENDS:
        page = re.sub(mend.pattern, mend.replacement, page, flags=re.DOTALL)
    return with_policy(without_unused(page))


def without_unused(page: str) -> str:
    """Drop the tag of each asset of which the body shows no sign."""
    head, body = page.split("<body>", 1)
    for asset, sign in SIGNS.items():
        if sign not in body:
            name = re.escape(asset)
            head = re.sub(rf"<link [^>]*/{name}\b[^>]*>\s*", "", head)
            body = re.sub(rf"<script [^>]*/{name}\b[^>]*></script>\s*", "", body)
    return f"{head}<body>{body}"


def with_policy(page: str) -> str:
    """First in the head: a policy governs only what follows it.

    Scripts in the page run by their hash; there is no room for ``style=`` at all.
    """
    inline = dict.fromkeys(re.findall(r"<script>(.*?)</script>", page, re.DOTALL))
    policy = POLICY.format(" ".join(map(hash_of, inline)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace("<head>", f"<head>{meta}", 1)


def hash_of(script: str) -> str:
    """As a policy names a script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
