"""Captions: the browser's facts and numbers are Python's at fifty stops, and every stop has a sentence (on Node)."""

import re

import numpy as np
import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.views.captions import percent, smoothing_facts
from analysis.words.vocabulary import labels
from pages.components.texts import texts
from tests.js.node import node_with

javascript = node_with(
    "components/live/probability_table/caption.js",
    "components/live/paint/caption.js",
    "components/live/paint/format.js",
)
RULES = texts("pages/components/live/probability_table/view.js")("js.caption")
FACTS = """smoothingFacts({ ...x.sizes, ...totalAndZeros(x.tables.counts), ...Object.fromEntries(
    Object.entries(x.tables).map(([name, cells]) => [name, Float64Array.from(cells)])) }, x.values)"""
STOPS = [0, *np.geomspace(0.001, 1_000_000, 24).round(3).tolist()]


@pytest.mark.parametrize("previous", [".", "q"])
def test_what_the_browser_says_of_a_smoothing_is_what_python_says(previous, names, javascript):
    counts, vocab, said = names.all, names.vocab, []
    for smoothing in STOPS:
        known = smoothing_facts(counts, vocab, smoothing, previous)
        tables = {
            name: table.flatten().tolist()
            for name, table in {
                "counts": counts,
                "unsmoothed": smoothed_probs(counts, 0),
                "probs": smoothed_probs(counts, smoothing),
            }.items()
        }
        sizes = {
            "size": len(vocab),
            "labels": labels(vocab),
        }
        x = {"tables": tables, "sizes": sizes, "values": {"smoothing": smoothing, "row": vocab.id_of(previous)}}
        got = javascript(FACTS, x)
        assert got["facts"] == pytest.approx(known.facts)
        assert got["numbers"] == known.numbers
        x = known._asdict() | {"rules": RULES}
        said.append(javascript("captionOf(x.rules, x.facts, x.numbers)", x))
        assert re.fullmatch(r"[^{}]{20,}", said[-1])
    assert any("“q” has few counts (272)" in one for one in said) == (previous == "q")  # a rare row changes earlier


def test_the_first_rule_that_holds_is_said(javascript):
    rules = [{"when": {"a": [0, 1], "b": [5, 5]}, "text": "one"}, {"when": {"a": [0, 1]}, "text": "{a} of two"}]
    said = "captionOf(x.rules, x.facts, { a: '½' })"
    assert javascript(said, {"rules": rules, "facts": {"a": 1, "b": 5}}) == "one"
    assert javascript(said, {"rules": rules, "facts": {"a": 0.5, "b": 4}}) == "½ of two"
    assert javascript(said, {"rules": rules, "facts": {"a": 2, "b": 4}}) == ""


def test_a_share_is_written_alike_in_both(javascript):
    shares = [0, 1e-9, 0.00001, 0.00012, 0.0009999, 0.001, 0.00318, 0.5, 0.98, 0.99999, 0.9999999, 1]
    assert javascript("x.map(percent)", shares) == [percent(share) for share in shares]
