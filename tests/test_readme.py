"""README, CONTRIBUTING and docs/ are true: commands print what stands below them, and what is named exists."""

import doctest
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer

from analysis.__main__ import main
from analysis.commands import printing
from analysis.commands.app import app
from pages.components.page_registry import PAGES

ROOT = Path(__file__).parent.parent
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data/README.md", *(ROOT / "docs").glob("*.md"))
}
README, ALL = TEXTS["README.md"], "\n".join(TEXTS.values())
CONSOLE = [
    block.split("\n", 1) for block in re.findall(r"```console\n\$ python -m analysis (.*?)```", ALL, flags=re.DOTALL)
]


def options_in(command):
    """The options of a command, and those of the commands in it, such as ladder train."""
    own = {option for parameter in command.params for option in parameter.opts}
    return own.union(*map(options_in, getattr(command, "commands", {}).values()))


COMMANDS = {name: options_in(command) for name, command in typer.main.get_command(app).commands.items()}
MADE_BY_READERS = {"names.txt", "run.json"}  # files that are named and not in the repository
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def code_of(text):
    """The lines of code of a text: each span in backticks, and each line of its blocks."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    blocks = re.findall(r"^(?: {4}|\$ )(.*)$", text, flags=re.MULTILINE)
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)] + blocks


def missing_paths(text, folder=ROOT):
    """The files and folders that a text names in backticks or links to, and that do not exist."""
    spans = {span for span in code_of(text) if re.fullmatch(r"[\w./-]+", span)} - MADE_BY_READERS
    paths = {
        span for span in spans if re.fullmatch(r"(?!/|\.venv|\.\w+$).*(/.*|\.(py|js|toml|json|md|txt|html|css))", span)
    }
    found = {path for path in paths if (ROOT / path).exists() or ("/" not in path and any(ROOT.rglob(path)))}
    links = {link for link in re.findall(r"\]\((?!http)([\w./-]+)\)", text) if not (folder / link).is_file()}
    return (paths - found) | links


def wrong_commands(text):
    """What a text calls and what does not exist: commands with options of theirs, modules, targets of make."""
    for line in code_of(text):
        for module in re.findall(r"python -m ([\w.]+)", line):
            path = ROOT / module.replace(".", "/")
            if module not in ("pytest", "venv") and not (path.is_dir() or path.with_suffix(".py").exists()):
                yield module
        yield from (name for name in re.findall(r"^make (\w+)", line) if not re.search(rf"^{name}:", MAKEFILE, re.M))
        called = re.search(r"python -m analysis (\w+)", line) or re.match(rf"({'|'.join(COMMANDS)})\b", line)
        if called and called[1] != "COMMAND":
            yield from {called[1]} - COMMANDS.keys()
            yield from set(re.findall(r"(?<!\S)--[\w-]+", line)) - COMMANDS.get(called[1], set())


@pytest.mark.parametrize(("command", "output"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_a_command_prints_what_stands_below_it(command, output, capsys, monkeypatch):
    monkeypatch.setattr(printing.out, "width", 80)
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out == output


def test_the_library_example_of_the_readme_holds():
    tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (tried.failed, tried.attempted) == (0, 5)


def test_the_readme_is_short_and_names_every_command_and_every_page():
    assert len(README.splitlines()) <= 150
    rows = set(re.findall(r"^\| (\S.*?) \|", README, flags=re.MULTILINE))
    assert {f"`{command}`" for command in COMMANDS} | {f"*{page.title}*" for page in PAGES} <= rows


def test_every_variable_of_the_environment_is_in_the_guide_to_hosting():
    code = [path.read_text(encoding="utf-8") for top in ("analysis", "pages") for path in (ROOT / top).rglob("*.py")]
    variables = set(re.findall(r"BIGRAM_LAB_\w+", "\n".join(code)))
    assert set(re.findall(r"^\| `(BIGRAM_LAB_\w+)` \|", TEXTS["docs/hosting.md"], flags=re.MULTILINE)) == variables


def test_the_published_figures_are_counted_right():
    figures = tomllib.loads((ROOT / "data/published.toml").read_text(encoding="utf-8"))["figure"]
    own = sum(figure["source"] == "ours" for figure in figures)
    said = f"{len(figures) - own} figures, and {own} reference values"
    assert said in " ".join(TEXTS["docs/commands.md"].split())


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_text_names_exists(name):
    assert missing_paths(TEXTS[name], (ROOT / name).parent) == set()
    assert set(wrong_commands(TEXTS[name])) == set()


def test_the_options_that_stand_under_a_command_are_its_own():
    sections = re.split(r"^## `(\w+)`$", TEXTS["docs/commands.md"], flags=re.MULTILINE)[1:]
    titles, bodies = sections[::2], sections[1::2]
    assert sorted(titles) == sorted(COMMANDS)
    for command, body in zip(titles, bodies, strict=True):
        spans = [span for span in code_of(body) if span.startswith("--")]
        assert {span.split()[0] for span in spans} <= COMMANDS[command], command


def test_what_does_not_exist_is_seen():
    text = "`pages/tea.py` `tea.toml` [a](docs/tea.md) `python -m tests.tea` `make tea` `score --tea` `analysis/`"
    assert missing_paths(text) == {"pages/tea.py", "tea.toml", "docs/tea.md"}
    assert list(wrong_commands(text + "\n\n    python -m analysis tea")) == ["tests.tea", "tea", "--tea", "tea"]
