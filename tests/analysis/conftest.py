"""What the tests of commands share: a command run in this process."""

import json

import pytest

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


def assert_one_line(result, message):
    status, out, err = result
    assert status == 2
    assert out == ""
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert message in err
