"""Lines of torch, run beside names.txt."""

import pytest

from analysis.words.names import names_file


@pytest.fixture
def run_lines(words, tmp_path, monkeypatch, capsys):
    """Run a recipe's lines beside names.txt: what they print, by the word each line starts with."""
    (tmp_path / "names.txt").symlink_to(names_file())
    monkeypatch.chdir(tmp_path)

    def run_lines(recipe):
        exec(recipe.code, {})
        printed = {}
        for line in capsys.readouterr().out.splitlines():
            key, value = line.split(" ", 1)
            printed.setdefault(key, []).append(value)
        return printed

    return run_lines
