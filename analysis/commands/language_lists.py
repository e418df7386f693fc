"""Which lists the command `languages` compares: those of its options, those in one script, and the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import settings
from analysis.commands.lists import TableOptions

if TYPE_CHECKING:
    from analysis.counts.word_list import WordList

DEFAULT_SCRIPT = "Latin"


def added_list(source: TableOptions) -> WordList | None:
    """The list of --words, --corpus, --counts or --table, which is compared too; None without them."""
    if source == TableOptions():
        return None
    if source.words_file is None and source.corpus is None and source.table_given is None:
        given = [*source.given, *([] if source.alphabet is None else ["--alphabet"])]
        raise ValueError(f"{', '.join(given)}: only for the files of --words, got none")
    from analysis.counts.word_list import list_of_counts

    tables, words = source.open()
    return list_of_counts(tables.vocab, tables.all) if words is None else words


def open_lists(keys: list[str], added: WordList | None) -> dict[str, WordList]:
    """The lists of some keys, and the added one. ValueError for an unknown key, one twice, or fewer than two lists."""
    from analysis.counts.word_list import load_list

    opened = {}
    for key in keys:
        if added is not None and key == added.key:
            opened[key] = added
        elif key in settings.CORPUS.options:
            opened[key] = load_list(key)
        else:
            raise ValueError(f"a list must be one of {settings.CORPUS.listed}, or own with --words, got {key}")
    if added is not None:
        opened[added.key] = added
    if len(opened) < 2 or len(set(keys)) < len(keys):
        raise ValueError(f"expected two different lists or more, got {', '.join(keys)}")
    return opened


def choose_lists(lists: str | None, script: str | None, word: str, added: WordList | None) -> dict[str, WordList]:
    """The lists of --lists; or those of a script: that of --script, of the word, or of the added list."""
    from analysis.models.languages.alphabets import lists_of_script, script_of, script_of_table

    if lists is not None:
        return open_lists([key.strip() for key in lists.split(",")], added)
    opened = open_lists(list(settings.LANGUAGES), added)
    if script is None and word:
        script = script_of(word)
    elif script is None:
        script = DEFAULT_SCRIPT if added is None else script_of_table(added.tables)
    keys = lists_of_script({key: one.tables for key, one in opened.items()}, script)
    return {key: opened[key] for key in keys}
