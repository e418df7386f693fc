"""Scripts of lists, and counts over another vocabulary."""

import pytest
import torch
from hypothesis import given

from analysis.counts.bigrams import count_bigrams
from analysis.counts.tables import count_tables
from analysis.counts.word_list import load_list
from analysis.models.languages.alphabets import (
    change_vocabulary,
    lists_of_script,
    script_of,
    script_of_table,
    shared_vocabulary,
    union_vocabulary,
)
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import FILLED_LISTS


@pytest.mark.parametrize(
    ("key", "script"),
    [
        ("names", "Latin"),
        ("de", "Latin"),
        ("ru", "Cyrillic"),
        ("hi", "Devanagari"),
        ("ne", "Devanagari"),
        ("he", "Hebrew"),
    ],
)
def test_the_script_of_a_list_is_that_of_most_of_its_letters(key, script):
    assert script_of_table(load_list(key).tables) == script


def test_a_script_is_that_of_most_letters_and_marks_do_not_count():
    assert script_of("abлев") == "Cyrillic"
    assert script_of("a\u0301\u0301-' ") == "Latin"
    assert script_of("日本") == "CJK"


def test_lists_of_a_script_are_found_and_a_single_one_is_refused():
    lists = {"one": count_tables(["ab"]), "two": count_tables(["лев"]), "three": count_tables(["é"])}
    assert lists_of_script(lists, "latin") == ["one", "three"]
    with pytest.raises(ValueError, match=r"two lists or more \(Latin\), got Cyrillic, with two$"):
        lists_of_script(lists, "Cyrillic")
    with pytest.raises(ValueError, match="got Klingon, with no list"):
        lists_of_script(lists, "Klingon")


@given(FILLED_LISTS, FILLED_LISTS)
def test_counts_over_another_vocabulary_are_those_of_the_same_pairs(words, others):
    vocab, other = build_vocabulary(words), build_vocabulary(others)
    counts = count_bigrams(words, vocab)
    for new in (union_vocabulary([vocab, other]), shared_vocabulary(vocab, other)):
        changed = change_vocabulary(counts, vocab, new)
        slow = [
            [int(counts[vocab.stoi[a], vocab.stoi[b]]) if {a, b} <= set(vocab.itos) else 0 for b in new.itos]
            for a in new.itos
        ]
        assert changed.tolist() == slow
    assert change_vocabulary(counts, vocab, union_vocabulary([vocab, other])).sum() == counts.sum()


def test_union_and_shared_letters_are_sorted():
    one, other = Vocabulary((".", "b", "a")), Vocabulary((".", "c", "b"))
    assert union_vocabulary([one, other]).itos == (".", "a", "b", "c")
    assert shared_vocabulary(one, other).itos == (".", "b")
    assert change_vocabulary(torch.tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), one, other).tolist() == [
        [1, 0, 2],
        [0, 0, 0],
        [4, 0, 5],
    ]


def test_lists_may_have_different_boundaries():
    plain, dotted = count_tables(["ab"]), count_tables(["a.b"], boundary="|")
    for vocabs in ([plain.vocab, dotted.vocab], [dotted.vocab, plain.vocab]):
        union = union_vocabulary(vocabs)
        assert (union.itos, union.boundary) == (("|", ".", "a", "b"), "|")
        assert change_vocabulary(plain.all, plain.vocab, union).tolist() == [
            [0, 0, 1, 0],
            [0, 0, 0, 0],
            [0, 0, 0, 1],
            [1, 0, 0, 0],
        ]
    assert shared_vocabulary(plain.vocab, dotted.vocab).itos == (".", "a", "b")
    with pytest.raises(ValueError, match=r"expected a boundary that is no letter of another list, got '\|'"):
        union_vocabulary([dotted.vocab, count_tables(["|"]).vocab])
