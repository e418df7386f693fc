"""What axe finds against a page: of its main part and the links to all pages, by WCAG 2 A and AA."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

# what passes need not be listed: that takes half the time
RULES = {"runOnly": ["wcag2a", "wcag2aa"], "resultTypes": ["violations"]}
OURS = ("live", "numbers", "letters", "refused", "st-key", "stops", "stHtml", "all-pages")


def faults(page, *, streamlits_too=False):
    """The rules that are broken, with what breaks each. Streamlit's own widgets are Streamlit's to mend."""
    found = Axe().run(page, context="[data-testid=stMain], .all-pages", options=RULES).response["violations"]
    return [
        (rule["id"], node["html"], node["failureSummary"])
        for rule in found
        for node in rule["nodes"]
        if streamlits_too or _is_ours(node)
    ]


def _is_ours(node):
    """In a component (its target is a path into a shadow root), or HTML of ours."""
    in_component = any(isinstance(step, list) for step in node["target"])
    return in_component or any(word in str(node["target"]) for word in OURS)
