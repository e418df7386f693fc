"""The three options of a teacher's link: `view=picture`, `hide=lam,seed` and `note=...`.

They are not controls. They stay in the address while the controls of the page move, and are gone on the next page.
"""

from __future__ import annotations

import html

import streamlit as st

from pages.components.controls.refusals import refuse
from pages.components.page_registry import Page
from pages.components.texts import texts

VIEW, HIDE, NOTE = "view", "hide", "note"  # keys in an address
PICTURE = "picture"
LONGEST_NOTE = 280  # characters
PICTURE_STYLE = """<style>
[data-testid=stHeader], [data-testid=stExpander], .st-key-tools {display: none}
[data-testid=stMain] [data-testid=stMainBlockContainer] {padding: .75rem 1rem}
[data-testid=stMain] [data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock] {gap: .5rem}
[data-testid=stMainBlockContainer]:has(.teacher-note, .refused) {zoom: .92} /* the line above has its place */
@media (max-height: 640px) {
  [data-testid=stLayoutWrapper]:has(> * .st-key-start), .st-key-part, .st-key-figure {display: none}
  .st-key-verdict + * {display: none}
  .name-columns td {white-space: nowrap; overflow: hidden; text-overflow: ellipsis}
  .teacher-note.teacher-note {padding-block: 0; font-size: .9rem; line-height: 1.3}
  [data-testid=stMainBlockContainer]:has(.teacher-note, .refused) {zoom: .84}
}
</style>"""
t = texts(__file__)


def picture_only() -> bool:
    """True if the link asks for the picture of the page and its controls, without all the rest."""
    return st.query_params.get(VIEW) == PICTURE


def without_navigation() -> bool:
    """True if the page stands in a frame of another page or on a slide, where there is no room for a sidebar."""
    return picture_only() or bool(st.context.is_embedded)


def hidden_controls() -> set[str]:
    """The names of the controls that the link hides; their values stay as they are."""
    return set(_names()) if HIDE in st.query_params else set()


def read_teacher_link(page: Page) -> None:
    """Hide what the link names, and show its note. For each option that cannot be used, one line says why."""
    address = st.query_params
    if picture_only():
        st.html(PICTURE_STYLE)
    if address.get(VIEW, PICTURE) != PICTURE:
        refuse(f"{VIEW} must be {PICTURE}, got {address[VIEW] or t('controls.nothing')}", t("teacher.page"), "is shown")
    if HIDE in address:
        _hide(page.controls)
    note = " ".join(address.get(NOTE, "").split())
    if NOTE in address and not 0 < len(note) <= LONGEST_NOTE:
        got = f"{len(note):,}" if note else t("controls.nothing")
        refuse(f"{NOTE} must have 1 to {LONGEST_NOTE} characters, got {got}", t("teacher.no_note"), "is shown")
    elif note:
        # as plain text: anybody can write a link
        st.html(f"<p class='teacher-note' dir='auto' title='{html.escape(t('teacher.note'))}'>{html.escape(note)}</p>")


def rest_of_page() -> None:
    """Call it after the picture of a page: if the link asks for the picture only, the run ends here."""
    if picture_only():
        st.stop()
    with st.container(key="rest_of_page"):  # the dialog *Share* offers to hide the controls above this place
        st.html("<i hidden></i>")


def _names() -> list[str]:
    """The names in `hide`, each once."""
    given = ",".join(st.query_params.get_all(HIDE)).split(",")
    return list(dict.fromkeys(name.strip() for name in given if name.strip()))


def _hide(controls: tuple[str, ...]) -> None:
    """Hide the named controls of Streamlit; live views hide their own. One line lists names that are no controls."""
    known = [name for name in _names() if name in controls]
    unknown = [name for name in _names() if name not in controls]
    if unknown or not known:
        expected = f"one or more of {', '.join(controls)}" if controls else t("teacher.no_controls")
        nothing = t("controls.nothing")
        refuse(
            f"{HIDE} must be {expected}, got {', '.join(unknown) or nothing}", ", ".join(known) or nothing, "is hidden"
        )
    if known:
        st.html(f"<style>{', '.join(f'.st-key-{name}' for name in known)} {{display: none}}</style>")
