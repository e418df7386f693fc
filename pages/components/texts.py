"""The texts of the screen: one texts.toml in each folder, with {places} for numbers.

`t = texts(__file__)` reads the texts.toml in the folder of a file, or in the nearest folder above it, once per process.
`t("key")` is a text, or a table or list of texts. The table [html] fills live.html. The table [js] goes to live.js with
its data, as data.texts, and [shared] of this folder goes to all live views, as data.shared; the browser fills places
with two braces, {{number}}. Texts that are true only for the lecture's names are in the table [lecture], which is empty
while another list is used.
"""

from __future__ import annotations

import functools
import math
import re
import tomllib
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from analysis.settings import CORPUS
from pages.components.list_at_hand import list_at_hand

PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~$:&=^@])")  # each can have a backslash before it in markdown
WITH_HTML, WITHOUT_HTML = MarkdownIt("commonmark"), MarkdownIt("commonmark", {"html": False})
PLACE = re.compile(r"\{\{(\w+)\}\}")  # the place of a text in HTML


def list_facts() -> dict[str, Any]:
    """The values that every text can use without being given them: facts about the current list."""
    words = list_at_hand()
    summary, size = words.summary, len(words.summary.vocab)
    return {
        "noun": words.noun,
        "nouns": words.nouns,
        "list": words.title,
        "words": summary.words,
        "bigrams": summary.bigrams,
        "longest": summary.longest,
        "V": size,
        "marked": size + 1,  # characters where start and end are two
        "cells": size**2,
        "uniform": 1 / size,
        "chance": math.log(size),  # nats per character
    }


class Texts:
    """The texts of one file. `t(key, number=...)` fills its places with these numbers and the facts of the list.

    Raises KeyError for a missing key or a missing number.
    """

    def __init__(self, path: Path):
        self._texts = tomllib.loads(path.read_text(encoding="utf-8"))

    def __call__(self, key: str, **numbers: Any) -> Any:
        found: Any = self._texts
        for part in key.split("."):
            found = found[part]
        if key.split(".", maxsplit=1)[0] == "lecture" and list_at_hand().key != CORPUS.default:
            return {} if isinstance(found, dict) else ""
        if isinstance(found, str) and "{" not in found:
            return found.strip()
        return _filled(found, list_facts() | numbers)

    def html(self, path: Path) -> str:
        """The content of an HTML file, with each {{key}} replaced by the text html.key as HTML. See `as_html`.

        A text in an attribute must have no marks of Markdown.
        """
        return PLACE.sub(lambda place: as_html(self(f"html.{place[1]}")), path.read_text(encoding="utf-8"))


@functools.cache  # a run asks some twenty times, and each time the disk would be looked at
def texts(file: str | Path) -> Texts:
    """The texts for a file: the texts.toml in its folder, or in the nearest folder above."""
    folder = Path(file).resolve().parent
    return _read(next(path for one in (folder, *folder.parents) if (path := one / "texts.toml").exists()))


def as_markdown(text: str) -> str:
    """A word or letters for a text that Streamlit reads as markdown: each mark in it stands for itself."""
    return PUNCTUATION.sub(r"\\\1", text)


@functools.cache
def _read(path: Path) -> Texts:
    return Texts(path)


def as_html(text: str) -> str:
    """A paragraph in Markdown as HTML: **bold**, *italic*, `code` and links. HTML in it is shown as text."""
    return _in_new_tab(WITHOUT_HTML.renderInline(text))


def blocks_as_html(text: str, *, with_html: bool = False) -> str:
    """Paragraphs, lists and headings in Markdown as HTML. With `with_html`, HTML in the text stays HTML.

    It is for `st.html`. With `st.markdown`, the browser turns Markdown into HTML itself, and the text is seen later.
    """
    return _in_new_tab((WITH_HTML if with_html else WITHOUT_HTML).render(text))


def _in_new_tab(text: str) -> str:
    return text.replace("<a href=", "<a target='_blank' href=")


def _filled(found: Any, numbers: dict[str, Any]) -> Any:
    if isinstance(found, dict):
        return {key: _filled(value, numbers) for key, value in found.items()}
    if isinstance(found, list):
        return [_filled(value, numbers) for value in found]
    if not isinstance(found, str):
        return found
    return found.strip().format(**numbers)
