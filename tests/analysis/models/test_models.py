"""A model that looks at two letters is scored, drawn from and compared like any other: against slow plain loops."""

import math

import numpy as np
import pytest
import torch

from analysis.counts import likelihood as of_tables
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import count_tables
from analysis.counts.word_list import list_of_words
from analysis.models.base import examples_of
from analysis.models.comparison import compare_models, compare_with_net, measure_distance
from analysis.models.likelihood import mean_nll, score_word
from analysis.models.net import NetModel
from analysis.models.table import CountedModel, TableModel
from analysis.net.forward import initial_weights, net_nll
from analysis.samples.names import sample_many, sample_words
from analysis.samples.paired import paired_samples, running_samples
from analysis.streams import STREAMS, open_stream
from analysis.words.split import split_words
from analysis.words.vocabulary import Vocabulary, build_vocabulary

AB = Vocabulary((".", "a", "b"))
FEW = ["emma", "ava", "mia", "amelia", "eve", "mae", "emma", "lea", "alma", "ella"]


class Trigrams:
    """How often each letter follows each two, and `smoothing` fake counts."""

    k = 2

    def __init__(self, words, vocab, smoothing):
        self.table = torch.full((len(vocab),) * 3, smoothing, dtype=torch.float64)
        for word in words:
            ids = [0, *vocab.encode(word)]
            for first, second, third in zip(ids, ids[1:], ids[2:], strict=False):
                self.table[first, second, third] += 1
        self.table /= self.table.sum(2, keepdim=True)

    def next_probs(self, contexts):
        assert contexts.dtype == torch.int64
        assert contexts.shape[1] == 2
        return self.table[contexts[:, 0], contexts[:, 1]]


class OneLetter:
    """A bigram model that is not known to be one: it can only be asked."""

    k = 1

    def __init__(self, probs):
        self.probs = probs

    def next_probs(self, contexts):
        return self.probs[contexts[:, 0]]


@pytest.fixture(scope="module")
def vocab():
    return build_vocabulary(FEW)


@pytest.fixture(scope="module")
def trigrams(vocab):
    return Trigrams(FEW, vocab, 0.1)


def steps(word, vocab, model):
    """(two letters before, next letter, row) of each predicted character, one after the other."""
    padded = ".." + word + "."
    for i in range(len(word) + 1):
        first, second, third = (vocab.id_of(letter) for letter in padded[i : i + 3])
        yield (first, second), third, model.table[first, second]


def test_two_letters_by_hand():
    # a follows .., then ab twice and a. once: P(b | .a) = 2/3; b follows ab twice of two
    model = Trigrams(["ab", "ab", "a"], AB, 0)
    rows = model.next_probs(torch.tensor([[0, 0], [0, 1], [1, 2]]))
    assert rows.tolist() == [[0, 1, 0], [1 / 3, 0, 2 / 3], [1, 0, 0]]
    assert mean_nll(["ab", "a"], AB, model) == pytest.approx(-(math.log(2 / 3) + math.log(1 / 3)) / 5)


def test_the_contexts_of_words_are_those_of_a_plain_loop(vocab):
    for k in (1, 2, 3):
        contexts, targets = examples_of(FEW, vocab, k)
        expected = [
            ([vocab.id_of(letter) for letter in ("." * k + word + ".")[i : i + k + 1]])
            for word in FEW
            for i in range(len(word) + 1)
        ]
        assert torch.cat([contexts, targets[:, None]], 1).tolist() == expected
    assert examples_of([], vocab, 2).contexts.shape == (0, 2)


def test_a_score_is_that_of_a_plain_loop(vocab, trigrams):
    for word in ("emma", "e", "lll"):
        score, slow = score_word(word, vocab, trigrams), list(steps(word, vocab, trigrams))
        assert [letter.prob for letter in score.letters] == [float(row[third]) for _, third, row in slow]
        assert [(x.previous, x.next) for x in score.letters] == [(pair[1], third) for pair, third, _ in slow]
        assert score.log_likelihood == pytest.approx(sum(math.log(row[third]) for _, third, row in slow))
        assert score.nll == pytest.approx(-score.log_likelihood / (len(word) + 1))


