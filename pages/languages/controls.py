"""The controls of Languages: a name; in folds the script and the smoothing, and two lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from pages.components.folds import settings_fold
from pages.components.list_at_hand import cache_name, list_at_hand
from pages.components.streamlit_seams import history_query
from pages.components.texts import texts
from pages.languages.lists import distances_of, lists_by_script

t = texts(__file__)
EXAMPLE = "jürgen"  # a name that is in few lists
SMOOTHED = 0.1  # near the best for held-out names; also the default of the command
LIST_BEFORE = "languages_list"  # the list at hand when this page was last run


def more_settings() -> tuple[str, float]:
    """Show the fold with the script of the lists and the smoothing, and read both.

    If no script is chosen, it is the script of the name, or of the list at hand. The smoothing is above 0: with 0, a
    pair that was never counted would make a list impossible.
    """
    state, scripts = st.session_state, lists_by_script()
    if state.setdefault(LIST_BEFORE, cache_name()) != cache_name():
        state[LIST_BEFORE], state["script"] = cache_name(), None
        state[KEY] = _example(_script_at_hand())
    typed = script_of(clean_word(state.get(KEY) or st.query_params.get(KEY) or ""))
    script = _linked("script", scripts, typed if typed in scripts else _script_at_hand())
    if SMOOTHING.name not in st.query_params and state.get(SMOOTHING.name) == SMOOTHING.on_page.default:
        del state[SMOOTHING.name]  # nobody has chosen it: other pages begin with it
    place = settings_fold({SMOOTHING.name: SMOOTHED})
    if place is None:
        return script, SMOOTHED
    with place:
        titles = {one: t("script.title", script=one, n=len(lists)) for one, lists in scripts.items()}
        _box("script", t("script.label"), titles, script, t("script.help"), _show_example)
        smoothing = number_box(replace(SMOOTHING, default_on_pages=SMOOTHED))
    if smoothing == 0:
        refuse(t("smoothing"), SMOOTHED)
    return script, smoothing or SMOOTHED


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


def chosen_lists(lists: dict, script: str) -> tuple[str, str]:
    """The keys of two different lists: if none are chosen, the list at hand and the list that is nearest to it."""
    keys, at_hand = list(lists), list_at_hand().key
    default = at_hand if at_hand in keys else keys[0]
    first = _linked("first_list", keys, default)
    second = _linked("second_list", keys, _nearest(default, keys, script))
    if first == second:
        second = _nearest(first, keys, script)
        refuse(t("pair.same", twice=first), second)
    return first, second


def list_boxes(lists: dict, first: str, second: str) -> None:
    """Two boxes for the keys of two lists."""
    titles = {key: words.full_title for key, words in lists.items()}
    labels = t("pair.boxes")  # by parameter
    for place, key, chosen in zip(st.columns(2), labels, (first, second), strict=True):
        with place:
            _box(key, labels[key], titles, chosen, t("pair.help"))


def _nearest(key: str, keys: list[str], script: str) -> str:
    distances = dict(zip(keys, distances_of(script)[keys.index(key)].tolist(), strict=True))
    return min((one for one in keys if one != key), key=distances.__getitem__)


def _linked(key: str, options: Iterable[str], default: str) -> str:
    """The value of a parameter that has one of a few options. If it is not the default, the link has it.

    While the default is chosen, the session has None, so that another list or script can have another default.
    """
    state, options = st.session_state, list(options)
    if key not in state or history_query() is not None:
        check_option(key, options, default)
        state[key] = st.query_params.get(key)
    if state[key] not in options or state[key] == default:
        state[key] = None
    write_address(key, {key: state[key]})
    return state[key] or default


def _box(
    key: str,
    label: str,
    titles: Mapping[str, str],
    chosen: str,
    help: str,
    then: Callable[[str], None] | None = None,
) -> None:
    """Show a box for a value that `_linked` has read. `then` is called with a new choice.

    It is not bound to the link: there it would write the title of its choice.
    """
    state, box = st.session_state, f"{key}_box"
    state[box] = chosen

    def choose() -> None:
        state[key] = state[box]
        if then is not None:
            then(state[box])

    st.selectbox(label, list(titles), format_func=titles.__getitem__, key=box, help=help, on_change=choose)
