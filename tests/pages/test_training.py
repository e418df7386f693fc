"""The page Training: links set the run, its numbers are the library's and the published ones."""

import base64
import queue
import threading

import numpy as np
import pytest

from analysis.counts.bigrams import count_bigrams
from analysis.counts.word_list import list_of_words
from analysis.net.forward import initial_weights
from analysis.net.optimum import summarize_run
from analysis.net.training import train
from analysis.published.figures import load_figures
from pages.training import one_hot_run
from tests.pages.reading import frame, live_data, opener, plain, release, said, text, values
from tests.pages.test_lists import own
from tests.word_lists import add_test_lists

open_page = opener("training")


def losses(at):
    """The table of losses, epoch by epoch."""
    return at.dataframe[0].value["loss"].tolist()


def test_a_link_opens_a_published_run():
    (figure,) = load_figures(["cuda-losses"])
    shown = losses(open_page(as_table="true", init="cuda"))
    at = figure.settings["at"]
    assert [shown[epoch - 1] for epoch in at] == pytest.approx([float(value) for value in figure.published], abs=6e-5)


def test_the_picture_gets_the_librarys_numbers_first_weights_and_counts(names):
    at = open_page(only="emma", init="rand", seed="5", lam="0.5", epochs="30", learning_rate="2", row="e")
    counts = count_bigrams(["emma"], names.vocab)
    first = initial_weights("rand", 27, 5)
    run = train(counts, first, epochs=30, learning_rate=2, lam=0.5)
    assert live_data(at)["counts"]["emma"] == counts.flatten().tolist()
    told = said(at)
    assert values(at) == {
        "epochs": 30,
        "learning_rate": 2,
        "lam": 0.5,
        "seed": "5",
        "init": "rand",
        "only": "emma",
        "row": 5,
    }
    assert {key: told["numbers"][key] for key in summarize_run(run)._fields} == summarize_run(run)._asdict()
    sent = np.frombuffer(base64.b64decode(told["first"]), dtype="<f4")
    assert (told["seed"], told["init"], sent.tolist()) == ("5", "rand", first.flatten().tolist())


@pytest.mark.parametrize(
    ("query", "trains"), [({}, True), ({"row": "q"}, True), ({"epochs": "200"}, False), ({"epochs": "30"}, False)]
)
def test_the_net_trains_itself_unless_the_address_names_epochs(query, trains):
    assert live_data(open_page(**query))["train_itself"] == trains


def test_the_caption_has_the_numbers_of_the_run(names):
    run = train(names.all, initial_weights("randn", 27, 2147483647), epochs=200, learning_rate=50, lam=0.0)
    told = said(plain("training"))["numbers"]["caption"]
    assert (told["numbers"]["nll"], told["numbers"]["first"]) == (f"{run.final_nll:.4f}", f"{run.loss[0]:.4f}")
    assert told["facts"]["gap"] == summarize_run(run).gap
    run = train(names.all, initial_weights("randn", 27, 2147483647), epochs=200, learning_rate=200, lam=0.0)
    told = said(open_page(learning_rate="200"))["numbers"]["caption"]["numbers"]
    assert (told["loss"], told["lowest"]) == (f"{run.final_loss:.4f}", f"{min(run.loss):.4f}")


def test_a_release_sets_all_that_moves():
    given = {"epochs": 300, "learning_rate": 10, "lam": 0.01, "seed": str(2**64 - 1), "init": "zeros", "row": 17}
    at = release(open_page(), "training", **given)
    assert values(at) == given | {"only": "all names"}
    assert (at.query_params["row"], at.query_params["seed"]) == ("q", str(2**64 - 1))


def test_the_three_cells_have_the_numbers_of_the_epoch_on_screen():
    at = open_page(only="emma", epochs="0", learning_rate="0.1", gradient="true")
    forward, backward, update = (code.value for code in at.code[:3])
    assert "loss.item() is 3.769305" in forward
    assert "W.grad[0, 0] is 0.01213" in backward
    assert "is 3.749213 nats" in update
    assert "It is **positive**" in text(at)


