"""Arrows run one way, as the design draws them: what is not listed here is not imported."""

import ast
import itertools
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARROWS = {
    "settings": "",
    "words": "",
    "counts": "words",
    "large": "counts words",
    "streams": "",
    "net": "counts streams words",
    "models": "counts net words",
    "samples": "counts models streams words",
    "lecture": "words counts",
    "lessons": "counts net samples streams words",
    "recipes": "counts samples streams words",
    "views": "counts models net words",
    "published": "counts models net samples streams words",
    "commands": "words counts large streams samples lecture models net recipes views published",
    "__main__": "commands words",
    "__init__": "",
}
FREE = {"settings"}  # everybody may import it
FILES = {
    path.relative_to(ROOT).as_posix(): path
    for top in ("analysis", "pages")
    for path in (ROOT / top).rglob("*.py")
    if "scripts" not in path.parts  # those of the recipes are run, never imported
}


def imported(code: str, path: str) -> set[str]:
    """The modules that code at `path` imports, in functions too: "analysis.counts.tables", "torch", ..."""
    modules = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            folders = Path(path).parent.parts
            start = folders[: len(folders) - node.level + 1] if node.level else ()
            module = ".".join([*start, *filter(None, [node.module])])
            modules.update(f"{module}.{alias.name}" for alias in node.names)
    return modules


def part_of(module: str) -> str:
    """The package or module right below analysis; "__init__" for analysis itself."""
    return [*module.split("."), "__init__"][1]


def forbidden(code: str, path: str) -> set[str]:
    """What code at `path` imports against the arrows."""
    top, *_ = path.split("/")
    modules = imported(code, path)
    ours = {module for module in modules if module.split(".")[0] == "analysis"}
    if top == "pages":
        return {module for module in ours if part_of(module) in ("commands", "__main__")}
    own = path.removeprefix("analysis/").removesuffix(".py").split("/")[0]
    allowed = {own, *ARROWS[own].split(), *(FREE if own not in FREE else ())}
    upward = {module for module in modules if module.split(".")[0] in ("pages", "dashboard", "streamlit", "tests")}
    return upward | {module for module in ours if part_of(module) not in allowed}


@pytest.mark.parametrize("path", FILES)
def test_a_file_imports_only_along_the_arrows(path):
    assert forbidden(FILES[path].read_text(encoding="utf-8"), path) == set()


def test_every_part_of_analysis_has_its_arrows():
    parts = {
        path.stem for path in (ROOT / "analysis").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert parts == set(ARROWS)


def test_the_arrows_make_no_circle():
    below = {part: set(arrows.split()) for part, arrows in ARROWS.items()}
    for _, part in itertools.product(ARROWS, ARROWS):
        below[part] |= set().union(*(below[other] for other in below[part]))
    assert [part for part in ARROWS if part in below[part]] == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("analysis/words/lists.py", "from analysis.counts import tables"),
        ("analysis/streams/base.py", "def draw():\n    import analysis.words.lists"),
        ("analysis/streams/base.py", "from ..words import lists"),
        ("analysis/settings/kinds.py", "from analysis.words.vocabulary import BOUNDARY"),
        ("analysis/counts/tables.py", "from analysis import net"),
        ("analysis/views/charts.py", "if True:\n    import streamlit as st"),
        ("analysis/net/files.py", "from pages.components import links"),
        ("pages/start/page.py", "from analysis.commands import printing"),
        ("pages/sampling/sections.py", "from analysis.__main__ import main"),
    ],
)
def test_an_import_against_the_arrows_is_seen(path, code):
    assert forbidden(code, path) != set()


def test_no_word_list_is_in_the_repository():
    """Only the ten first names, which the lecture quotes, may stand in data/."""
    assert not [path for path in (ROOT / "data").iterdir() if path.suffix == ".txt"]
