"""The command that shows what is in a list of words: corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.options import Json, ListOptions, value_of
from analysis.commands.printing import print_json, print_line, print_table, some
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.counts.tables import Summary
    from analysis.counts.word_list import WordList

LENGTHS_HELP = "How many words have each length, in letters."
CONTEXTS_HELP = "How many different runs of 1, 2, 3 and 4 letters occur, each with the character after it."
WORD_HELP = "The pairs of this word, without marks and with <S> and <E>."
DICTIONARY_HELP = "The lecture's dictionary: every pair that occurs, with <S> and <E>, and its count."
SEARCH_HELP = "Only the pairs of the dictionary that contain this: m, em, <S>e, or . for either mark."
ORDER_HELP = f"Which pairs of the dictionary come first: {settings.ORDER.listed}."
STEPS_HELP = "The first K steps of b.get(pair, 0) + 1, for the first three words and the word of --word."


def corpus(
    *,
    lengths: Annotated[bool, typer.Option("--lengths", help=LENGTHS_HELP)] = False,
    contexts: Annotated[bool, typer.Option("--contexts", help=CONTEXTS_HELP)] = False,
    word: Annotated[str | None, typer.Option("--word", metavar="WORD", help=WORD_HELP)] = None,
    dictionary: Annotated[bool, typer.Option("--dictionary", help=DICTIONARY_HELP)] = False,
    search: Annotated[str | None, typer.Option("--search", metavar="TEXT", help=SEARCH_HELP)] = None,
    order: Annotated[str | None, typer.Option("--order", help=ORDER_HELP)] = None,
    steps: Annotated[str | None, typer.Option("--steps", metavar="K", help=STEPS_HELP)] = None,
    source: ListOptions,
    json: Json = False,
) -> None:
    """Show size, lengths, alphabet and first words of a list; its pairs, counted in a dictionary."""
    if not dictionary and (search is not None or order is not None):
        raise ValueError("--search and --order are for the --dictionary, got no --dictionary")
    order = value_of(settings.ORDER, settings.ORDER.default if order is None else order)
    number = None if steps is None else value_of(settings.STEP, steps, "--steps")
    listed = source.open()
    summary = listed.summary
    chosen = None if word is None else checked_word(word, Vocabulary(tuple(summary.vocab)))
    more: dict[str, Any] = {}
    if lengths:
        more["lengths"] = listed.lengths
    if contexts:
        more["contexts"] = listed.seen
    if chosen is not None:
        more["word"] = pairs_of(chosen)
    if dictionary:
        more["dictionary"] = counted_pairs(listed, search or "", order)
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


def checked_word(word: str, vocab: Vocabulary) -> str:
    """The word, if all its letters are in the list; ValueError for any other."""
    cleaned = clean_word(word)
    if not cleaned:
        raise ValueError("--word must be a word with at least one letter, got nothing")
    vocab.encode(cleaned)
    return cleaned


def pairs_of(word: str) -> dict[str, Any]:
    """The pairs of a word, and its number of examples."""
    from analysis.counts.bigrams.dictionary import marked_window, window

    marked = marked_window(word)
    return {"word": word, "without_marks": window(word), "with_marks": marked, "examples": len(marked)}


def counted_pairs(listed: WordList, search: str, order: str) -> list[dict[str, Any]]:
    """The dictionary of a list: the pairs that contain a text, in an order. ValueError if no pair contains it."""
    from analysis.counts.bigrams import count_in_dictionary
    from analysis.counts.bigrams.dictionary import as_found, dictionary_of, find_pairs, sort_pairs

    from_table = listed.own is None or listed.weights is not None  # the lecture's loop counts each word once
    counted = dictionary_of(listed.tables.all, listed.tables.vocab) if from_table else count_in_dictionary(listed.words)
    sought = as_found(counted, search)
    if sought is None:
        raise ValueError(f"--search must be part of one of the {len(counted):,} pairs that occur, got {search}")
    return [{"pair": pair, "count": count} for pair, count in find_pairs(sort_pairs(counted, order), sought).items()]


def first_steps(first: Sequence[str], word: str | None, number: int) -> list[dict[str, Any]]:
    """The first steps of the lecture's loop. ValueError if there are fewer."""
    from analysis.counts.bigrams.dictionary import count_steps, first_and

    steps = list(count_steps(first_and(first, word or "")))
    if number > len(steps):
        raise ValueError(f"--steps must be a whole number from 1 to {len(steps)} here, got {number}")
    return [step._asdict() for step in steps[:number]]


def print_summary(summary: Summary) -> None:
    """Size, lengths, alphabet and first words."""
    different = "" if summary.distinct is None else f", {summary.distinct:,} different"  # of a table alone, not known
    print_line(f"{some(summary.words, 'word')}{different}, {some(summary.bigrams, 'bigram')}")
    if summary.longest is not None:
        print_line(f"{summary.shortest} to {summary.longest} characters a word")
    print_line(f"{len(summary.vocab)} characters, the boundary first: {' '.join(map(display_char, summary.vocab))}")
    if summary.first:
        print_line(f"first words: {' '.join(summary.first)}")


def print_seen(seen: Sequence[int]) -> None:
    """How many different runs of letters occur."""
    rows = [(letters, f"{count:,}") for letters, count in enumerate(seen, start=1)]
    print_table("runs of letters that occur, each with the character after it", ["letters", "different"], rows)


def print_word(word: dict[str, Any]) -> None:
    """The pairs of a word."""
    print_line(f"{word['word']}, pairs without marks: {_in_line(word['without_marks']) or '(none)'}")
    print_line(f"{word['word']}, pairs with marks: {_in_line(word['with_marks'])}")
    print_line(f"{word['word']} holds {some(word['examples'], 'example')}, one of them for its end")


def print_counted(title: str, counted: Iterable[dict[str, Any]]) -> None:
    """Pairs and their counts."""
    print_table(title, ["pair", "count"], [(_pair(one["pair"]), f"{one['count']:,}") for one in counted])


def print_steps(steps: Sequence[dict[str, Any]]) -> None:
    """Steps of the loop, and the dictionary after them."""
    rows = [(step["word"], _pair(step["pair"]), step["before"], step["after"]) for step in steps]
    print_table("b[pair] = b.get(pair, 0) + 1", ["word", "pair", "b.get(pair, 0)", "b[pair]"], rows)
    after = {step["pair"]: step["after"] for step in steps}
    print_counted("the dictionary now", [{"pair": pair, "count": count} for pair, count in after.items()])


def _in_line(pairs: Iterable[Sequence[str]]) -> str:
    return ", ".join(map(_pair, pairs))


def _pair(pair: Sequence[str]) -> str:
    """A pair with a space between its two: `<S> e`."""
    return " ".join(map(display_char, pair))