@pytest.mark.parametrize(("query", "differ"), [({}, 1e-9), ({"lam": "10", "epochs": "3"}, 1e-7)])
def test_every_weight_has_a_point_near_the_diagonal(query, differ):
    row, dots = (frame(chart) for chart in open_page(row="q", gradient="true", **query).get("vega_lite_chart"))
    assert (len(dots), len(row)) == (729, 27)
    assert (dots["by_hand"] - dots["numeric"]).abs().max() < differ


def test_weights_that_have_run_away_are_not_checked():
    at = open_page(lam="100", gradient="true")
    assert "The weights have become so large" in text(at)
    assert len(at.get("vega_lite_chart")) == 1


def test_the_lecture_run_gives_our_losses_and_its_times(monkeypatch, names):
    monkeypatch.setattr(one_hot_run, "EPOCHS", 3)
    monkeypatch.setattr(one_hot_run, "ALONE", 60)  # seconds: a busy machine is slow
    race = one_hot_run.Race()
    assert one_hot_run._only_one.acquire(blocking=False)
    one_hot_run.run(race, names.all)
    assert race.losses == pytest.approx([3.758953, 3.371100, 3.154043], abs=1e-6)
    assert len(race.lecture_ms) == 3
    assert race.ours_ms > 0
    assert not one_hot_run._only_one.locked()


def test_a_lecture_run_ends_when_the_visitor_has_left(monkeypatch, names):
    monkeypatch.setattr(one_hot_run, "ALONE", 0)
    race = one_hot_run.Race()
    one_hot_run._only_one.acquire()
    one_hot_run.run(race, names.all)
    assert (len(race.losses), race.over, race.failed) == (1, True, "the visitor left the page")
    assert not one_hot_run._only_one.locked()


def test_a_lecture_run_counts_the_list_at_hand(monkeypatch):
    add_test_lists(monkeypatch)
    given = queue.Queue()
    monkeypatch.setattr(one_hot_run, "run", lambda race, *counts: given.put(counts))
    monkeypatch.setattr(one_hot_run, "_only_one", threading.Lock())
    at = open_page(session={"corpus": "chars14"}, one_by_one="true")
    next(button for button in at.button if button.label.startswith("Run 10 epochs")).click().run()
    (counts,) = given.get(timeout=10)
    assert counts.shape == (14, 14)


def test_a_list_with_too_many_examples_has_a_line_in_place_of_the_button():
    weighted = list_of_words(["ab", "b"], weights=[10**12, 1])
    at = open_page(session=own(weighted), one_by_one="true")
    assert "its 3,000,000,000,002 examples" in text(at)
    assert "at most 3,333,333 examples" in text(at)  # 10,000,000 / 3 characters
    assert not [button for button in at.button if button.label.startswith("Run 10 epochs")]


def test_only_one_lecture_run_at_a_time_on_a_server():
    at = open_page(one_by_one="true")
    with one_hot_run._only_one:
        next(button for button in at.button if button.label.startswith("Run 10 epochs")).click().run()
        assert "Someone else is measuring" in text(at)
    assert "lecture_run" not in at.session_state


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (
            RuntimeError("not enough memory: you tried to allocate 25 GB\nat"),
            "not enough memory: you tried to allocate 25 GB",
        ),
        (MemoryError(), "MemoryError"),
        (ValueError("loss is nan"), "loss is nan"),
    ],
)
def test_a_lecture_run_that_fails_says_why_and_lets_the_next_one_start(monkeypatch, names, error, why):
    def fail(*args):
        raise error

    monkeypatch.setattr(one_hot_run, "lecture_training", fail)
    race = one_hot_run.Race()
    one_hot_run._only_one.acquire()
    one_hot_run.run(race, names.all)
    assert (race.failed, race.over) == (why, True)
    assert not one_hot_run._only_one.locked()
