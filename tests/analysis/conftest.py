"""A command run in this process; and whether the installed torch races as the stream cpu does."""

import json

import pytest
import torch

from analysis.__main__ import main


@pytest.fixture
def run(capsys):
    """Run a command: its exit status, what it printed, and what it said on standard error."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def run_json(run):
    """Run a command with --json that succeeds: what it printed, parsed."""

    def run_json(*arguments):
        status, out, _ = run(*arguments, "--json")
        assert status == 0
        assert "Infinity" not in out
        assert "NaN" not in out
        return json.loads(out)

    return run_json


@pytest.fixture
def cpu_race(names):
    """Skips where the installed torch races on other numbers, as with MKL's: its first letter is then not c."""
    generator, row = torch.Generator().manual_seed(2147483647), names.all[0].float()
    if torch.multinomial(row / row.sum(), 1, replacement=True, generator=generator).item() != names.vocab.id_of("c"):
        pytest.skip("the torch that is installed does not draw as the cpu stream does")


def assert_one_line(result, message):
    status, out, err = result
    assert status == 2
    assert out == ""
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert message in err
