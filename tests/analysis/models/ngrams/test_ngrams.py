"""Counted models of k letters: by hand on three characters, sums of 1, the slow twin, a second implementation."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.contexts import count_contexts
from analysis.counts.contexts.examples import context_ids
from analysis.counts.smoothing import smoothed_probs
from analysis.models.base import examples_of
from analysis.models.likelihood import target_probs
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.choose import FAMILIES, NgramName
from analysis.models.ngrams.interpolated import witten_bell
from analysis.models.ngrams.kneser_ney import kneser_ney, modified_discounts
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import FILLED_LISTS, SMOOTHINGS, counts_of

AB = Vocabulary((".", "a", "b"))
WORDS = ["ab", "ab", "b"]  # after .: a twice, b once; after a: b twice; after b: the end three times
MOST = 4


def counts_of_words(words, k, vocab=AB):
    return count_contexts(context_ids(words, vocab, k), len(vocab))


def row(model, *context):
    return model.next_probs(torch.tensor([context])).tolist()[0]


def test_additive_by_hand():
    # after .a comes b twice, of two: (2 + 1) / (2 + 3), and (0 + 1) / 5 twice
    model = AdditiveModel(counts_of_words(WORDS, 2), 2, 1.0)
    assert row(model, 0, 1) == pytest.approx([1 / 5, 1 / 5, 3 / 5])
    assert row(model, 2, 2) == [1 / 3, 1 / 3, 1 / 3]  # bb was never seen
    assert row(AdditiveModel(counts_of_words(WORDS, 2), 2, 0.0), 2, 2) == [1 / 3, 1 / 3, 1 / 3]
    assert row(AdditiveModel(counts_of_words(WORDS, 0), 0, 0.0), 2) == [3 / 8, 2 / 8, 3 / 8]  # of 8 characters


def test_witten_bell_by_hand():
    # no letter: 8 characters, 3 different: c / 11 + 3 / 11 * 1 / 3 = (c + 1) / 11, so 4, 3, 4 of 11
    # after .: 3 characters, 2 different: c / 5 + 2 / 5 * p
    model = witten_bell(counts_of_words(WORDS, 1), 1)
    assert row(model, 0) == pytest.approx([2 / 5 * 4 / 11, 2 / 5 + 2 / 5 * 3 / 11, 1 / 5 + 2 / 5 * 4 / 11])


def test_kneser_ney_by_hand():
    # Cells: .a 2, .b 1, ab 2, b. 3. n1 = 1, n2 = 2, n3 = 1, n4 = 0, so Y = 1 / (1 + 4) = 0.2:
    #   D1 = 1 - 2 * 0.2 * 2 / 1 = 0.2, D2 = 2 - 3 * 0.2 * 1 / 2 = 1.7, D3 = 3.
    # Different letters before ., a, b: 1, 1, 2. n1 = 2, n2 = 1, n3 = 0, so Y = 0.5: D1 = 1 - 2 * 0.5 / 2 = 0.5, D2 = 2.
    #   Of 4, 0.5 + 0.5 + 2 = 3 are taken off: p(.) = p(a) = 0.5 / 4 + 3 / 4 / 3 = 0.375, p(b) = 0 + 0.25.
    # After .: 1.9 of 3 are taken off. p(a) = 0.3 / 3 + 1.9 / 3 * 0.375 = 0.3375, p(b) = 0.8 / 3 + 1.9 / 3 * 0.25.
    model = kneser_ney(counts_of_words(WORDS, 1), 1)
    assert row(model, 0) == pytest.approx([0.2375, 0.3375, 0.425])
    # After a: 1.7 of 2. p(b) = 0.3 / 2 + 0.85 * 0.25 = 0.3625
    assert row(model, 1) == pytest.approx([0.85 * 0.375, 0.85 * 0.375, 0.3625])


def test_a_context_never_seen_is_the_one_without_its_first_letter():
    for make in (witten_bell, kneser_ney):
        model = make(counts_of_words(WORDS, 2), 2)
        assert row(model, 2, 1) == row(model, 1, 1)  # neither ba nor aa occurs: both are what follows a


@pytest.mark.parametrize(
    ("counts", "discounts"),
    [
        ([5, 5, 9], [0.5, 0.5, 0.5]),  # nothing is seen once
        ([1, 3, 3], [1.0, 0.5, 3.0]),  # nothing twice: Y = 1
        ([1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4], [1 - 2 / 7 * 3, 2 - 3 / 7 * 2 / 3, 3 - 4 / 7 * 6 / 2]),
        ([1, 1, 1, 1, 3, 4, 4], [1.0, 0.5, 0.5]),  # D3 = 3 - 4 * 2 is below 0
    ],
)
def test_discounts_stay_between_0_and_the_count(counts, discounts):
    assert modified_discounts(np.array(counts)) == pytest.approx(discounts)


@given(FILLED_LISTS, st.integers(0, MOST), SMOOTHINGS, st.data())
def test_every_row_sums_to_1_and_a_target_has_its_number_of_the_row(words, k, smoothing, data):
    vocab = build_vocabulary(words)
    counts = counts_of_words(words, MOST, vocab)
    letter = st.integers(0, len(vocab) - 1)
    odd = data.draw(st.lists(st.lists(letter, min_size=MOST, max_size=MOST), max_size=5))
    for family in FAMILIES:
        model = NgramName(family, k, smoothing).make(counts)
        contexts, targets = examples = examples_of([*words, *words], vocab, model.k)
        rows = model.next_probs(contexts)
        assert rows.dtype == torch.float64
        more = torch.tensor(odd, dtype=torch.int64).reshape(-1, MOST)[:, MOST - model.k :]
        for each in (rows, model.next_probs(more)):
            assert each.sum(1).tolist() == pytest.approx([1.0] * len(each), abs=1e-12)
            assert (each > 0).all() or family == "add"
        picked = rows[torch.arange(len(targets)), targets]
        assert target_probs(model, examples).tolist() == pytest.approx(picked.tolist(), rel=1e-12)


@given(FILLED_LISTS, SMOOTHINGS)
def test_additive_with_one_letter_is_the_bigram_table(words, smoothing):
    vocab = build_vocabulary(words)
    model = AdditiveModel(counts_of_words(words, 1, vocab), 1, smoothing)
    rows = model.next_probs(torch.arange(len(vocab))[:, None])
    assert torch.equal(rows, smoothed_probs(counts_of(words), smoothing))


@pytest.mark.parametrize("order", [2, 3, 4])
def test_kneser_ney_with_one_discount_is_that_of_nltk(order):
    lm = pytest.importorskip("nltk.lm", reason="nltk is not installed: pip install -r requirements-dev.txt")
    words = ["emma", "ava", "mia", "amelia", "eve", "mae", "emma", "lea", "alma", "ella"]
    vocab, discount = build_vocabulary(words), 0.3
    padded = [["."] * (order - 1) + [*word, "."] for word in words]
    runs = [
        [tuple(word[i - n + 1 : i + 1]) for i in range(order - 1, len(word)) for n in range(1, order + 1)]
        for word in padded
    ]
    theirs = lm.KneserNeyInterpolated(order, discount)
    theirs.fit(runs, vocab.itos)
    of_each = [[0.0] * 3, *[[discount] * 3] * (order - 1)]  # it takes nothing off where no letter is seen
    ours = kneser_ney(counts_of_words(words, order - 1, vocab), order - 1, of_each)
    contexts, _ = examples_of([*words, "leva", "mmm"], vocab, ours.k)
    for context, probs in zip(contexts.tolist(), ours.next_probs(contexts).tolist(), strict=True):
        before = tuple(vocab.itos[i] for i in context)[len(context) - order + 1 :]
        expected = [theirs.unmasked_score(letter, before) for letter in vocab.itos]
        assert probs == pytest.approx(expected, abs=1e-9)


def test_more_letters_than_were_counted_are_refused():
    for name in (NgramName("add", 2), NgramName("wb", 2), NgramName("kn", 2)):
        with pytest.raises(ValueError, match="0 to 1 letters, got 2"):
            name.make(counts_of_words(WORDS, 1))
