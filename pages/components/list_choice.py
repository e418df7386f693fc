"""The list of words as a choice in the sidebar, above the pages, and as `corpus` in every address.

`corpus=de` is a built-in list. `corpus=own&table=TEXT` is a table of counts that a link carries. `corpus=own` alone
is a list that a visitor has opened or pasted in this tab: no other session has it.
"""

from __future__ import annotations

import streamlit as st

from analysis.counts.table_text import decode_table
from analysis.counts.word_list import BUILT_IN, WordList, list_of_counts
from analysis.settings import CORPUS, STEP
from pages.components.address import write_address
from pages.components.cached import first_word, table_text
from pages.components.controls.refusals import refuse
from pages.components.controls.words import KEY as WORD
from pages.components.controls.words import spelled, split_text
from pages.components.list_at_hand import KEPT, OWN, cache_name, list_at_hand, use_own_list
from pages.components.streamlit_seams import history_query
from pages.components.tab_memory import ask_tab, keep_in_tab, tab_has_answered
from pages.components.teacher_link import without_navigation
from pages.components.texts import as_markdown, texts

SEEN = "list_seen"  # key in the session: the list of the run before, and its first word
BOX, FOLD, TABLE = "list_choice", "list_fold", "table"  # keys: of the box, of its fold, of a table in an address
t = texts(__file__)


def choose_list() -> None:
    """Show the choice, and keep the address in step with it. Call it on every page, before anything reads the list."""
    state = st.session_state
    if CORPUS.name not in state or history_query() is not None:
        _read_address()
    titles = {key: _title(words) for key, words in BUILT_IN.items()}
    if KEPT in state:
        titles[OWN] = _title(state[KEPT])
    state[BOX] = state[CORPUS.name]
    bare = without_navigation()
    with st.container() if bare else st.sidebar:
        if not bare:
            _fold_with_box(titles)
        keep_in_tab()
    _drop_old_words()
    words = list_at_hand()
    table = table_text() if words.key == OWN and not words.has_parts else None
    write_address("list", {CORPUS.name: None if words.key == CORPUS.default else words.key, TABLE: table})


def _fold_with_box(titles: dict[str, str]) -> None:
    """The title of the list; a click opens the box with all lists. Without the fold, every page would open later."""
    label = t("list.fold", title=as_markdown(_title(list_at_hand())))
    place = st.expander(label, key=FOLD, on_change="rerun")
    if place.open:
        place.selectbox(
            t("list.label"), titles, format_func=titles.__getitem__, key=BOX, help=t("list.help"), on_change=_choose
        )


def _choose() -> None:
    st.session_state[CORPUS.name] = st.session_state[BOX]


def _drop_old_words() -> None:
    """After the list has changed, reset the words that were typed for the old one.

    A word stays if the new list can spell it, unless it is the one that the box showed at first. Live pictures reset
    their own controls.
    """
    state, name = st.session_state, cache_name()
    before, first = state.get(SEEN, (name, "")), first_word()
    state[SEEN] = (name, first)
    if before[0] == name or history_query() is not None:
        return
    if WORD in state and (state[WORD] == before[1] or not _is_spelled(state[WORD])):
        state[WORD] = first
    if "search" in state:
        state["search"] = ""
    state.pop(STEP.name, None)  # its default depends on the list too


def _is_spelled(text: str) -> bool:
    """True if a text is one word or several over the characters of the list."""
    vocab = list_at_hand().tables.vocab
    try:
        return bool([spelled(word, vocab) for word in split_text(text, vocab)])
    except ValueError:
        return False


def _title(words: WordList) -> str:
    """The title of a list in the box. Built-in lists have their size, except the lecture's."""
    if words.key == CORPUS.default:
        return t("list.default")
    if words.key == OWN:
        return words.title
    return t("list.sized", title=words.full_title, size=words.size)


def _read_address() -> None:
    """Use the list that the address names. If there is no such list, say so in one line, and use the lecture's list."""
    state, linked, table = st.session_state, st.query_params.get(CORPUS.name), st.query_params.get(TABLE)
    state[CORPUS.name] = CORPUS.default
    if table == "true" and linked != OWN:
        st.query_params["as_table"] = table  # an older link: there, `table` opened the numbers of a page as a table
    try:
        if linked == OWN and table is not None:
            use_own_list(list_of_counts(*decode_table(table), title=t("list.linked")))
        elif linked == OWN and KEPT not in state:
            if not tab_has_answered():
                del state[CORPUS.name]
                ask_tab()
            refuse(t("list.gone"), CORPUS.default)
        elif linked is not None:
            state[CORPUS.name] = OWN if linked == OWN else CORPUS.check(linked)
    except ValueError as error:
        refuse(str(error), CORPUS.default)
