"""Makes of sphinx-gallery's pages what this site shows: see ``doctree-read``.

Runs before images and downloads are collected, so that nothing which is taken out
here is copied into the site: no zip, no placeholder picture, no signature.
"""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from ..core.examples import has_code
from .domain import domain_of
from .gallery import example_of, gallery_name
from .kinds import offer_kinds
from .nodes import Request, cards, facts, observed

DROPPED = frozenset(
    {
        "sphx-glr-download-link-note",
        "sphx-glr-download-jupyter",
        "sphx-glr-download-zip",
        "sphx-glr-footer",
        "sphx-glr-script-out",
        "sphx-glr-signature",
        "sphx-glr-timing",
    }
)
MEMORY = "Estimated memory usage:"


def rewrite(app: Sphinx, doctree: nodes.document) -> None:
    """``doctree-read``: an example's page, an index of the gallery, or neither."""
    conf, docname = app.config.sphinx_gallery_conf, app.env.docname
    if name := example_of(docname, conf):
        rewrite_example(app, doctree, name)
    elif docname.startswith(gallery_name(conf) + "/"):
        rewrite_index(app, doctree)


def rewrite_example(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """The answer as lede, the facts under it, each block with its transcript."""
    download = take_download(doctree)
    for block in doctree.findall(nodes.literal_block):
        block["language"] = "python"  # "Python" would be another lexer to Sphinx
    for node in list(doctree.findall(is_dropped)):
        remove(node)
    answer = next(doctree.findall(nodes.paragraph), None)
    if answer is not None and answer.parent is not None:
        answer["classes"].append("lede")
        place = answer.parent.index(answer) + 1
        answer.parent.insert(place, facts("", *download, example=name))
    if not any(doctree.findall(observed)):
        # A script that cannot be compiled: sphinx-gallery asked for no transcript.
        request = Request(name)
        domain_of(app.env).note(app.env.docname, request)
        sections = list(doctree.findall(nodes.section))
        last: nodes.Element = sections[-1] if sections else doctree
        last.append(observed(request=request))


def take_download(doctree: nodes.document) -> list[nodes.Node]:
    """The link to the script itself, out of sphinx-gallery's footer."""
    for node in doctree.findall(addnodes.download_reference):
        if str(node["reftarget"]).endswith(".py"):
            link = node.deepcopy()
            link.children = []
            link += nodes.inline(text="Download")
            return [link]
    return []


def is_dropped(node: nodes.Node) -> bool:
    """A part of sphinx-gallery's page that ours does without."""
    if isinstance(node, nodes.Element) and DROPPED & set(node["classes"]):
        return True
    if isinstance(node, nodes.literal_block):
        return not has_code(node.astext())
    return isinstance(node, nodes.paragraph) and node.astext().startswith(MEMORY)


def remove(node: nodes.Node) -> None:
    """Take a node out, and what holds nothing else: ``only`` around it."""
    parent = node.parent
    if parent is None:
        return
    parent.remove(node)
    if isinstance(parent, addnodes.only) and not parent.children:
        remove(parent)


def rewrite_index(app: Sphinx, doctree: nodes.document) -> None:
    """Cards of our own in the place of sphinx-gallery's thumbnails."""
    for parent in list(doctree.findall(is_thumbnailed)):
        assert isinstance(parent, nodes.Element)
        names = [name for node in parent.children for name in linked(app, node)]
        first = next(place for place, node in enumerate(parent) if is_markup(node))
        for node in [node for node in parent.children if is_thumbnail(app, node)]:
            parent.remove(node)
        if names:
            parent.insert(first, cards(examples=names))
        for name in names:
            domain_of(app.env).note(app.env.docname, Request(name))
    offer_kinds(doctree)


def is_markup(node: nodes.Node) -> bool:
    """Raw HTML by sphinx-gallery."""
    return isinstance(node, nodes.raw) and ("sphx-glr-" in node.astext())


def is_thumbnailed(node: nodes.Node) -> bool:
    """Does it hold thumbnails directly?"""
    return isinstance(node, nodes.Element) and any(map(is_markup, node.children))


def is_thumbnail(app: Sphinx, node: nodes.Node) -> bool:
    """Part of a thumbnail: its markup, or its picture and link."""
    closing = isinstance(node, nodes.raw) and node.astext().strip() == "</div>"
    return is_markup(node) or closing or bool(linked(app, node))


def linked(app: Sphinx, node: nodes.Node) -> list[str]:
    """The names of the examples to which a thumbnail leads."""
    if not isinstance(node, addnodes.only):
        return []
    conf = app.config.sphinx_gallery_conf
    references = node.findall(addnodes.pending_xref)
    targets = [str(each["reftarget"]).lstrip("/") for each in references]
    return [name for target in targets if (name := example_of(target, conf))]