def test_an_nll_is_that_of_a_plain_loop_and_infinite_where_a_letter_is_impossible(vocab, trigrams):
    terms = [math.log(row[third]) for word in FEW for _, third, row in steps(word, vocab, trigrams)]
    assert mean_nll(FEW, vocab, trigrams) == pytest.approx(-sum(terms) / len(terms))
    without = Trigrams(FEW, vocab, 1e-300)
    without.table[without.table < 1e-200] = 0
    assert mean_nll(["evea"], vocab, without) == math.inf
    assert score_word("evea", vocab, without).nll == math.inf


@pytest.mark.parametrize("stream", STREAMS)
def test_words_are_those_of_a_plain_loop(stream, vocab, trigrams):
    running, expected = open_stream(stream, 5), []
    for _ in range(8):
        word, before = [], (0, 0)
        while (following := running.draw(running.prepare(trigrams.table[before]))) != 0:
            word.append(vocab.itos[following])
            before = (before[1], following)
        expected.append("".join(word))
    assert sample_words(trigrams, vocab, 8, open_stream(stream, 5)) == expected


def test_words_with_random_numbers_of_their_own_are_those_of_a_plain_loop(vocab, trigrams):
    uniforms, expected = np.random.default_rng(1).random((6, 9)), []
    for row in uniforms:
        word, before = [], (0, 0)
        for u in row:
            following = int((trigrams.table[before].cumsum(0) <= u).sum())
            if following == 0:
                break
            word.append(vocab.itos[following])
            before = (before[1], following)
        expected.append("".join(word))
    assert sample_many(trigrams, vocab, uniforms) == expected


def test_a_weight_counts_a_word_as_often(vocab, trigrams):
    repeated = mean_nll([FEW[0]] * 3 + [FEW[1]], vocab, trigrams)
    assert mean_nll(FEW[:2], vocab, trigrams, [3, 1]) == pytest.approx(repeated)


def test_a_word_that_does_not_end_is_cut(vocab):
    never = Trigrams([], vocab, 1.0)
    never.table[:, :, 0] = 0
    assert [len(word) for word in sample_words(never, vocab, 2, open_stream("lecture", 1), max_len=7)] == [7, 7]


def test_rows_are_forgotten_and_asked_for_again_with_the_same_words(vocab, trigrams, monkeypatch):
    words = sample_words(trigrams, vocab, 20, open_stream("lecture", 1))
    monkeypatch.setattr("analysis.samples.names.KEPT_ROWS", 2)
    assert sample_words(trigrams, vocab, 20, open_stream("lecture", 1)) == words


def test_it_is_drawn_in_pairs_with_a_bigram_model(vocab, trigrams):
    counted = CountedModel(count_tables(FEW).all, 0)
    pairs, running = (draw(counted, trigrams, vocab, 9, "cpu", 3) for draw in (paired_samples, running_samples))
    assert [pair.first for pair in pairs] == running[0] == sample_words(counted.probs, vocab, 9, open_stream("cpu", 3))
    assert running[1] == sample_words(trigrams, vocab, 9, open_stream("cpu", 3))
    assert pairs[0].second == running[1][0]


def test_a_comparison_with_a_bigram_model_is_that_of_plain_loops(vocab, trigrams):
    probs, kls, largest = smoothed_probs(count_tables(FEW).all, 1), [], []
    rows: dict[int, list[float]] = {}
    for word in FEW:
        for pair, _, second in steps(word, vocab, trigrams):
            first = probs[pair[1]]
            kls.append(sum(float(p * (p / q).log()) for p, q in zip(first, second, strict=True)))
            rows.setdefault(pair[1], []).append(kls[-1])
            largest += [(abs(float(p - q)), pair[1], i) for i, (p, q) in enumerate(zip(first, second, strict=True))]
    found = measure_distance(TableModel(probs), trigrams, vocab, FEW)
    assert found.kl == pytest.approx(sum(kls) / len(kls))
    assert found.kl_rows == pytest.approx([sum(kl) / len(kl) for _, kl in sorted(rows.items())])
    assert found.difference[0] == pytest.approx(max(largest)[0])
    assert found.difference[1:] in {(a, b) for size, a, b in largest if size == pytest.approx(max(largest)[0])}


