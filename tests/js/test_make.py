"""Words that fit a wish in JavaScript (make.js), run on Node, against Python, word by word."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.models.likelihood import judge_words
from analysis.models.table import TableModel
from analysis.models.temperature import with_temperature
from analysis.samples.make import Wish, make_words
from analysis.streams import open_stream
from tests.js.node import MODEL, node_with
from tests.js.test_model import random_counts, vocabulary

SEARCH = """(() => {
    const { letters, size = letters.length } = x, probs = smoothedProbs(x.counts, size, x.smoothing);
    const tape = openTape("lecture", BigInt(x.seed), size);
    const search = openSearch(tape, tableWithTemperature(probs, size, x.temperature), letters, x.n,
        { ...x.wish, known: x.known && new Set(x.known) });
    let looks = 0, parts = 1;
    while (continueSearch(search, () => looks++ % x.every === x.every - 1)) parts++;
    return { words: judgeFound(search, probs, x.sort), tries: search.tries, parts };
})()"""
"""A search that is interrupted at every so many words."""

javascript = node_with(f"{MODEL}/make.js", f"{MODEL}/model.js", f"{MODEL}/streams.js")


def both(javascript, counts, vocab, wish, *, smoothing=1.0, temperature=1.0, n=100, seed=5, sort="drawn", every=10**9):
    """What Python and JavaScript find: the words with their nlls, and the words drawn."""
    probs = smoothed_probs(counts, smoothing)
    made = make_words(TableModel(with_temperature(probs, temperature)), vocab, n, open_stream("lecture", seed), wish)
    start = vocab.encode(wish.start)[1:-1]
    x = {"counts": counts.flatten().tolist(), "letters": vocab.itos, "smoothing": smoothing, "temperature": temperature}
    x |= {"n": n, "seed": str(seed), "sort": sort, "every": every, "known": sorted(wish.known) or None}
    got = javascript(SEARCH, x | {"wish": {"start": start, "shortest": wish.shortest, "longest": wish.longest}})
    return judge_words(made.words, vocab, TableModel(probs), sort), made.tries, got


@pytest.mark.parametrize(
    ("wish", "settings"),
    [
        (Wish(), {"smoothing": 0.0, "n": 500, "seed": 2147483647}),
        (Wish(), {"temperature": 0.3, "sort": "nll", "n": 500}),
        (Wish(), {"temperature": 20.0, "smoothing": 1e6, "seed": 2**64 - 1}),
        (Wish("qu", shortest=4, longest=7), {"temperature": 1.7, "smoothing": 0.0}),
        (Wish("qz"), {"smoothing": 0.0, "n": 3}),  # a start that never comes: the nll is infinite
        (Wish(shortest=600), {"temperature": 100.0, "smoothing": 1e6, "n": 2}),  # words of 26 letters on average
    ],
    ids=["plain", "cold, by nll", "hot", "start and length", "impossible start", "letters end the search"],
)
def test_words_nlls_and_tries_are_pythons(wish, settings, names, javascript):
    expected, tries, got = both(javascript, names.all, names.vocab, wish, **settings)
    assert [one["word"] for one in got["words"]] == [one.word for one in expected]
    assert [one["nll"] for one in got["words"]] == pytest.approx([one.nll for one in expected], abs=1e-9)
    assert got["tries"] == tries


def test_words_of_the_list_are_left_out_in_another_alphabet_too(javascript):
    counts, vocab = random_counts(6), vocabulary(6)
    known = frozenset(both(javascript, counts, vocab, Wish(), n=50)[0][i].word for i in range(50))
    expected, tries, got = both(javascript, counts, vocab, Wish(known=known))
    assert tries > 100
    assert ([one["word"] for one in got["words"]], got["tries"]) == ([one.word for one in expected], tries)


def test_a_search_in_parts_finds_what_one_without_a_break_finds(names, javascript):
    wish = Wish("q", shortest=9)
    expected, tries, got = both(javascript, names.all, names.vocab, wish, every=10)
    assert ([one["word"] for one in got["words"]], got["tries"]) == ([one.word for one in expected], tries)
    assert got["parts"] > tries / 10
