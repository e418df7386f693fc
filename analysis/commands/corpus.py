"""The command that tells what is in a list of words: corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.corpus_text import print_counted, print_seen, print_steps, print_summary, print_word
from analysis.commands.options import CorpusKey, Json, WordsFile, open_tables, own_words, value_of
from analysis.commands.printing import print_json, print_table
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from analysis.counts.bigrams.dictionary import Pair

LENGTHS_HELP = "How many words have each length, in letters."
CONTEXTS_HELP = "How many different runs of 1, 2, 3 and 4 letters occur, each with the character after it."
WORD_HELP = "The pairs of this word, without marks and with <S> and <E>."
DICTIONARY_HELP = "The lecture's dictionary: every pair that occurs, with <S> and <E>, and its count."
SEARCH_HELP = "Only the pairs of the dictionary that hold this: m, em, <S>e, or . for either mark."
ORDER_HELP = f"Which pairs of the dictionary first: {settings.ORDER.listed}."
STEPS_HELP = "The first K steps of b.get(pair, 0) + 1, over the first three words and that of --word."


def corpus(
    lengths: Annotated[bool, typer.Option("--lengths", help=LENGTHS_HELP)] = False,
    contexts: Annotated[bool, typer.Option("--contexts", help=CONTEXTS_HELP)] = False,
    word: Annotated[str | None, typer.Option("--word", metavar="WORD", help=WORD_HELP)] = None,
    dictionary: Annotated[bool, typer.Option("--dictionary", help=DICTIONARY_HELP)] = False,
    search: Annotated[str | None, typer.Option("--search", metavar="TEXT", help=SEARCH_HELP)] = None,
    order: Annotated[str | None, typer.Option("--order", help=ORDER_HELP)] = None,
    steps: Annotated[str | None, typer.Option("--steps", metavar="K", help=STEPS_HELP)] = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """Size, lengths, alphabet and first words of a list; its pairs, counted in a dictionary."""
    if not dictionary and (search is not None or order is not None):
        raise ValueError("--search and --order are for the --dictionary, got no --dictionary")
    order = value_of(settings.ORDER, settings.ORDER.default if order is None else order)
    number = None if steps is None else value_of(settings.STEP, steps, "--steps")
    own, key = own_words(words_file, corpus), corpus or settings.CORPUS.default
    from analysis.counts.tables import load_summary, summarize

    summary = load_summary(key) if own is None else summarize(own)
    chosen = None if word is None else _checked(word, Vocabulary(tuple(summary.vocab)))
    more: dict[str, Any] = {}
    if lengths:
        more["lengths"] = lengths_of(own, key)
    if contexts:
        more["contexts"] = seen_of(own, key)
    if chosen is not None:
        more["word"] = pairs_of(chosen)
    if dictionary:
        more["dictionary"] = counted_pairs(own, key, search or "", order)
    if number is not None:
        more["steps"] = first_steps(summary.first, chosen, number)
    if json:
        print_json(summary._asdict() | more)
        return
    print_summary(summary)
    if lengths:
        print_table("lengths", ["letters", "words"], [(n, f"{count:,}") for n, count in more["lengths"].items()])
    if contexts:
        print_seen(more["contexts"])
    if chosen is not None:
        print_word(more["word"])
    if dictionary:
        print_counted("dictionary", more["dictionary"])
    if number is not None:
        print_steps(more["steps"])


def _checked(word: str, vocab: Vocabulary) -> str:
    """A word of the list's letters; ValueError for any other."""
    cleaned = clean_word(word)
    if not cleaned:
        raise ValueError("--word must be a word with at least one letter, got nothing")
    vocab.encode(cleaned)
    return cleaned


def lengths_of(own: Sequence[str] | None, key: str) -> dict[int, int]:
    """How many words of a list of one's own, or of a built-in one, have each length."""
    from analysis.counts.baselines.lengths import count_lengths, load_lengths

    return load_lengths(key) if own is None else count_lengths(own)


def seen_of(own: Sequence[str] | None, key: str) -> list[int]:
    """How many different runs of letters, each with the character after it, such a list holds."""
    from analysis.counts.baselines.contexts import count_seen, load_seen

    return load_seen(key) if own is None else count_seen(own)


def pairs_of(word: str) -> dict[str, Any]:
    """The pairs of a word, and how many examples it holds."""
    from analysis.counts.bigrams.dictionary import marked_window, window

    marked = marked_window(word)
    return {"word": word, "without_marks": window(word), "with_marks": marked, "examples": len(marked)}


def counted_pairs(own: Sequence[str] | None, key: str, search: str, order: str) -> list[dict[str, Any]]:
    """The dictionary of such a list: pairs that hold a text, in an order. ValueError if none holds it."""
    from analysis.counts.bigrams import count_in_dictionary
    from analysis.counts.bigrams.dictionary import as_found, dictionary_of, find_pairs, sort_pairs

    if own is None:
        tables = open_tables(None, key)
        counted: dict[Pair, int] = dictionary_of(tables.all, tables.vocab)
    else:
        counted = count_in_dictionary(own)
    sought = as_found(counted, search)
    if sought is None:
        raise ValueError(f"--search must be in one of the {len(counted):,} pairs that occur, got {search}")
    return [{"pair": pair, "count": count} for pair, count in find_pairs(sort_pairs(counted, order), sought).items()]


def first_steps(first: Sequence[str], word: str | None, number: int) -> list[dict[str, Any]]:
    """So many steps of the lecture's loop. ValueError where there are fewer."""
    from analysis.counts.bigrams.dictionary import count_steps, first_and

    steps = list(count_steps(first_and(first, word or "")))
    if number > len(steps):
        raise ValueError(f"--steps must be a whole number from 1 to {len(steps)} here, got {number}")
    return [step._asdict() for step in steps[:number]]
