import re

import pytest
import torch
from hypothesis import given

from analysis.counts.baselines.lengths import load_lengths
from analysis.counts.bigrams import count_bigrams
from analysis.counts.contexts.sizes import load_seen
from analysis.counts.tables import Summary, count_tables, load_summary, load_tables, read_table, summarize, table_to_csv
from analysis.settings import CORPUS, PART
from analysis.words.names import load_words
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import WORD_LISTS, counts_of

every_part = pytest.mark.parametrize("part", PART.options)


@given(WORD_LISTS)
def test_the_three_parts_add_up_to_the_whole(words):
    tables = count_tables(words)
    assert torch.equal(tables.train + tables.dev + tables.test, tables.all)


def test_two_words_by_hand():
    # shuffled with seed 42, [ab, b] becomes [b, ab]; int(0.8 * 2) = 1 word of train, int(0.9 * 2) - 1 = 0 of dev
    tables = count_tables(["ab", "b"])
    assert (tables.train.tolist(), tables.dev.tolist(), tables.test.tolist()) == (
        [[0, 0, 1], [0, 0, 0], [1, 0, 0]],
        [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
        [[0, 1, 0], [0, 0, 1], [1, 0, 0]],
    )


def test_a_summary_by_hand():
    # ava, ab, ava: lengths 3 2 3, so 8 letters and 3 ends make 11 bigrams
    words = ["ava", "ab", "ava"]
    assert summarize(words) == Summary(3, 2, 2, 3, [".", "a", "b", "v"], words, 11)


def test_no_words_have_no_summary():
    with pytest.raises(ValueError, match="expected at least one word, got none"):
        summarize([])


def test_no_words_give_tables_of_zeros():
    assert [count_tables([]).part(part).tolist() for part in PART.options] == [[[0]]] * 4


def test_an_unknown_part_is_refused(names):
    with pytest.raises(ValueError, match="part must be one of all, train, dev, test, got vocab"):
        names.part("vocab")


@pytest.mark.parametrize("read", [CORPUS.check, load_tables, load_summary, load_words])
def test_an_unknown_corpus_is_refused(read):
    with pytest.raises(ValueError, match=r"corpus must be one of names, ar, .*, tr, got \.\./names"):
        read("../names")


@pytest.mark.parametrize("load", [load_tables, load_summary, load_lengths, load_seen])
def test_only_the_counts_of_the_names_ship(load):
    with pytest.raises(ValueError, match="only the counts of names are in data/, got de"):
        load("de")


@every_part
def test_each_shipped_table_is_what_the_words_give(words, names, part):
    assert torch.equal(count_tables(words).part(part), names.part(part))


def test_the_shipped_summary_is_what_the_words_give(words):
    assert load_summary("names") == summarize(words)


def test_the_text_of_a_table_by_hand():
    vocab = build_vocabulary(["ab", "b"])
    assert table_to_csv(count_bigrams(["ab", "b"], vocab), vocab) == (
        "previous\\next,.,a,b\n.,0,1,1\na,0,0,1\nb,2,0,0\n"
    )


def test_no_cell_of_a_table_is_a_formula_and_it_is_read_back(tmp_path):
    vocab = build_vocabulary(["=1'", "+-@"])
    counts = count_bigrams(["=1'", "+-@"], vocab)
    (tmp_path / "table.csv").write_text(table_to_csv(counts, vocab), encoding="utf-8")
    cells = [cell for row in (tmp_path / "table.csv").read_text().splitlines() for cell in row.split(",")]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert read_table(tmp_path / "table.csv")[0] == vocab


@given(WORD_LISTS)
def test_a_table_written_is_read_back(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("table") / "table.csv"
    vocab, counts = build_vocabulary(words), counts_of(words)
    path.write_text(table_to_csv(counts, vocab), encoding="utf-8", newline="")
    read_vocab, read_counts = read_table(path)
    assert (read_vocab, read_counts.dtype, read_counts.tolist()) == (vocab, torch.int64, counts.tolist())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a square count table, got"),
        ("x,.,a\n.,0,99999999999999999999\na,1,0\n", "expected a square count table, got"),
        ("x,.,ab\n.,0,1\nab,1,0\n", "expected a square count table, got a vocabulary has single characters"),
        ("x,a,.\na,0,1\n.,1,0\n", "expected a square count table, got a vocabulary starts with the boundary"),
        ("x,.,a\n.,0,1\na,1.5,0\n", "expected a square count table, got invalid literal"),
        ("x,.,a\n.,0,1\n", "expected a square count table"),
        ("x,.,a\n.,0,1\na,1\n", "expected a square count table"),
        ("x,.,a\n.,0,1\na,1,0,0\n", "expected a square count table"),
        ("x,.,a\n.,0,1\nb,1,0\n", "expected a square count table"),
        ("x,.,a\n.,0,1\na,-1,0\n", "expected counts >= 0, got -1"),
    ],
)
def test_a_file_that_is_no_count_table_is_refused(tmp_path, text, message):
    (tmp_path / "table.csv").write_text(text)
    with pytest.raises(ValueError, match=re.escape(f"{tmp_path / 'table.csv'}: {message}")):
        read_table(tmp_path / "table.csv")


def test_a_file_that_is_not_there_is_no_count_table(tmp_path):
    with pytest.raises(ValueError, match=r"missing.csv: expected a square count table, got "):
        read_table(tmp_path / "missing.csv")


@pytest.mark.parametrize(("load", "file"), [(load_tables, "names-all.csv"), (load_summary, "names.json")])
def test_a_file_of_data_that_is_missing_is_named(load, file, tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.words.shipped.DATA", tmp_path)
    with pytest.raises(ValueError, match=re.escape(f"{tmp_path / file} is missing")):
        load("names")
