"""The recipe of the page Words: the list, its alphabet, the pairs of a word, the dictionary."""

from analysis.recipes import Recipe, command, fill


def words_recipe(word: str, search: str, order: str, step: int) -> Recipe:
    """Size, lengths, ids, the pairs of a word, some steps of the dictionary, and the whole dictionary, sorted."""
    return Recipe(
        fill("words", word=word, search=search, order=order, stop=step),
        (
            command("corpus", lengths=True),
            command("corpus", word=word, steps=step),
            command("corpus", dictionary=True, order=order, search=search),
        ),
    )
