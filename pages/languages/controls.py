"""The controls of Languages: a name, the script, the smoothing, and two lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from analysis.models.languages.alphabets import script_of, script_of_table
from analysis.settings import CORPUS, SMOOTHING
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary
from pages.components.address import write_address
from pages.components.cached import first_word
from pages.components.controls.numbers import number_box
from pages.components.controls.refusals import check_option, refuse
from pages.components.controls.words import KEY, word_box
from pages.components.list_at_hand import cache_name, list_at_hand
from pages.components.streamlit_seams import history_query
from pages.components.texts import texts
from pages.languages.lists import distances_of, lists_by_script

t = texts(__file__)
EXAMPLE = "jürgen"  # a name that is in few lists
SMOOTHED = 0.1  # near the best for held-out names; also the default of the command
LIST_BEFORE = "languages_list"  # the list at hand when this page was last run


def script_box() -> str:
    """The script of the lists. If none is chosen: the script of the name, or of the list at hand."""
    state, scripts = st.session_state, lists_by_script()
    if state.setdefault(LIST_BEFORE, cache_name()) != cache_name():
        state[LIST_BEFORE], state["script"] = cache_name(), None
        state[KEY] = _example(_script_at_hand())
    typed = script_of(clean_word(state.get(KEY) or st.query_params.get(KEY) or ""))
    default = typed if typed in scripts else _script_at_hand()
    titles = {script: t("script.title", script=script, n=len(lists)) for script, lists in scripts.items()}
    return _linked_box("script", t("script.label"), titles, default, t("script.help"), _show_example)


def _script_at_hand() -> str:
    """The script of the list at hand, or that of most lists."""
    scripts = lists_by_script()
    script = script_of_table(list_at_hand().tables)
    return script if script in scripts else next(iter(scripts))


def _example(script: str) -> str:
    """The name in the box at first."""
    words, lists = list_at_hand(), lists_by_script()[script]
    if words.key == CORPUS.default and script == _script_at_hand():
        return EXAMPLE
    return first_word() if words.key in lists else next(iter(lists.values())).summary.first[0]


def _show_example(script: str) -> None:
    st.session_state[KEY] = _example(script)  # the name is of another script


def name_box(script: str, vocab: Vocabulary) -> str:
    """The name whose list is asked for."""
    return word_box(vocab, _example(script))


def smoothing_above_zero() -> float:
    """Fake counts per cell, not 0: then a pair that was never counted would make a list impossible."""
    smoothing = number_box(replace(SMOOTHING, default_on_pages=SMOOTHED))
    if smoothing == 0:
        refuse(t("smoothing"), SMOOTHED)
    return smoothing or SMOOTHED


def list_boxes(lists: dict, script: str) -> tuple[str, str]:
    """The keys of two different lists: if none are chosen, the list at hand and the list that is nearest to it."""
    keys, titles = list(lists), {key: words.full_title for key, words in lists.items()}
    at_hand = list_at_hand().key
    default = at_hand if at_hand in keys else keys[0]
    left, right = st.columns(2)
    with left:
        first = _linked_box("first_list", t("pair.first"), titles, default, t("pair.help"))
    nearest = _nearest(default, keys, script)
    with right:
        second = _linked_box("second_list", t("pair.second"), titles, nearest, t("pair.help"))
    if first == second:
        second = _nearest(first, keys, script)
        refuse(t("pair.same", twice=first), second)
    return first, second


def _nearest(key: str, keys: list[str], script: str) -> str:
    distances = dict(zip(keys, distances_of(script)[keys.index(key)].tolist(), strict=True))
    return min((one for one in keys if one != key), key=distances.__getitem__)


def _linked_box(
    key: str,
    label: str,
    titles: Mapping[str, str],
    default: str,
    help: str,
    then: Callable[[str], None] | None = None,
) -> str:
    """One of a few things with titles; the link has its key. (Bound to the link, the box would write its title there.)

    While the default is chosen, the session has None, so that another list or script can have another default. `then`
    is called with the choice.
    """
    state = st.session_state
    if key not in state or history_query() is not None:
        check_option(key, titles, default)
        state[key] = st.query_params.get(key)
    if state[key] not in titles or state[key] == default:
        state[key] = None
    box = f"{key}_box"
    state[box] = state[key] or default

    def choose() -> None:
        state[key] = state[box]
        if then is not None:
            then(state[box])

    chosen = st.selectbox(label, list(titles), format_func=titles.__getitem__, key=box, help=help, on_change=choose)
    write_address(key, {key: state[key]})
    return chosen
