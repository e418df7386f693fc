"""Links to the pages: in the sidebar, at the foot of each page, and on the start page.

They are plain HTML: Streamlit's own navigation and page links need a fifth of the time before the first picture
(docs/speed.md). A click does not load the page again: page_links.js tells the toolbar, and Python shows the other page
in the same session, so the visitor's settings come along. A link that is opened in a new tab begins a new session.
"""

from __future__ import annotations

import html
from itertools import groupby
from pathlib import Path

import streamlit as st

from pages.components.page_registry import PAGES, STEPS, Page
from pages.components.streamlit_seams import empty_address
from pages.components.texts import texts

STYLE = f"<style>{(Path(__file__).parent / 'navigation.css').read_text('utf-8')}</style>"
t = texts(__file__)


def page_link(page: Page, label: str, before: str = "", after: str = "", more: str = "") -> str:
    """A link to a page as HTML. `before` and `after` are names of icons of Google's Material Symbols.

    `more` are further attributes of the link, with a space before each.
    """
    return (
        f"<a href='{page.path or '.'}' data-page='{page.folder}'{more}>"
        f"{_icon(before)}<span>{html.escape(label)}</span>{_icon(after)}</a>"
    )


def show_navigation(shown: Page) -> None:
    """Links to all pages, in groups. The page that is shown is marked."""
    groups = []
    for title, pages in groupby(PAGES, lambda page: page.group):
        links = [page_link(page, _numbered(page), page.icon, more=_marks(page == shown)) for page in pages]
        heading, name = (f"<p>{title}</p>", f" aria-label='{title}'") if title else ("", "")
        groups.append(f"{heading}<ul{name}>{''.join(f'<li>{link}</li>' for link in links)}</ul>")
    st.html(f"<nav class='all-pages' aria-label='{t('navigation')}'>{''.join(groups)}</nav>")


def show_cards(pages: tuple[Page, ...]) -> None:
    """A card for each of these pages: a link to it, and its question."""
    cards = [
        f"<li>{page_link(page, _numbered(page), page.icon)}<p>{html.escape(page.texts('question'))}</p></li>"
        for page in pages
    ]
    st.html(f"<ul class='page-cards'>{''.join(cards)}</ul>")


def steps_beside(page: Page) -> str:
    """Links to the steps before and after a step of the way, as HTML, with its own number between them."""
    before = STEPS[page.number - 2] if page.number > 1 else None
    after = STEPS[page.number] if page.number < len(STEPS) else None
    return (
        f"<nav class='steps' aria-label='{t('way.label')}'>"
        + (page_link(before, before.title, before="arrow_back") if before else "")
        + f"<span>{t('way.place', number=page.number, of=len(STEPS))}</span>"
        + (page_link(after, t("way.next", title=after.title), after="arrow_forward") if after else "")
        + "</nav>"
    )


def open_page(folder: object) -> None:
    """Show the page in the folder that the browser names. If no page has this folder, nothing happens."""
    for page in PAGES:
        if page.folder == folder:
            empty_address()
            st.switch_page(page.file)


def _marks(shown: bool) -> str:
    """Attributes of a link in the sidebar. It has the test id of Streamlit's own links: tools find all pages by it."""
    return " data-testid='stSidebarNavLink'" + " aria-current='page'" * shown


def _numbered(page: Page) -> str:
    """The title of a page, with its number if it is a step of the way."""
    return f"{page.number}. {page.title}" if page.number else page.title


def _icon(name: str) -> str:
    return f"<span class='icon' data-icon='{name}' aria-hidden='true'></span>" if name else ""
