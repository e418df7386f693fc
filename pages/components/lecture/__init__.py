"""The lecture: its chapters, its exercises, the views that show them, and which of these views have been opened.

A link on the page *The lecture* begins a new session, so that the list and the settings of the old one do not change
what it shows. So a session cannot remember what was opened before. The tab does, in its sessionStorage (opened.js):
the page *The lecture* notes each click on a link of its own, and `note_opened` notes the views that were opened in
another way.
"""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from analysis.settings import CORPUS
from pages.components.links import controls_of
from pages.components.list_at_hand import list_at_hand
from pages.components.live import source
from pages.components.page_registry import VIDEO

HERE = Path(__file__).parent
OPENED = "opened"  # key in the session: the addresses of the views that have been opened
_memory = st.components.v2.component("opened", html="<i hidden></i>\n", js=source(HERE / "opened.js"))


class View(NamedTuple):
    """A view: its address, a name for its link, and what to see there; its values stand between ** **."""

    address: str
    label: str
    see: str

    @property
    def folder(self) -> str:
        """The address of its page; "" for the first one."""
        return self.address.partition("?")[0]


class Chapter(NamedTuple):
    """A chapter of the video, or an exercise; an exercise has no time.

    `part`: the title of the part of the lecture that begins with this chapter; "" if none does.
    """

    name: str
    what: str
    views: tuple[View, ...]
    seconds: int | None = None
    part: str = ""

    @property
    def video(self) -> str:
        """The address of the video at this place."""
        return f"{VIDEO}&t={self.seconds}s"


@functools.cache
def chapters() -> tuple[Chapter, ...]:
    """The chapters of the video, in its order; their names are their times, "36:17"."""
    return tuple(_chapter(one, _time(one["seconds"])) for one in _read()["chapter"])


@functools.cache
def parts() -> dict[str, tuple[Chapter, ...]]:
    """The parts of the lecture by their titles, each with its chapters."""
    found: dict[str, tuple[Chapter, ...]] = {}
    title = ""
    for chapter in chapters():
        title = chapter.part or title
        found[title] = (*found.get(title, ()), chapter)
    return found


@functools.cache
def exercises() -> tuple[Chapter, ...]:
    """The exercises of the lecture, and one of our own."""
    return tuple(_chapter(one, one["name"]) for one in _read()["exercise"])


def opened_views() -> set[str]:
    """The addresses of the views that have been opened in this tab. Call it on *The lecture* only."""
    found = st.session_state.setdefault(OPENED, set())
    _memory(key="opened_views", data={"opened": sorted(found), "sendBack": True}, on_found_change=_take)
    return found


def note_opened(path: str) -> None:
    """Note what the visitor has opened, if it is one of the views. Call it at the end of the run of every page."""
    if list_at_hand().key != CORPUS.default:
        return
    address = canonical(path, {key: st.query_params[key] for key in controls_of(path) if key in st.query_params})
    opened, view = st.session_state.setdefault(OPENED, set()), _known().get(address)
    if view is not None and view not in opened:
        opened.add(view)
        _memory(key="opened_views", data={"opened": [view], "sendBack": False})


def canonical(path: str, query: dict[str, str]) -> str:
    """An address with its settings in alphabetical order: one text for one view."""
    return f"{path}?{urlencode(sorted((key, value.removesuffix('.0')) for key, value in query.items()))}"


def known_views(addresses: object) -> set[str]:
    """Those of some addresses that are views of the table. `addresses` come from a browser, so they may be anything."""
    if not isinstance(addresses, list):
        return set()
    return {one for one in addresses if isinstance(one, str)}.intersection(_known().values())


def _take() -> None:
    """Take what the tab remembers."""
    st.session_state.setdefault(OPENED, set()).update(known_views(st.session_state["opened_views"].get("found")))


@functools.cache
def _known() -> dict[str, str]:
    """The address of each view, by its canonical text."""
    views = [view for chapter in (*chapters(), *exercises()) for view in chapter.views]
    return {canonical(view.folder, dict(parse_qsl(view.address.partition("?")[2]))): view.address for view in views}


@functools.cache
def _read() -> dict[str, Any]:
    return tomllib.loads((HERE / "chapters.toml").read_text(encoding="utf-8"))


def _chapter(one: dict[str, Any], name: str) -> Chapter:
    return Chapter(
        name, one["what"], tuple(View(**view) for view in one["view"]), one.get("seconds"), one.get("part", "")
    )


def _time(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
