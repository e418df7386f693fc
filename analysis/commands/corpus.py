"""The command that shows what is in a list of words: corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from analysis import settings
from analysis.commands.lists import ListOptions
from analysis.commands.options import Json, Option
from analysis.commands.printing import Table, note, print_answer, some, write_file
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.counts.tables import Summary
    from analysis.counts.word_list import WordList

CONTEXTS_HELP = "How many different runs of 1, 2, 3 and 4 letters occur, each with the character after it."
DICTIONARY_HELP = "The lecture's dictionary: every pair that occurs, with <S> and <E>, and its count."
SEARCH_HELP = "Only the pairs of the dictionary that contain this: m, em, <S>e, or the boundary . for either mark."
ORDER_HELP = f"Which pairs of the dictionary come first: {settings.ORDER.listed}."
STEPS_HELP = "The first K steps of b.get(pair, 0) + 1, for the first three words and the word of --word."


def corpus(
    *,
    lengths: Annotated[bool, Option("How many words have each length, in letters.")] = False,
    contexts: Annotated[bool, Option(CONTEXTS_HELP)] = False,
    word: Annotated[str | None, Option("The pairs of this word, without marks and with <S> and <E>.", "WORD")] = None,
    dictionary: Annotated[bool, Option(DICTIONARY_HELP)] = False,
    search: Annotated[str | None, Option(SEARCH_HELP, "TEXT")] = None,
    order: Annotated[str | None, Option(ORDER_HELP, setting=settings.ORDER)] = None,
    steps: Annotated[int | None, Option(STEPS_HELP, "K", setting=settings.STEP)] = None,
    save: Annotated[Path | None, Option("Write the words of the list to this file, one on each line.", "FILE")] = None,
    source: ListOptions,
    json: Json = False,
) -> None:
    """Show size, lengths, alphabet and first words of a list; its pairs, counted in a dictionary."""
    if not dictionary and (search is not None or order is not None):
        raise ValueError("--search and --order are for the --dictionary, got no --dictionary")
    listed = source.open()
    summary = listed.summary
    chosen = None if word is None else checked_word(word, Vocabulary(tuple(summary.vocab), summary.vocab[0]))
    more: dict[str, Any] = {}
    if lengths:
        more["lengths"] = listed.lengths
    if contexts:
        more["contexts"] = listed.seen
    if chosen is not None:
        more["word"] = pairs_of(chosen)
    if dictionary:
        more["dictionary"] = counted_pairs(listed, search or "", order or settings.ORDER.default)
    if steps is not None:
        more["steps"] = first_steps(summary.first, chosen, steps)
    if save is not None:
        write_file(save, "".join(f"{word}\n" for word in listed.words))
        note(f"wrote {save}")
    print_answer(json, summary._asdict() | more, for_people(summary, **more))


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
    """The dictionary of a list: the pairs that contain a text, in an order. ValueError if no pair can contain it."""
    from analysis.counts.bigrams import count_in_dictionary
    from analysis.counts.bigrams.dictionary import as_found, dictionary_of, find_pairs, sort_pairs

    from_table = listed.own is None or listed.weights is not None  # the lecture's loop counts each word once
    counted = dictionary_of(listed.tables.all, listed.tables.vocab) if from_table else count_in_dictionary(listed.words)
    mark = listed.summary.vocab[0]
    sought = as_found(counted, search, mark)
    if sought is None:
        raise ValueError(f"--search must be one or two characters of the list, got {search}")
    found = find_pairs(sort_pairs(counted, order), sought, mark)
    return [{"pair": pair, "count": count} for pair, count in found.items()]


def first_steps(first: Sequence[str], word: str | None, number: int) -> list[dict[str, Any]]:
    """The first steps of the lecture's loop. ValueError if there are fewer."""
    from analysis.counts.bigrams.dictionary import count_steps, first_and

    steps = list(count_steps(first_and(first, word or "")))
    if number > len(steps):
        raise ValueError(f"--steps must be a whole number from 1 to {len(steps)} here, got {number}")
    return [step._asdict() for step in steps[:number]]


def for_people(summary: Summary, **more: Any) -> Iterator[str | Table]:
    """Size, lengths, alphabet and first words; then what else is asked for."""
    different = "" if summary.distinct is None else f", {summary.distinct:,} different"  # of a table alone, not known
    yield f"{some(summary.words, 'word')}{different}, {some(summary.bigrams, 'bigram')}"
    if summary.longest is not None:
        yield f"{summary.shortest} to {summary.longest} characters a word"
    yield f"{len(summary.vocab)} characters, the boundary first: {' '.join(map(display_char, summary.vocab))}"
    if summary.first:
        yield f"first words: {' '.join(summary.first)}"
    if "lengths" in more:
        yield Table("lengths", ["letters", "words"], [(n, f"{count:,}") for n, count in more["lengths"].items()])
    if "contexts" in more:
        runs = [(letters, f"{count:,}") for letters, count in enumerate(more["contexts"], start=1)]
        yield Table("runs of letters that occur, each with the character after it", ["letters", "different"], runs)
    if "word" in more:
        word, without, marked, examples = more["word"].values()
        yield f"{word}, pairs without marks: {', '.join(map(spaced, without)) or '(none)'}"
        yield f"{word}, pairs with marks: {', '.join(map(spaced, marked))}"
        yield f"{word} holds {some(examples, 'example')}, one of them for its end"
    if "dictionary" in more:
        yield counts_table("dictionary", ((one["pair"], one["count"]) for one in more["dictionary"]))
    if "steps" in more:
        steps = more["steps"]
        rows = [(step["word"], spaced(step["pair"]), step["before"], step["after"]) for step in steps]
        yield Table("b[pair] = b.get(pair, 0) + 1", ["word", "pair", "b.get(pair, 0)", "b[pair]"], rows)
        yield counts_table("the dictionary now", {step["pair"]: step["after"] for step in steps}.items())


def counts_table(title: str, counted: Iterable[tuple[Sequence[str], int]]) -> Table:
    """Pairs and their counts."""
    return Table(title, ["pair", "count"], [(spaced(pair), f"{count:,}") for pair, count in counted])


def spaced(pair: Sequence[str]) -> str:
    """A pair with a space between its two: `<S> e`."""
    return " ".join(map(display_char, pair))
