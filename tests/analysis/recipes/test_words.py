"""The lines of the page Words print its numbers."""

import ast

import pytest

from analysis.counts.baselines.lengths import count_lengths
from analysis.counts.bigrams.dictionary import (
    count_steps,
    dictionary_of,
    find_pairs,
    first_and,
    marked_window,
    sort_pairs,
    window,
)
from analysis.recipes.pages import words_recipe
from tests.analysis.recipes.conftest import LECTURE

CASES = [("isabella", "", "most", 12), ("q", ".e", "least", 3), ("zoe", "<S>", "alphabet", 1)]


@pytest.mark.parametrize(("word", "search", "order", "step"), CASES)
def test_the_lines_of_the_page_print_its_numbers(word, search, order, step, few, tables, run_lines):
    printed = run_lines(words_recipe(LECTURE, word, search, order, step))
    assert printed["words"] == [f"500 {len(set(few))} {min(map(len, few))} {max(map(len, few))}"]
    assert printed["first"] == [" ".join(few[:10])]
    lengths = dict(map(int, line.split()) for line in printed["letters"])
    assert {length: count for length, count in lengths.items() if count} == count_lengths(few)
    assert ast.literal_eval(printed["stoi"][0]) == tables.vocab.stoi
    assert printed["pairs"] == [str(window(word))]
    assert printed["marked"] == [str(marked_window(word))]
    steps = list(count_steps(first_and(few, word)))[:step]
    assert printed["step"] == [f"{number} {one.pair} {one.after}" for number, one in enumerate(steps, start=1)]
    assert ast.literal_eval(printed["dictionary"][0]) == {step.pair: step.after for step in steps}
    found = find_pairs(sort_pairs(dictionary_of(tables.all, tables.vocab), order), search)
    assert printed["counted"] == [f"{pair} {count}" for pair, count in found.items()]
