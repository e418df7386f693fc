"""Captions of the pages about the net: facts and numbers of the browser are Python's at fifty stops (on Node)."""

import json
import math

import numpy as np
import pytest

from analysis.net.forward import initial_weights
from analysis.net.optimum import summarize_run
from analysis.net.regularization import side_by_side
from analysis.net.training import train
from analysis.views.net_captions import comparison_facts, decimals, exact, regularization_facts, training_facts
from analysis.words.vocabulary import labels
from pages.components.live.sync.page_state import for_json
from pages.components.texts import texts
from tests.js.node import node_with

javascript = node_with(
    "training/live/caption.js",
    "regularization/live/caption.js",
    "comparison/live/caption.js",
    "components/live/paint/caption.js",
    "components/live/paint/format.js",
)
LETTERS = 2.8227  # nats: the nll of letter frequencies alone


def agree(javascript, page, call, x, known):
    """The port gives Python's facts and numbers, and the page has a sentence for them. Returns the sentence."""
    got = javascript(call, x)
    assert got["facts"] == pytest.approx(known.facts)
    assert got["numbers"] == known.numbers
    rules = texts(f"pages/{page}/live/view.js")("js.caption")
    json.dumps(known.facts, allow_nan=False)
    said = javascript(
        "captionOf(x.rules, x.facts, x.numbers)", {"rules": rules, "facts": got["facts"], "numbers": got["numbers"]}
    )
    assert said
    assert "{" not in said
    return said


RUNS = [
    *({"epochs": epochs} for epochs in (0, 1, 2, 3, 5, 6, 8, 10, 15, 20, 30, 40, 50, 70, 99, 100, 150, 200, 300, 500)),
    *({"lam": lam, "epochs": 200} for lam in (1e-7, 0.0001, 0.001, 0.01, 0.1, 1, 3, 10, 14, 20, 100, 1000)),
    *({"rate": rate, "epochs": 40} for rate in (0.001, 0.01, 0.1, 1, 10, 100, 200, 300, 400, 1000, 5000, 10000)),
    *({"init": init, "epochs": epochs} for init in ("zeros", "rand", "cuda") for epochs in (0, 200)),
]


def test_fifty_stops_of_training(names, javascript):
    said = []
    for run in RUNS:
        epochs, rate, lam = run["epochs"], run.get("rate", 50.0), run.get("lam", 0.0)
        trained = train(
            names.all,
            initial_weights(run.get("init", "randn"), 27, 2147483647),
            epochs=epochs,
            learning_rate=rate,
            lam=lam,
        )
        reached, losses = summarize_run(trained), [*trained.loss, trained.final_loss]
        of = {"first": losses[0], "lowest": min(losses), "letters": LETTERS, "size": 27}
        known = training_facts(reached, **of, epochs=epochs, rate=rate, lam=lam)
        x = {
            "done": reached._asdict(),
            "of": of,
            "values": {"epochs": epochs, "learning_rate": rate, "lam": lam},
        }
        said.append(agree(javascript, "training", "trainingFacts(x.done, x.of, x.values)", x, known))
    assert len(RUNS) == 50
    assert said[0].startswith("Epoch 0, before the first change: the nll is 3.7590 nats. That is worse than chance")
    assert "The lowest possible nll is 2.4540 nats: only 0.0083 nats are left." in said[17]
    assert any(one.startswith("Overflow") and "a smaller λ or" in one for one in said)
    assert any("The steps are too short" in one for one in said)
    assert "but it has been" in said[RUNS.index({"rate": 200, "epochs": 40})]
    assert said[RUNS.index({"lam": 10, "epochs": 200})].endswith("With λ 10, the nll of the best net is 3.1314 nats.")


LAMS = [0, *np.geomspace(1e-5, 1000, 9).round(7).tolist()]
SMOOTHINGS = [0, 0.18, 7.5975, 474.25, 1_000_000]


def test_fifty_stops_of_regularization(names, javascript):
    said = {}
    for lam in LAMS:
        for smoothing in SMOOTHINGS:
            both = side_by_side(names.all, lam, smoothing, 0)
            known = regularization_facts(both, lam, smoothing, labels(names.vocab))
            x = {
                "both": for_json(both._asdict()),
                "values": {"lam": lam, "smoothing": smoothing},
                "labels": labels(names.vocab),
            }
            call = "regularizationFacts(x.both, x.values, x.labels)"
            said[lam, smoothing] = agree(javascript, "regularization", call, x, known)
    assert len(said) == 50
    assert "kl is infinite" in said[0, 474.25]
    assert said[0, 0].endswith("the best net is the counted table itself, with all its zeros.")
    assert "every row of the net is nearly flat. The nll of the net is" in said[1000, 1_000_000]
    assert any("has nearly the same effect as" in one for one in said.values())


def test_fifty_stops_of_counts_and_net(javascript):
    dice = np.random.default_rng(3)
    stops = [{"same": None}, {"away": True}, {"epoch": 3, "away": True}, {"kl": math.inf}, {"same": 10}, {"epochs": 0}]
    stops += [{"same": int(dice.integers(11)), "kl": float(dice.uniform(0, 3))} for _ in range(22)]
    stops += [{"same": 2, "smoothing": float(10**power), "flatter": -0.1} for power in range(-2, 6)]
    stops += [{"same": 2, "lam": float(10**power), "flatter": 0.1 - power % 2} for power in range(-8, 6)]
    said = []
    for stop in stops:
        values = {"n": 10, "smoothing": 1, "epochs": 200, "lam": 0} | {
            name: stop[name] for name in ("smoothing", "epochs", "lam") if name in stop
        }
        done = {"kl": 0.5, "flatter": 0.0, "same": 4, "epoch": values["epochs"], "away": False} | {
            name: stop[name] for name in ("kl", "flatter", "same", "epoch", "away") if name in stop
        }
        known = comparison_facts(**values, **done)
        x = {"done": for_json(done), "values": values}
        call = "comparisonFacts({ ...x.done, kl: x.done.kl === 'inf' ? Infinity : x.done.kl }, x.values)"
        said.append(agree(javascript, "comparison", call, x, known))
    assert len(stops) == 50
    of_smoothing, of_lam = said[28:36], said[36:]
    flat = "make the counted table flatter than the net"
    assert [flat in one for one in of_smoothing] == [False] * 4 + [True] * 4  # from 100 fake counts on
    assert [one for one in of_lam if "makes the net flatter" in one] == of_lam[8::2]  # λ 1, 100, 10,000


def test_numbers_are_written_alike_in_both(javascript):
    numbers = [0, 1, -1, 0.00004, -0.00004, 2.45401, 123456.78901, 1e6, -1234567, 1e300, 7.5975, 1e-7]
    assert javascript("x.map((one) => decimals(one, 4))", numbers) == [decimals(one, 4) for one in numbers]
    assert javascript("x.map((one) => exact(one))", numbers[:2] + numbers[3:4]) == [
        exact(one) for one in numbers[:2] + numbers[3:4]
    ]
    assert javascript("x.map((one) => exact(one))", [1e6, 7.5975, 1e-7, 1234.5678]) == [
        exact(one) for one in (1e6, 7.5975, 1e-7, 1234.5678)
    ]
