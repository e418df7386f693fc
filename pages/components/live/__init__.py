"""What the live components share: their files made one source, and their colours."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.views import palette
from pages.components.texts import texts

if TYPE_CHECKING:
    from pages.components.live.sync.shared_state import Owned

HERE = Path(__file__).parent
PAGES = HERE.parents[1]  # the folder of all pages
COLOURS = {
    "counted": palette.COUNTED,
    "net": palette.NET,
    "uniform": palette.UNIFORM,
    "chosen": palette.CHOSEN,
    "high_light": palette.LIGHT.high,
    "high_dark": palette.DARK.high,
    "net_light": palette.LIGHT.net,
    "net_dark": palette.DARK.net,
}
VARIABLES = f"\n.live {{--counted: {palette.COUNTED}; --net: {palette.NET}; --chosen: {palette.CHOSEN}}}"
IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.[^"]+)";$', flags=re.MULTILINE)
EXPORT = re.compile(r"^export (?:function|const|let|class) (\w+)", flags=re.MULTILINE)


def files(*paths: Path) -> str:
    """The text of files, one after the other: a component's HTML or CSS is one piece."""
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def source(entry: str | Path) -> str:
    """A JavaScript file and all that it imports, as one module: Streamlit takes a single piece.

    A plain name is of this folder. Real `import { a } from "./file.js";` lines are followed; each file comes once,
    before those that need it, as a function that gives back what it exports, so that names of one file are nobody
    else's. The entry keeps its `export default`.
    """
    order: list[Path] = []
    _collect((HERE / entry).resolve(), order)
    *needed, last = order
    parts = [_as_function(path, order) for path in needed]
    return "\n".join([*parts, _with_imports(last, order)])


def load_views() -> None:
    """Import every live view of the pages, so that its files are read before the first visitor comes."""
    for entry in PAGES.glob("**/live.js"):
        importlib.import_module(".".join(entry.parent.relative_to(PAGES.parent).parts))


def _collect(path: Path, order: list[Path]) -> None:
    for _, name in IMPORT.findall(path.read_text(encoding="utf-8")):
        needed = (path.parent / name).resolve()
        if needed not in order:
            _collect(needed, order)
    order.append(path)


def _with_imports(path: Path, order: list[Path]) -> str:
    return IMPORT.sub(
        lambda line: f"const {line[1]} = file{order.index((path.parent / line[2]).resolve())};",
        path.read_text(encoding="utf-8"),
    )


def _as_function(path: Path, order: list[Path]) -> str:
    text = _with_imports(path, order)
    names = EXPORT.findall(text)
    body = re.sub(r"^export ", "", text, flags=re.MULTILINE)
    return f"const file{order.index(path)} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}})();"


def picture(key: str, folder: Path, *styles: str) -> Callable[..., None]:
    """The big component of a live view, registered from live.html, live.css and live.js in `folder`.

    live.html is filled from the page's texts.toml. `styles` are CSS files of this folder that it needs besides
    live.css. What comes back shows it: `show(owned, data, **said)`, with the values that it shares with the page, what
    it is painted from, and what else Python says on each run.
    """
    component = st.components.v2.component(
        key,
        html=texts(folder / "live.html").html(folder / "live.html"),
        css=files(HERE / "live.css", *(HERE / name for name in styles), folder / "live.css") + VARIABLES,
        js=source(folder / "live.js"),
    )

    def show(owned: Owned, data: Mapping[str, Any], **said: Any) -> None:
        with st.container(gap=None):
            # as a text, which mount.js reads: an object would be written out twice by Streamlit, on every run
            component(key=f"{key}_picture", data=json.dumps({"key": key, "colours": COLOURS} | data))
            owned.connect(**said)

    return show
