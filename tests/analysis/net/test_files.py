"""A run as a file: written, read back, and refused in one line when it is something else."""

import json
import re

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.commands.printing import to_json
from analysis.net.files import KEYS, read_weights, run_to_dict
from analysis.net.forward import initial_weights
from analysis.net.optimum import optimum_nll
from analysis.net.training import train
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import FILLED_LISTS, counts_of

WORDS = ["ab", "b"]
VOCAB = build_vocabulary(WORDS)
NOT_WHOLE = "expected a run that train --json printed, got no complete JSON"
NO_RUN = "expected a run that train --json printed, got JSON without loss, nll, weights"
OTHER_LETTERS = "expected a run over .ab, got one over another alphabet"
NO_NUMBERS = "expected weights of 3 x 3 finite numbers, got others"


def run_of(words, seed=1, epochs=3):
    counts = counts_of(words)
    return train(counts, initial_weights("randn", len(counts), seed), epochs=epochs, learning_rate=5, lam=0.01)


def text_of(**changes):
    return json.dumps(run_to_dict(run_of(WORDS), VOCAB) | changes)


@given(FILLED_LISTS, st.integers(0, 1000))
def test_the_weights_of_a_run_written_are_read_back_exactly(tmp_path_factory, words, seed):
    path, vocab, run = tmp_path_factory.mktemp("run") / "run.json", build_vocabulary(words), run_of(words, seed)
    path.write_text(to_json(run_to_dict(run, vocab)), encoding="utf-8")
    assert torch.equal(read_weights(path, vocab), run.weights)


def test_a_run_is_written_with_its_losses_and_its_optimum():
    run = run_of(WORDS)
    written = run_to_dict(run, VOCAB)
    assert tuple(written) == KEYS
    assert written["optimum_nll"] == optimum_nll(run.counts, 0.01)
    assert (written["loss"], written["final_loss"]) == (run.loss, run.final_loss)


FILES = {
    "empty": ("", NOT_WHOLE),
    "cut short": (text_of()[:-40], NOT_WHOLE),
    "words": ("emma\nava\n", NOT_WHOLE),
    "not UTF-8": (b"\xff\xfe{", NOT_WHOLE),
    "too deep": ("[" * 100_000, NOT_WHOLE),
    "a list": ("[1, 2]", NO_RUN),
    "a number": ("7", NO_RUN),
    "another command's": ('{"words": ["mor"]}', NO_RUN),
    "without weights": (json.dumps({key: [] for key in KEYS if key != "weights"}), NO_RUN),
    "fewer letters": (text_of(vocab=[".", "a"]), OTHER_LETTERS),
    "other letters": (text_of(vocab=[".", "a", "c"]), OTHER_LETTERS),
    "letters in another order": (text_of(vocab=[".", "b", "a"]), OTHER_LETTERS),
    "no letters": (text_of(vocab=None), OTHER_LETTERS),
    "two rows": (text_of(weights=[[0, 0, 0]] * 2), NO_NUMBERS),
    "rows of two": (text_of(weights=[[0, 0]] * 3), NO_NUMBERS),
    "ragged rows": (text_of(weights=[[0, 0, 0], [0, 0], [0]]), NO_NUMBERS),
    "nan": (text_of(weights=[[0, 0, float("nan")]] * 3), NO_NUMBERS),
    "infinite": (text_of(weights=[[0, 0, float("inf")]] * 3), NO_NUMBERS),
    "beyond a float": (text_of(weights=[[0, 0, 10**400]] * 3), NO_NUMBERS),
    "text": (text_of(weights=[["0", "0", "inf"]] * 3), NO_NUMBERS),
    "nothing": (text_of(weights=None), NO_NUMBERS),
    "nothing in a cell": (text_of(weights=[[0, 0, None]] * 3), NO_NUMBERS),
    "a table": (text_of(weights={"a": 1}), NO_NUMBERS),
}


@pytest.mark.parametrize(("data", "message"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_run_of_ours_is_refused(data, message, tmp_path):
    path = tmp_path / "run.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(ValueError, match=re.escape(f"{path}: {message}")):
        read_weights(path, VOCAB)


@pytest.mark.parametrize(("name", "why"), [("missing.json", "No such file or directory"), (".", "Is a directory")])
def test_what_is_no_file_cannot_be_read(name, why, tmp_path):
    with pytest.raises(ValueError, match=re.escape(f"{tmp_path / name}: cannot be read ({why})")):
        read_weights(tmp_path / name, VOCAB)
