"""The Python half of page_state.js: the values that the live views of a page share, and how they are sent.

A page names its controls and reads their values; the views show them:

    live = live_page("smoothing", slider(SMOOTHING, SMOOTHING_SCALE), row(vocab), seed())
    smoothing, row, seed = live.values

The session keeps the values under the parameters' names, which are the same on every page. They are read from the
address when a page is opened, and after Back or Forward; after that they come from the browser, in releases. A release
is one message with all values and a version. If the version is not newer than the last one, nothing changes.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from pages.components.address import write_address
from pages.components.came_along import note_default
from pages.components.controls.refusals import LONGEST, refusal
from pages.components.live import source
from pages.components.live.controls import Control
from pages.components.streamlit_seams import history_query
from pages.components.teacher_link import hidden_controls, picture_only

OPEN = "live_page"  # the key under which the session knows which page is open
_send = st.components.v2.component(
    "message", html="<i hidden></i>\n", js=source(Path(__file__).parent / "python_message.js")
)


@dataclass(frozen=True)
class LivePage:
    """The live part of a page in this run: its name, its controls, their values, and the number of this run."""

    name: str
    controls: tuple[Control, ...]
    values: tuple[Any, ...]
    run: int

    def describe(self) -> dict[str, Any]:
        """The data for every view of the page: whose state it shares, and how its controls look."""
        hidden = hidden_controls()
        controls = {one.name: one.describe() | {"hidden": one.name in hidden} for one in self.controls}
        return {"page": self.name, "controls": controls, "only": picture_only()}

    def send(self, view: str, numbers: Mapping[str, Any]) -> None:
        """Send Python's numbers of this run to a view."""
        finite = {name: for_json(value) if name == "numbers" else value for name, value in numbers.items()}
        _send(key=f"{view}_numbers", data={"key": view, "run": self.run} | finite)


def live_page(name: str, *controls: Control, alone: Collection[str] = ()) -> LivePage:
    """Read the values of the controls, and connect them with the browser. Call it once per page, before its views.

    The session keeps the value of a control under its name. If an address or a release has a value that the control
    refuses, one line at the control says so, and the old value stays.

    `alone` names controls whose defaults belong together and are those of this page only: the address and the session
    have all of them or, while all are the defaults, none.
    """
    state, refused = st.session_state, _pop(f"{name}_refused")
    if state.get(OPEN) != name or history_query() is not None:
        state[OPEN] = name
        refused |= _read_address(controls)
    together = {one.name: one.in_session(one.default) for one in controls if one.name in alone}
    for one in controls:
        note_default(one.name, one.in_session(one.default), together if one.name in alone else None)
    values = tuple(_kept(control) for control in controls)
    of_each = list(zip(controls, values, strict=True))
    changed = {one.name for one, value in of_each if value != one.default}
    named = changed if changed.isdisjoint(alone) else changed | set(alone)
    write_address(name, {one.name: one.as_text(value) if one.name in named else None for one, value in of_each})
    if changed.isdisjoint(alone):
        for one in alone:
            del state[one]
    # A session begins at a number of its own: numbers of an older one never pass for those of this one.
    state[f"{name}_run"] = run = state.get(f"{name}_run", secrets.randbelow(2**40)) + 1
    remarks: dict[str, str] = {}
    for control, value in of_each:
        remarks |= _remark(control, control.as_text(value))
    answer = {
        "page": name,
        "run": run,
        "version": state.get(f"{name}_version", 0),
        "values": {control.name: control.to_browser(value) for control, value in of_each},
        "refused": remarks | refused,
    }
    key = f"{name}_link"

    def take() -> None:
        take_release(name, controls, state[key].get("release") if key in state else None)

    with st.container(key="messages"):  # hidden: see page_frame.css
        link = _send(key=key, data=answer, default={"release": None}, on_release_change=take)
    if _version_of(link.release, answer["version"]) is not None:
        # A new session, after a lost connection or a restart: the tab has sent its last release again.
        take_release(name, controls, link.release)
        st.rerun()
    return LivePage(name, controls, values, run)


def take_release(name: str, controls: tuple[Control, ...], release: object) -> None:
    """Put the values of a release into the session, all or none; only a newer release changes anything.

    If one of them is wrong, those `before` the release stay: Python may not have had them yet.
    """
    state = st.session_state
    version = _version_of(release, state.get(f"{name}_version", 0))
    if version is None:
        return
    state[f"{name}_version"] = version
    values, wrong = _checked(controls, release.get("values"))  # type: ignore[attr-defined]
    if wrong:
        values, wrong_before = _checked(controls, release.get("before"))  # type: ignore[attr-defined]
        values = {} if wrong_before else values
    for control, value in values.items():
        _keep(control, value)
    refused = {one.name: refusal(line, one.as_text(_kept(one)), "stays") for one, line in wrong.items()}
    remarks: dict[str, str] = {}
    for control in () if wrong else controls:
        remarks |= _remark(control, release["values"][control.name])  # type: ignore[index]
    if refused or remarks:
        state[f"{name}_refused"] = refused or remarks


def _checked(controls: tuple[Control, ...], given: Any) -> tuple[dict[Control, Any], dict[Control, str]]:
    """The values of a release that can be used, and what is wrong with the others."""
    values: dict[Control, Any] = {}
    wrong: dict[Control, str] = {}
    for control in controls:
        try:
            values[control] = control.receive(given[control.name])
        except ValueError as error:
            wrong[control] = str(error)
        except (KeyError, TypeError):
            wrong[control] = f"{control.name}: nothing came"
    return values, wrong


def for_json(numbers: Mapping[str, float | str | None]) -> dict[str, float | str | None]:
    """Numbers by name for JSON: infinity, which JSON does not have, becomes text."""
    return {
        name: str(value) if isinstance(value, float) and math.isinf(value) else value for name, value in numbers.items()
    }


def _version_of(release: object, known: int) -> int | None:
    """The version of a release, if it is newer than the known one; otherwise None."""
    version = release.get("version") if isinstance(release, Mapping) else None
    whole = isinstance(version, int) and not isinstance(version, bool)
    return version if whole and known < version < 2**53 else None  # type: ignore[operator, return-value]


def _read_address(controls: tuple[Control, ...]) -> dict[str, str]:
    """Take the values of the address. After Back or Forward, values that are not in it become the default."""
    refused = {}
    for control in controls:
        text = st.query_params.get(control.name)
        if text is None and history_query() is None:
            continue
        value = control.default
        try:
            value = value if text is None else control.check(text)
            refused |= {} if text is None else _remark(control, text)
        except ValueError as error:
            refused[control.name] = refusal(str(error), control.as_text(value))
        _keep(control, value)
    return refused


def _kept(control: Control) -> Any:
    """The session's value of a control; the default if there is none, or if only another page can have it."""
    try:
        value = control.check(st.session_state[control.name])
    except (KeyError, ValueError):
        value = control.default
    _keep(control, value)  # set again, so that Streamlit keeps it when a widget of this name is gone
    return value


def _keep(control: Control, value: Any) -> None:
    st.session_state[control.name] = control.in_session(value)


def _remark(control: Control, given: Any) -> dict[str, str]:
    line = control.remark(given)
    return {control.name: line if len(line) <= 2 * LONGEST else f"{line[: 2 * LONGEST]} …"} if line else {}


def _pop(key: str) -> dict[str, str]:
    return st.session_state.pop(key) if key in st.session_state else {}
