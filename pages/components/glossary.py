"""The terms of the lecture, and `with_terms`, which explains each of them where a page uses it first.

A marked term is a button with a popover, both plain HTML. The mouse, the keyboard's focus, and a tap or Enter show the
explanation. Going on with Tab, Escape or a tap elsewhere closes it. A screen reader reads it as the button's
description. Streamlit leaves their attributes as they are in `st.html` (tried with 1.67). Other HTML in a text is made
harmless here.
"""

from __future__ import annotations

import functools
import html
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from pages.components.list_at_hand import list_at_hand
from pages.components.texts import blocks_as_html

SEEN = "terms"  # key in the session: each term, with the text in which it is marked
STYLE = """<style>
.term-place {anchor-scope: --term}
.term.term {all: unset; anchor-name: --term; cursor: help}
.term.term {text-decoration: underline dotted; text-underline-offset: .2em}
.term.term:focus-visible {outline: 2px solid; outline-offset: 2px; border-radius: .2rem}
.term-text {
  position: fixed; inset: auto; margin: 0; padding: .6rem .8rem; box-sizing: border-box; width: max-content;
  max-width: min(22rem, 92vw); border: 1px solid color-mix(in srgb, currentColor 35%, transparent);
  border-radius: .5rem; box-shadow: 0 2px 12px rgb(0 0 0 / .25); background: var(--st-background-color, Canvas);
  color: var(--st-text-color, CanvasText); font-size: .9rem; font-weight: 400; font-style: normal; line-height: 1.45;
  text-align: left; white-space: normal; z-index: 1000; left: 4vw; bottom: 4vw
}
@supports (position-area: bottom) {
  .term-text {
    left: auto; bottom: auto; position-anchor: --term; position-area: bottom span-right;
    position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline; margin: .15rem .4rem
  }
}
.term:hover + .term-text, .term:focus-visible + .term-text, .term-text:hover {display: block}
@media print {.term.term {text-decoration: none} .term-text.term-text {display: none}}
</style>"""
# Where no term is looked for: code, formulas and escaped characters, which stay as they are; images, links, addresses,
# headings and the marks of HTML, in which HTML is made harmless.
APART = r"""
    (?P<apart>
        (?P<ticks>`+)(?!`)[\s\S]*?(?<!`)(?P=ticks)(?!`)
        | \$\$[\s\S]+?\$\$ | \$[^$\n]+\$
        | \\.
    )
    | (?P<escaped>
        !?\[(?:\\.|[^\[\]\\]|\[[^\]]*\])*\]\((?:\\.|[^()\\]|\([^)]*\))*\)
        | https?://[^\s<]+
        | ^\#{1,6}\ .*?$
        | [<&]
    )
"""


class Term(NamedTuple):
    """A term: its name, how texts say it, what it means, other names, the folder of the page that shows it.

    `never` are phrases in which a form of it means something else.
    """

    name: str
    forms: tuple[str, ...]
    text: str
    page: str
    also: str = ""
    never: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """What is behind # in the address of the glossary."""
        return re.sub(r"\W+", "-", self.name.lower())


@functools.cache
def terms() -> tuple[Term, ...]:
    """All terms, in alphabetical order."""
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["term"]
    made = (Term(**{key: tuple(of) if isinstance(of, list) else of for key, of in one.items()}) for one in found)
    return tuple(sorted(made, key=lambda term: term.name.lower()))


def begin_terms() -> None:
    """Call this once at the beginning of each run: no term has been marked yet."""
    st.session_state[SEEN] = {}


def with_terms(text: str, plain: tuple[str, ...] = ()) -> str:
    """A text in Markdown, with HTML that explains each term at its first use on the page.

    Nothing is marked in code, formulas, links, headings, or in `plain`: the words of a visitor that stand in the text.
    The title of the list is always left as it is. HTML in the text is shown, not interpreted.
    """
    seen = st.session_state.setdefault(SEEN, {})
    kept = [span for word in (*plain, list_at_hand().title) for span in _spans(word, text)]
    here: set[str] = set()

    def replace(found: re.Match[str]) -> str:
        if found.lastgroup == "escaped":
            return html.escape(found[0], quote=False)
        if found.lastgroup != "term" or any(start < found.end() and found.start() < end for start, end in kept):
            return found[0]
        term = _by_form()[found[0].lower()]
        # A part of a page that runs again by itself gets its marks again: they belong to the text.
        if term.name in here or seen.setdefault(term.name, text) != text:
            return found[0]
        here.add(term.name)
        return _marked(found[0], term)

    return _pattern().sub(replace, text)


def show_with_terms(text: str, plain: tuple[str, ...] = ()) -> None:
    """Show a text in Markdown, its terms explained at their first use on the page. See `with_terms`."""
    st.html(text_with_terms(text, plain))


def text_with_terms(text: str, plain: tuple[str, ...] = ()) -> str:
    """A text in Markdown as HTML, its terms explained. See `with_terms`."""
    return f"<div class='text'>{blocks_as_html(with_terms(text, plain), with_html=True)}</div>"


def _spans(word: str, text: str) -> list[tuple[int, int]]:
    """Where a word stands in a text, as a whole word."""
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) if word]


@functools.cache
def _pattern() -> re.Pattern[str]:
    """What is looked for in a text, the first of these at each place: where no term is looked for, and the terms."""
    forms = "|".join(re.escape(form) for form in sorted(_by_form(), key=len, reverse=True))
    never = "|".join(re.escape(form) for term in terms() for form in term.never)
    code = rf"{APART} | (?-x:\b(?:{never})\b) | (?P<term>(?-x:(?<![\w-])(?:{forms})(?![\w-])))"
    return re.compile(code, re.VERBOSE | re.IGNORECASE | re.MULTILINE)


@functools.cache
def _by_form() -> dict[str, Term]:
    return {form.lower(): term for term in terms() for form in term.forms}


def _marked(word: str, term: Term) -> str:
    key = f"term-{term.anchor}"
    return (
        f'<span class="term-place"><button type="button" class="term" popovertarget="{key}" aria-describedby="{key}">'
        f'{html.escape(word)}</button><span class="term-text" popover id="{key}" role="tooltip">'
        f"{html.escape(term.text, quote=False)}</span></span>"
    )
