"""Weights as files: a run that was stopped goes on as if it had not been; what does not fit is refused in one line."""

import json
import struct

import pytest
import torch
from safetensors.torch import load, save

from analysis.models.likelihood import mean_nll
from analysis.models.trained.files import model_of, read_run, read_trained, run_to_bytes
from analysis.models.trained.nets import NETS
from analysis.models.trained.recipes import Recipe
from analysis.models.trained.runs import Run
from analysis.words.split import split_words
from tests.analysis.models.trained.conftest import ABC

WORDS = ["a", "abc", "cab", "cc", "b", "ba", "abca", "bb", "ac", "cb"]
PARTS = split_words(WORDS)


def new_run(model="gru", steps=6, words=WORDS, seed=1, weights=None):
    return Run(model, ABC, words, Recipe(steps=steps, batch=4, dropout=0.3), seed, weights=weights)


def steps(run, number):
    for _ in range(number):
        run.step()
    return run


@pytest.fixture
def finished(tmp_path):
    """A file of a finished run."""
    run = steps(new_run(), 6)
    run.finish()
    path = tmp_path / "gru.safetensors"
    path.write_bytes(run.to_bytes())
    return path


@pytest.mark.parametrize("model", NETS)
def test_a_run_that_was_stopped_goes_on_to_the_same_weights(model, tmp_path):
    path = tmp_path / "run.safetensors"
    path.write_bytes(steps(new_run(model), 2).to_bytes())
    second = new_run(model)
    second.resume(path)
    assert second.record.done == 2
    steps(second, 4)
    unbroken = steps(new_run(model), 6)
    assert unbroken.record.finished
    state = second.trainer.state()
    assert all(torch.equal(state[name], tensor) for name, tensor in unbroken.trainer.state().items())
    tensors = load(unbroken.to_bytes())
    assert all(torch.equal(tensors[name], tensor) for name, tensor in load(second.to_bytes()).items())


def test_a_file_gives_the_model_with_the_nlls_that_it_states(finished):
    record, model = read_trained(finished, ABC)
    assert record.finished
    assert record.alphabet == ".abc"
    for words, stated in zip(PARTS, (record.train_nll, record.dev_nll, record.test_nll), strict=True):
        assert mean_nll(words, ABC, model) == pytest.approx(stated, abs=1e-12)
    assert {one.dtype for one in read_run(finished)[1].values()} == {torch.float16}


def test_each_part_is_scored_with_its_weights():
    weights = list(range(1, 11))
    run = steps(new_run(weights=weights), 6)
    run.finish()
    model = model_of(run.record, load(run.to_bytes()))
    nlls = [mean_nll(words, ABC, model, times) for words, times in zip(PARTS, split_words(weights), strict=True)]
    assert [run.record.train_nll, run.record.dev_nll, run.record.test_nll] == nlls


def test_a_run_in_progress_is_a_model_already(tmp_path):
    path = tmp_path / "run.safetensors"
    path.write_bytes(steps(new_run(), 2).to_bytes())
    record, model = read_trained(path, ABC)
    assert (record.finished, record.dev_nll) == (False, None)
    assert float(model.next_probs(torch.zeros(1, model.k, dtype=torch.int64)).sum()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"model": "rnn"}, "expected a run with model rnn, got gru"),
        ({"steps": 7}, "expected a run with recipe"),
        ({"seed": 2}, "expected a run with seed 2, got 1"),
        ({"words": [*WORDS[1:], "abca"]}, "expected a run on the train words of this list, got a run on another list"),
        ({"weights": [2] * 10}, "expected a run on the train words of this list, got a run on another list"),
    ],
)
def test_another_run_is_not_continued(other, message, tmp_path):
    path = tmp_path / "run.safetensors"
    path.write_bytes(steps(new_run(), 2).to_bytes())
    with pytest.raises(ValueError, match=message):
        new_run(**other).resume(path)


def test_a_finished_run_is_not_continued(finished):
    with pytest.raises(ValueError, match="expected a run to continue, got one with all its 6 steps"):
        new_run().resume(finished)


def changed_record(data, **changed):
    """The bytes of a file, with other values in its record."""
    size = struct.unpack("<Q", data[:8])[0]
    values = json.loads(json.loads(data[8 : 8 + size])["__metadata__"]["run"])
    return save(load(data), {"run": json.dumps(values | changed)})


BROKEN = {
    "cut": (lambda data: data[:-10], "got no complete safetensors file"),
    "cut at the beginning": (lambda data: data[:5], "got no complete safetensors file"),
    "text": (lambda data: b"emma\nolivia\nava\n", "got no complete safetensors file"),
    "no record": (lambda data: save(load(data)), "got one that does not say how it was made"),
    "a record of other types": (
        lambda data: changed_record(data, done="six"),
        "got one that does not say how it was made",
    ),
    "no nll at the end": (
        lambda data: changed_record(data, dev_nll=None),
        "got one that does not say how it was made",
    ),
    "an unknown model": (lambda data: changed_record(data, model="tea"), "a model must be one of mlp, cnn"),
    "another shape": (
        lambda data: changed_record(data, sizes={"k": 5, "hidden": 7}),
        "expected the weights of gru with {'k': 5, 'hidden': 7}, got other names or shapes",
    ),
    "an unknown size": (lambda data: changed_record(data, sizes={"tea": 5}), "these sizes do not fit gru"),
    "a huge size": (lambda data: changed_record(data, sizes={"hidden": 10**9}), "whole numbers from 1 to 4,096"),
    "a huge tree": (
        lambda data: changed_record(data, model="cnn", sizes={"levels": 13}),
        "cnn: expected at most 4,096 letters of context, got 8,192",
    ),
    "another alphabet": (lambda data: changed_record(data, alphabet=".abd"), "a model over .abc, got one over .abd"),
}


@pytest.mark.parametrize(("breaks", "message"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_does_not_fit_is_refused_in_one_line(breaks, message, finished):
    finished.write_bytes(breaks(finished.read_bytes()))
    with pytest.raises(ValueError, match=r"gru\.safetensors: ") as refused:
        read_trained(finished, ABC)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_weights_that_are_no_numbers_are_refused(finished):
    record, _ = read_run(finished)
    run = steps(new_run(), 6)
    run.trainer.average["out.bias"][0] = torch.nan
    finished.write_bytes(run_to_bytes(record, run.trainer))
    with pytest.raises(ValueError, match="expected weights that are finite numbers"):
        read_trained(finished, ABC)


def test_a_missing_file_is_refused_in_one_line(tmp_path):
    with pytest.raises(ValueError, match=r"no\.safetensors: cannot be read"):
        read_run(tmp_path / "no.safetensors")


def test_three_words_are_too_few_to_train_on():
    with pytest.raises(ValueError, match="expected 10 words or more, for train, dev and test, got 3"):
        Run("mlp", ABC, ["a", "b", "c"], Recipe(), 1)
