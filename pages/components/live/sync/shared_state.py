"""The Python half of owned.js: values that a live component and controls of the page share, and how they travel."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.components.controls.refusals import refuse
from pages.components.live import HERE

SESSION = "server_session"

_channel = st.components.v2.component(
    "channel", html="<i hidden></i>\n", js=(HERE / "sync/python_link.js").read_text("utf-8")
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


def for_json(numbers: Mapping[str, float | str | None]) -> dict[str, float | str | None]:
    """Numbers by their names for JSON, which has no infinity."""
    return {
        name: str(value) if isinstance(value, float) and math.isinf(value) else value for name, value in numbers.items()
    }


def row_of(value: object, characters: Sequence[str]) -> str:
    """The character of a row that the browser names by its place. Raises ValueError where there is no such row."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < len(characters):
        raise ValueError(f"a row must be a whole number from 0 to {len(characters) - 1}, got {value!r:.40}")
    return characters[value]


def _follows(version: object, known: int) -> bool:
    """Whether it is the number of the known release or of a later one; the browser counts on over sessions."""
    return isinstance(version, int) and not isinstance(version, bool) and known <= version < 2**53
