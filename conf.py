"""Configuration of the site; sources are in docs/, the extension in docs/_ext/."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "docs" / "_ext"))

from evidence.site.gallery import RunElsewhere  # noqa: E402

project = "What a child inherits"
author = "the authors"
copyright = "the authors"
language = "en"
extensions = [
    "myst_parser",
    "sphinx_gallery.gen_gallery",
    "sphinx_copybutton",
    "notfound.extension",
    "evidence.site",
]
exclude_patterns = ["_build", "_ext", "_templates"]
templates_path = [str(HERE / "docs" / "_templates")]
suppress_warnings = [
    "sphinx_gallery.example_error",  # the extension says it itself, with the cause
    "sphinx_gallery.space_in_filename",  # a checkout may lie in "My Documents"
]
nitpicky = True

# The one setting of the site's address; without it nothing that needs one runs.
html_baseurl = os.environ.get("SITE_URL") or os.environ.get(
    "READTHEDOCS_CANONICAL_URL", ""
)
if html_baseurl:
    extensions += ["sphinx_sitemap", "sphinxext.opengraph"]
sitemap_url_scheme = "{link}"
sitemap_excludes = ["404.html", "search.html", "genindex.html"]
ogp_site_url = html_baseurl
ogp_social_cards = {"enable": False}
notfound_template = "404.html"
notfound_urls_prefix = None if html_baseurl else ""

html_theme = "furo"
html_title = project
html_static_path = [str(HERE / "docs" / "_static")]
html_css_files = ["site.css"]
html_js_files = [("site.js", {"defer": "defer"})]
html_favicon = str(HERE / "docs" / "_static" / "favicon.svg")
html_copy_source = False
html_show_sphinx = False
html_show_search_summary = False
html_search_scorer = str(
    HERE / "docs" / "_ext" / "evidence" / "site" / "search_scorer.js"
)
html_theme_options = {"top_of_page_buttons": []}
template_bridge = "evidence.site.finish.FinishedPages"
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "github-dark-high-contrast"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

# What people come with stands first; a section without a place stands last.
SECTIONS = ["hangs", "passing", "leaks", "practices", "windows"]
SECTIONS += ["forks", "basics", "ways", "article"]
SECTIONS += sorted({path.name for path in HERE.glob("examples/*")} - {*SECTIONS})

sphinx_gallery_conf = {
    "examples_dirs": str(HERE / "examples"),
    "gallery_dirs": "gallery",
    "filename_pattern": r"\.py$",
    "show_memory": RunElsewhere(),
    "image_scrapers": ("evidence.site.gallery.scrape",),
    "subsection_order": [f"../examples/{name}" for name in SECTIONS],
    "within_subsection_order": "FileNameSortKey",
    "capture_repr": (),
    "reset_modules": (),
    "only_warn_on_example_error": True,
    "inspect_global_variables": False,
    "show_signature": False,
    "write_computation_times": False,
    "min_reported_time": 1e9,
    "download_all_examples": False,
    "notebook_extensions": set(),
}
