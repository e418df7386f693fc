"""What the live components share: their files made one source, their colours, and the Python half of owned.js."""

from __future__ import annotations

import base64
import math
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st
import torch

from analysis.views import palette
from pages.components.controls.refusals import refuse

HERE = Path(__file__).parent
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
SESSION = "server_session"

_channel = st.components.v2.component("channel", html="<i hidden></i>\n", js=(HERE / "channel.js").read_text("utf-8"))


def files(*names: str) -> str:
    """The text of files of this folder, one after the other: a component's HTML or CSS is one piece."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


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


def picture(key: str, folder: str, *styles: str) -> Callable[..., Any]:
    """The big component of a live part, registered: the HTML, CSS and JavaScript that a folder here has of its name.

    `styles` are CSS files of this folder that it needs besides live.css.
    """
    return st.components.v2.component(
        key,
        html=files(f"{folder}/{folder}.html"),
        css=files("live.css", *styles, f"{folder}/{folder}.css") + VARIABLES,
        js=source(f"{folder}/{folder}.js"),
    )


@dataclass(frozen=True)
class Owned:
    """Values that a live component and controls of the page share; the Python half of owned.js.

    The controls own value and URL: their keys are the keys here. `read` says for each how a value of the browser
    becomes one of the session, and raises ValueError where it cannot; `show` how a value of the session goes to the
    browser. No release is taken after a later one. The last one may come again, where its answer is late: each message
    of the browser carries the values of all boxes, and so undoes with it what the release had set.
    """

    key: str
    read: dict[str, Callable[[Any], Any]]
    show: dict[str, Callable[[Any], Any]]

    def connect(self, **said: Any) -> None:
        """The small component beside the picture: the values as they are, what else Python says, and the way back."""
        _channel(
            key=self.key, data={"key": self.key, "owned": self.to_browser()} | said, on_release_change=self.on_release
        )

        if self._refused in st.session_state:
            refuse(st.session_state.pop(self._refused), "what was there before", "stays")

    def to_browser(self) -> dict[str, Any]:
        """The values as they are, the last release that is in them, and which session of the server says so."""
        return {
            "session": st.session_state.setdefault(SESSION, secrets.token_hex(8)),
            "version": st.session_state.get(self._version, 0),
            "values": {name: show(st.session_state[name]) for name, show in self.show.items()},
        }

    def on_release(self) -> None:
        """The component's callback: put what was released into the controls. What is no release of it is not taken."""
        # too late where another page is open already: the component is gone
        release = st.session_state[self.key].get("release") if self.key in st.session_state else None
        known = st.session_state.get(self._version, 0)
        if not isinstance(release, dict) or not _follows(release.get("version"), known):
            return
        given = release.get("values")
        try:
            values = {name: read(given[name]) for name, read in self.read.items()}
        except (KeyError, TypeError, ValueError) as error:
            st.session_state[self._refused] = (
                f"{error}" if isinstance(error, ValueError) else "a release without values"
            )
            return
        st.session_state[self._version] = release["version"]
        st.session_state.update(values)

    @property
    def _version(self) -> str:
        return f"{self.key}_version"

    @property
    def _refused(self) -> str:
        return f"{self.key}_refused"


def packed(weights: torch.Tensor) -> str:
    """First weights as the bytes of float32 in base64: each of them was drawn in float32, so nothing is lost."""
    return base64.b64encode(weights.numpy().astype("<f4").tobytes()).decode()


def for_json(numbers: Mapping[str, float | str | None]) -> dict[str, float | str | None]:
    """Numbers by their names for JSON, which has no infinity."""
    return {name: "inf" if isinstance(value, float) and math.isinf(value) else value for name, value in numbers.items()}


def row_of(value: object, characters: Sequence[str]) -> str:
    """The character of a row that the browser names by its place. Raises ValueError where there is no such row."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < len(characters):
        raise ValueError(f"a row must be a whole number from 0 to {len(characters) - 1}, got {value!r:.40}")
    return characters[value]


def _follows(version: object, known: int) -> bool:
    """Whether it is the number of the known release or of a later one; the browser counts on over sessions."""
    return isinstance(version, int) and not isinstance(version, bool) and known <= version < 2**53
