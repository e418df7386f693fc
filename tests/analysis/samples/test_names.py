from bisect import bisect_right
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given

from analysis.counts.normalization import normalize
from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import OWN_ROW, sample_many, sample_own_rows, sample_words
from analysis.streams import STREAMS, open_stream
from analysis.streams.numbers import uniform_rows
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import FILLED_LISTS, counts_of

LECTURE_SEED = 2147483647
LECTURE_NAMES = ["mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie"]
CPU_NAMES = "cexze momasurailezitynn konimittain llayn ka da staiyaubrtthrigotai moliellavo ke teda"
AB = Vocabulary((".", "a", "b"))
ALWAYS_AB = torch.tensor([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])
NEVER_ENDS = torch.tensor([[0.0, 1, 0], [0, 1, 0], [1, 0, 0]])

every_stream = pytest.mark.parametrize("name", STREAMS)


def uniforms(n: int, max_len: int, seed: int = 1) -> np.ndarray:
    return uniform_rows(seed, n, max_len)


@given(FILLED_LISTS)
def test_only_pairs_that_were_counted_are_drawn(words):
    vocab, counts = build_vocabulary(words), counts_of(words)
    many = sample_many(smoothed_probs(counts, 0), vocab, uniforms(10, 400))
    assert all(counts[a, b] > 0 for word in many for a, b in pairwise(vocab.encode(word)))


@every_stream
def test_only_pairs_of_the_names_are_drawn_one_by_one(names, name):
    words = sample_words(smoothed_probs(names.all, 0), names.vocab, 50, open_stream(name, 3))
    assert all(names.all[a, b] > 0 for word in words for a, b in pairwise(names.vocab.encode(word)))


@every_stream
@pytest.mark.parametrize("n", [1, 7])
def test_as_many_words_are_drawn_as_asked_for(names, name, n):
    assert len(sample_words(smoothed_probs(names.all, 0), names.vocab, n, open_stream(name, 3))) == n


@every_stream
def test_asking_for_more_words_keeps_the_first_ones(names, name):
    few, more = (
        sample_words(smoothed_probs(names.all, 0), names.vocab, n, open_stream(name, LECTURE_SEED)) for n in (3, 8)
    )
    assert more[:3] == few


def test_a_word_of_many_reads_its_own_row_whatever_the_others_do(names):
    probs, rows, order = smoothed_probs(names.all, 0), uniforms(20, 50), list(range(19, -1, -1))
    straight, turned = sample_many(probs, names.vocab, rows), sample_many(probs, names.vocab, rows[order])
    assert turned == [straight[j] for j in order]


def test_rows_of_many_need_not_sum_to_one(names):
    probs, rows = smoothed_probs(names.all, 0), uniforms(20, 50)
    assert sample_many(probs * 4, names.vocab, rows) == sample_many(probs, names.vocab, rows)


def test_sampling_leaves_probs_and_uniforms_as_they_were(names):
    probs, rows = smoothed_probs(names.all, 0), uniforms(5, 20)
    before = probs.clone(), rows.copy()
    sample_many(probs, names.vocab, rows)
    sample_words(probs, names.vocab, 5, open_stream("lecture", 1))
    assert (torch.equal(probs, before[0]), np.array_equal(rows, before[1])) == (True, True)


@every_stream
def test_a_model_with_one_word_by_hand(name):
    # . -> a -> b -> . with probability 1
    assert sample_words(ALWAYS_AB, AB, 3, open_stream(name, 1)) == ["ab", "ab", "ab"]


def test_two_words_of_many_by_hand():
    # cumulative: row . = 0 .5 1, row a = .25 .5 1, row b = 1
    # u .4: a, .2: .            -> a
    # u .6: b, .9: ., .1: not read -> b
    # u .4: a, .4: a, .26: a, cut -> aaa
    probs = torch.tensor([[0, 0.5, 0.5], [0.25, 0.25, 0.5], [1, 0, 0]])
    rows = np.array([[0.4, 0.2, 0.9], [0.6, 0.9, 0.1], [0.4, 0.4, 0.26]])
    assert sample_many(probs, AB, rows) == ["a", "b", "aaa"]


def test_many_words_are_drawn_in_float64():
    # 0.33333334 is above 1/3, but below the float32 next to it, 0.33333334327
    thirds = torch.tensor([[1 / 3, 2 / 3, 0]] * 3, dtype=torch.float64)
    assert sample_many(thirds, AB, np.array([[0.33333334]])) == ["a"]


