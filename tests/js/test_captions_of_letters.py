"""The caption of *Likelihood* in JavaScript, run on Node: at every stop the facts and the sentence are Python's."""

import pytest

from analysis.counts.likelihood import score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import load_tables
from analysis.views.captions import letters_facts
from analysis.views.slider import SMOOTHING_SCALE
from analysis.words.vocabulary import labels
from pages.components.texts import texts
from tests.js.node import MODEL, node_with

javascript = node_with(
    f"{MODEL}/model.js",
    "components/live/paint/caption.js",
    "likelihood/letters/work.js",
    "likelihood/letters/caption.js",
)
STOPS = SMOOTHING_SCALE.values()[:: len(SMOOTHING_SCALE.values()) // 50]
NAMES = load_tables("names")
RULES = texts("pages/likelihood/page.py")("js.caption")
FACTS = """lettersFacts(
    { ...x, total: x.counts.reduce((a, b) => a + b),
      letters: lettersOf(x.words, smoothedProbs(Float64Array.from(x.counts), x.size, x.smoothing), x.size) }, x)"""


def holds(rule, facts):
    return all(low <= facts[name] <= high for name, (low, high) in rule["when"].items())


@pytest.mark.parametrize(
    ("words", "chosen"), [("emma", [4, 2]), ("andrejq emma", [0, 3, 4, 2]), ("qqqq jq", [1, 3, 2]), ("anna", [4, 2])]
)
def test_at_fifty_stops_the_facts_and_the_sentence_are_pythons(javascript, words, chosen):
    assert len(STOPS) >= 50
    words = words.split()
    known = {"counts": NAMES.all.flatten().tolist(), "size": len(NAMES.vocab), "labels": labels(NAMES.vocab)}
    known["words"] = [NAMES.vocab.encode(word) for word in words]
    rules = []
    for smoothing in STOPS:
        probs = smoothed_probs(NAMES.all, smoothing)
        scores = [score_word(word, NAMES.vocab, probs) for word in words]
        facts, numbers = letters_facts(NAMES.all, NAMES.vocab, smoothing, scores)
        got = javascript(FACTS, known | {"smoothing": smoothing})
        assert got["facts"] == pytest.approx(facts, abs=1e-12)
        assert got["numbers"] == numbers
        if words[0] == "qqqq" and not smoothing:
            assert numbers["impossible"] == "2"  # qq three times, and jq
        rule = next(i for i, rule in enumerate(RULES) if holds(rule, facts))
        said = javascript("captionOf(x.rules, x.facts, x.numbers)", {"rules": RULES, **got})
        assert said == RULES[rule]["text"].format(**numbers)
        rules.append(rule)
    assert list(dict.fromkeys(rules)) == chosen
