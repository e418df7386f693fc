"""Tables without words: from pairs, and from the files that bigrams writes."""

import json
import re

import pytest
import torch
from hypothesis import given

from analysis.counts.tables import count_tables, table_to_csv
from analysis.large.kernel import count_lines
from analysis.large.tables import read_counts, tables_of_pairs
from tests.strategies import FILLED_LISTS


@given(FILLED_LISTS)
def test_the_table_of_pairs_is_that_of_the_words(words):
    words = [word.strip() for word in words if word.strip()]
    words = [word for word in words if word.isalpha() and word.isascii()] or ["a,-"]
    tables, listed = tables_of_pairs(count_lines("\n".join(words).encode()).pairs), count_tables(words)
    assert tables.vocab == listed.vocab
    assert torch.equal(tables.all, listed.all)


def test_the_boundary_is_first_even_before_characters_of_a_lower_code():
    assert tables_of_pairs(count_lines(b"'a ,-\n").pairs).vocab.itos == (".", " ", "'", ",", "-", "a")


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_table_is_read_back_from_what_bigrams_writes(kind, names, tmp_path):
    path = tmp_path / f"table.{kind}"
    as_json = json.dumps({"vocab": names.vocab.itos, "counts": names.all.tolist(), "top": []})
    path.write_text(as_json if kind == "json" else table_to_csv(names.all, names.vocab), encoding="utf-8")
    tables = read_counts(path)
    assert tables.vocab == names.vocab
    assert torch.equal(tables.all, names.all)
    assert tables.train.sum() == tables.dev.sum() == tables.test.sum() == 0


BAD = {
    "cut short": ('{"vocab": [".", "a"], "cou', "got no complete JSON"),
    "other JSON": ('{"loss": [1]}', "got JSON without 'vocab'"),
    "another shape": ('{"vocab": [".", "a"], "counts": [[1]]}', "2 characters and counts of another shape"),
    "a fraction": ('{"vocab": ["."], "counts": [[1.5]]}', "a count that is not a whole number from 0 up"),
    "below zero": ('{"vocab": ["."], "counts": [[-1]]}', "a count that is not a whole number from 0 up"),
    "too large": ('{"vocab": ["."], "counts": [[99999999999999999999]]}', "got"),
    "not square": ("x,.,a\n.,1,2\n", "expected a square count table"),
    "nothing counted": ("x,.\n.,0\n", "nothing is counted"),
    "a sum beyond 64 bits": (f"x,.,a\n.,0,{2**62}\na,{2**62},0\n", "expected counts that add up to less than 2^63"),
    "such a sum in JSON": (
        f'{{"vocab": [".", "a"], "counts": [[0, {2**62}], [{2**62}, 0]]}}',
        "expected counts that add up to less than 2^63, got more",
    ),
    "empty": ("", "expected a square count table"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_a_broken_table_is_refused_in_one_line(text, message, tmp_path):
    path = tmp_path / "table"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(message)) as refused:
        read_counts(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


def test_a_table_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match=re.escape(f"{tmp_path}: cannot be read")):
        read_counts(tmp_path)
