"""axe-core, from its package, in the four ways in which people look at a page."""

from __future__ import annotations

MODES = {
    "light": {"color_scheme": "light", "width": 1440},
    "dark": {"color_scheme": "dark"},
    "narrow": {"width": 390},
    "forced colours": {"forced_colors": "active"},
}
OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}


def violations(page: object) -> list[str]:
    """Rule, weight and first place of each finding, of whatever impact."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['target']}"
        for rule in found
    ]
