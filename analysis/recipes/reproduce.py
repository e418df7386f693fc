"""The recipe of the page Does it reproduce?"""

from analysis.recipes import Recipe, command, fill


def figure_recipe(key: str) -> Recipe:
    """One published figure, worked out again: published, ours, whether they agree; and all of them."""
    return Recipe(fill("reproduce", key=key), (command("published", key), command("published")))
