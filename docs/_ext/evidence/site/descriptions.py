"""What a search engine or a chat shows of a page: its answer, in one or two sentences.

Without it `sphinxext.opengraph` would take the first words of the page, and on an
example those run on into file names, links and code.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from markupsafe import escape
from sphinx.application import Sphinx

LONGEST = 200


def describe(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """``html-page-context``, before `sphinxext.opengraph`: one text for both tags."""
    text = description(doctree) if doctree else ""
    if not text:
        return
    said = str(escape(text))
    context["metatags"] += f'<meta name="description" content="{said}" />\n'
    context["meta"] = {**(context.get("meta") or {}), "og:description": said}


def description(doctree: nodes.document) -> str:
    """The lede, or else the first paragraph, cut after a sentence where it is long."""
    paragraphs = list(doctree.findall(nodes.paragraph))
    ledes = (each for each in paragraphs if "lede" in each["classes"])
    chosen = next(ledes, next(iter(paragraphs), None))
    return shortened(words(chosen)) if chosen is not None else ""


def words(node: nodes.Element) -> str:
    """Text as it is read: markup of ours is left out, white space is one blank."""
    texts = node.findall(nodes.Text)
    said = (str(text) for text in texts if not isinstance(text.parent, nodes.raw))
    return " ".join("".join(said).split())


def shortened(text: str) -> str:
    """At most `LONGEST` characters: whole sentences, or whole words and an ellipsis."""
    if len(text) <= LONGEST:
        return text
    sentences = re.match(rf".{{40,{LONGEST}}}[.?!](?= )", text)
    return sentences[0] if sentences else text[:LONGEST].rsplit(" ", 1)[0] + " …"
