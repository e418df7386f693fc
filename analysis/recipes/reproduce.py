"""The Python lines of the page Does it reproduce?"""

from __future__ import annotations

from analysis.recipes import Recipe


def figure_recipe(key: str) -> Recipe:
    """One published figure, worked out again: published, ours, whether they agree; and all of them."""
    code = f"""\
from analysis.words.names import find_names
from analysis.published.figures import load_figures
from analysis.published.results import recompute

for figure in load_figures([{key!r}]):
    result = recompute(figure, have_words=find_names() is not None)
    print("published", *figure.published)
    print("ours", *(result.ours or []))
    print("verdict", result.verdict)
"""
    return Recipe(code, (f"python -m analysis published {key}", "python -m analysis published"))
