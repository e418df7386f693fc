"""What the command corpus says to people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from analysis.commands.printing import print_line, print_table, some
from analysis.words.vocabulary import display_char

if TYPE_CHECKING:
    from analysis.counts.tables import Summary


def print_summary(summary: Summary) -> None:
    """Size, lengths, alphabet and first words."""
    print_line(f"{some(summary.words, 'word')}, {summary.distinct:,} different, {some(summary.bigrams, 'bigram')}")
    print_line(f"{summary.shortest} to {summary.longest} characters a word")
    print_line(f"{len(summary.vocab)} characters, the boundary first: {' '.join(map(display_char, summary.vocab))}")
    print_line(f"first words: {' '.join(summary.first)}")


def print_seen(seen: Sequence[int]) -> None:
    """How many different runs of letters occur."""
    rows = [(letters, f"{count:,}") for letters, count in enumerate(seen, start=1)]
    print_table("runs of letters that occur, each with the character after it", ["letters", "different"], rows)


def print_word(word: dict[str, Any]) -> None:
    """The pairs of a word."""
    print_line(f"{word['word']}, pairs without marks: {_in_line(word['without_marks']) or '(none)'}")
    print_line(f"{word['word']}, pairs with marks: {_in_line(word['with_marks'])}")
    print_line(f"{word['word']} holds {some(word['examples'], 'example')}, its end among them")


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