@pytest.mark.parametrize("smoothing", [0, 1, 1000])
def test_many_words_agree_with_a_plain_loop(names, smoothing):
    probs, rows = smoothed_probs(names.all, smoothing), uniforms(200, 30)
    slow = []
    for row in rows.tolist():
        word, current = "", 0
        for u in row:
            cumulative = np.cumsum(probs[current].numpy())
            current = bisect_right((cumulative / cumulative[-1]).tolist(), u)
            if current == 0:
                break
            word += names.vocab.itos[current]
        slow.append(word)
    assert sample_many(probs, names.vocab, rows) == slow


def test_words_one_by_one_agree_with_the_loop_of_the_lecture(names):
    probs, generator, slow = smoothed_probs(names.all, 0).float(), torch.Generator().manual_seed(5), []
    for _ in range(20):
        ix, out = 0, []
        while True:
            ix = torch.multinomial(probs[ix], num_samples=1, replacement=True, generator=generator).item()
            if ix == 0:
                break
            out.append(names.vocab.itos[ix])
        slow.append("".join(out))
    assert sample_words(probs, names.vocab, 20, open_stream("torch", 5)) == slow


@every_stream
@pytest.mark.parametrize("max_len", [0, 1, 4])
def test_a_word_that_does_not_end_is_cut(name, max_len):
    assert sample_words(NEVER_ENDS, AB, 2, open_stream(name, 1), max_len=max_len) == ["a" * max_len] * 2


def test_a_word_of_many_that_does_not_end_is_cut():
    assert sample_many(NEVER_ENDS, AB, uniforms(2, 4)) == ["aaaa", "aaaa"]


def test_a_word_can_be_empty_where_the_end_can_follow_the_start():
    certain_end = torch.tensor([[1.0, 0, 0]] * 3)
    assert sample_words(certain_end, AB, 2, open_stream("lecture", 1)) == ["", ""]


def test_no_rows_of_uniforms_give_no_words():
    assert sample_many(ALWAYS_AB, AB, np.empty((0, 5))) == []


@pytest.mark.parametrize("n", [0, -1, 10_000_001, 1.5, "ten"])
def test_a_number_of_words_out_of_its_limits_is_refused(n):
    with pytest.raises(ValueError, match=f"n must be a whole number from 1 to 10,000,000, got {n}$"):
        sample_words(ALWAYS_AB, AB, n, open_stream("lecture", 1))


@every_stream
def test_a_row_without_mass_is_refused(name):
    with pytest.raises(ValueError, match="probabilities >= 0 with a sum above 0, got a sum of 0"):
        sample_words(torch.tensor([[0.0, 1, 0], [1, 0, 0], [0, 0, 0]]), AB, 1, open_stream(name, 1))


@pytest.mark.parametrize("smoothing", [0, 1])
@pytest.mark.parametrize(("stream", "published"), [("lecture", LECTURE_NAMES), ("cpu", CPU_NAMES.split())])
def test_the_names_are_the_published_ones(names, stream, published, smoothing):
    probs = smoothed_probs(names.all, smoothing)
    assert sample_words(probs, names.vocab, len(published), open_stream(stream, LECTURE_SEED)) == published


@pytest.mark.parametrize(("stream", "published"), [("lecture", LECTURE_NAMES), ("cpu", CPU_NAMES.split())])
def test_divided_by_the_total_the_names_are_the_same(names, stream, published):
    probs = normalize(names.all + 1, "total")
    assert sample_words(probs, names.vocab, len(published), open_stream(stream, LECTURE_SEED)) == published


def test_without_keepdim_the_names_are_others(names):
    probs = normalize(names.all, "sum1")
    assert sample_words(probs, names.vocab, 5, open_stream("lecture", LECTURE_SEED)) != LECTURE_NAMES


def test_a_uniform_of_0_never_draws_what_has_probability_0():
    probs = torch.tensor([[0, 1.0, 0], [0, 0, 1.0], [1.0, 0, 0]])
    assert sample_many(probs, AB, np.zeros((1, 3))) == ["ab"]


def test_many_words_from_a_row_without_mass_are_refused():
    with pytest.raises(ValueError, match="with a sum above 0, got"):
        sample_many(torch.zeros(3, 3), AB, np.full((1, 3), 0.5))


def test_words_with_rows_of_their_own_are_the_same_drawn_in_blocks(names, monkeypatch):
    probs = smoothed_probs(names.all, 1.0)
    monkeypatch.setattr("analysis.samples.names.BLOCK", 3)
    assert sample_own_rows(probs, names.vocab, 8, 42) == sample_many(probs, names.vocab, uniform_rows(42, 8, OWN_ROW))
