"""The recipe of the page Does it reproduce?"""

from analysis.recipes import Recipe, command, fill


def figure_recipe(key: str) -> Recipe:
    """One published figure, calculated again: published, ours, and whether they agree; and all figures."""
    return Recipe(fill("reproduce", key=key), (command("published", key), command("published")))