def test_each_nll_of_a_comparison_is_of_its_part(vocab, trigrams):
    train, dev, _ = split_words(FEW)
    tables, listed = count_tables(FEW), list_of_words(FEW)
    models = TableModel(smoothed_probs(tables.all, 1)), trigrams
    found = compare_models(tables, models, models, listed)
    expected = [mean_nll(part, vocab, model) for part in (FEW, train, dev) for model in models]
    assert list(found[3:]) == expected
    assert compare_models(tables, models, (None, trigrams), listed)[5::2] == (None, None)


def test_a_bigram_model_gives_the_same_digits_by_its_table_and_asked_letter_by_letter(names, words):
    few, probs = words[:200], smoothed_probs(names.all, 1)
    table, asked = TableModel(probs), OneLetter(probs)
    assert score_word("emma", names.vocab, table) == score_word("emma", names.vocab, asked)
    assert score_word("emma", names.vocab, table) == of_tables.score_word("emma", names.vocab, probs)
    drawn = [sample_words(model, names.vocab, 20, open_stream("lecture", 9)) for model in (probs, table, asked)]
    assert drawn[0] == drawn[1] == drawn[2]
    assert mean_nll(few, names.vocab, asked) == pytest.approx(mean_nll(few, names.vocab, table), rel=1e-12)


@pytest.mark.parametrize("times", [None, [1 + i % 7 for i in range(400)]])
def test_two_bigram_models_compared_over_words_and_over_counts_are_the_same(times, words):
    listed = list_of_words(words[:400], weights=times)
    tables = listed.tables
    weights = initial_weights("rand", len(tables.vocab), 3)
    counted, of_train, net = (
        OneLetter(model.probs)
        for model in (CountedModel(tables.all, 2.0), CountedModel(tables.train, 2.0), NetModel(weights))
    )
    over_words = compare_models(tables, (counted, net), (of_train, net), listed)
    over_counts = compare_with_net(tables, 2.0, weights, weights)
    assert over_words.kl == pytest.approx(over_counts.kl)
    occurs = [row for row, total in enumerate(tables.all.sum(1)) if total]
    assert [over_words.kl_rows[row] for row in occurs] == pytest.approx([over_counts.kl_rows[row] for row in occurs])
    assert list(over_words[3:]) == pytest.approx(list(over_counts[3:]))


def test_a_table_keeps_what_its_rows_were_and_the_nets_nll_stays_finite():
    counts = torch.tensor([[0, 2], [2, 0]])
    counted, net = CountedModel(counts, 1), NetModel(torch.tensor([[0.0, 2000], [0, 0]]))
    assert counted.mass.tolist() == [[1, 3], [3, 1]]
    assert net.mass is net.probs
    assert net.nll_of_counts(counts.flip(1)) == net_nll(counts.flip(1), net.weights) == pytest.approx(1000.35, abs=0.01)


def test_a_model_that_cannot_be_scored_or_drawn_from_is_told(vocab, trigrams):
    for k in (0, -1):
        with pytest.raises(ValueError, match=f"at least 1 letter, got {k}"):
            examples_of(FEW, vocab, k)
    with pytest.raises(ValueError, match="at least one letter, got none"):
        score_word("", vocab, trigrams)
    with pytest.raises(ValueError, match="at least one word, got none"):
        mean_nll([], vocab, trigrams)
    with pytest.raises(ValueError, match="at least one word, got none"):
        measure_distance(trigrams, trigrams, vocab, [])
    broken = Trigrams(FEW, vocab, 0.0)  # rows without counts are 0 / 0
    with pytest.raises(ValueError, match="must be >= 0, got nan"):
        score_word("vvv", vocab, broken)
    broken.table[0, 0] = 0
    with pytest.raises(ValueError, match="needs finite probabilities"):
        sample_words(broken, vocab, 1, open_stream("lecture", 1))
