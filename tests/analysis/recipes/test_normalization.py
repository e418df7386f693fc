"""The torch lines of the page Normalization print its numbers."""

import pytest

from analysis.counts.normalization.divisions import NAMES, compare_divisions, small_table
from analysis.recipes.pages import normalization_recipe
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.analysis.recipes.conftest import LECTURE

SEED = 2147483647
CASES = [
    ("sum1", "real", 1.0, SEED, (27, 27), (27,)),
    ("total", "real", 0.0, 2**64 - 1, (27, 3), (27,)),
    ("rows", "small", 2.5, 42, (), (0,)),
]


def table_of(size, tables):
    return small_table() if size == "small" else (tables.vocab, tables.all)


@pytest.mark.parametrize("case", CASES)
def test_the_lines_of_the_page_print_its_numbers(case, tables, run_lines):
    divisor, size, smoothing, seed, _, second = case
    vocab, counts = table_of(size, tables)
    compared, printed = compare_divisions(counts, smoothing), run_lines(normalization_recipe(LECTURE, *case))
    for key, (what, expected) in {
        "row_sums": ("row_sums", lambda one: one.division.row_sums.tolist()),
        "column_sums": ("column_sums", lambda one: one.division.column_sums.tolist()),
        "first_row": ("first_row", lambda one: one.probs[0].tolist()),
        "nll": ("nll", lambda one: [one.nll]),
        "drawn_nll": ("drawn_nll", lambda one: [one.sampled_nll]),
    }.items():
        numbers = {way: list(map(float, rest)) for way, *rest in (line.split() for line in printed[key])}
        assert numbers == {way: pytest.approx(expected(one), abs=1e-12) for way, one in compared.items()}, what
    assert printed["shapes"] == [
        f"{way} {one.division.shape} {one.division.divisor_shape}" for way, one in compared.items()
    ]
    names = sample_words(compared[divisor].probs, vocab, NAMES, open_stream("lecture", seed))
    assert printed["lecture"] == names
    together = {(27,): "torch.Size([27, 27])" if case[4] == (27, 27) else "impossible", (0,): "torch.Size([0])"}
    assert printed["broadcast"] == [together[second]]
    assert [line.rsplit(" ", 1)[0] for line in printed["storage"]] == ["a new one", "the same"]
