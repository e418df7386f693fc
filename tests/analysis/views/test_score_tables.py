"""Words that were scored, as frames."""

import pytest

from analysis.counts.likelihood import score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.views.score_tables import letters_frame, words_frame


@pytest.fixture(scope="module")
def scores(names):
    probs = smoothed_probs(names.all, 0.0)
    return [score_word(word, names.vocab, probs) for word in ("ava", "jq")]


def test_each_letter_has_its_line(scores, names):
    frame = letters_frame(scores, names.vocab.itos)
    assert (frame["word"] + ":" + frame["previous"] + frame["next"]).tolist() == [
        "ava:.a",
        "ava:av",
        "ava:va",
        "ava:a.",
        "jq:.j",
        "jq:jq",
        "jq:q.",
    ]
    assert frame["prob"][0] == 4410 / 32033
    assert frame["logprob"][5] == -float("inf")


def test_each_word_has_its_sums_and_its_place_in_percent(scores):
    frame = words_frame(scores, [0.25, None])
    assert frame["characters"].tolist() == [4, 3]
    assert (round(frame["log_likelihood"][0], 4), round(frame["nll"][0], 4)) == (-8.7055, 2.1764)
    assert frame["perplexity"][1] == float("inf")
    assert frame["below"][0] == 25
    assert frame["below"].isna().tolist() == [False, True]
