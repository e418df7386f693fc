"""Parts of a page that open on a click. What is in them is made only then, and the address says which are open."""

from collections.abc import Mapping

import streamlit as st

from analysis.words.vocabulary import FORMULA
from pages.components.controls.refusals import check_flag
from pages.components.list_at_hand import list_at_hand
from pages.components.streamlit_seams import history_query
from pages.components.texts import texts

t = texts(__file__)


def fold(name: str, question: str):
    """A part of a page behind its question: `if (place := fold("steps", ...)).open: with place: ...`."""
    return lazy_expander(f"**{question}**", name)


def open_linked_folds(**folds: str) -> None:
    """Open each of these folds if a link names a value that is set in it: `open_linked_folds(real="smoothing seed")`.

    Call it before `live_page`, which takes refused values and defaults out of the address. Values that came along from
    another page open nothing.
    """
    state, address = st.session_state, st.query_params
    if "first_page" in state and history_query() is None:
        return
    for name, keys in folds.items():
        if name not in state and name not in address and any(key in address for key in keys.split()):
            state[name] = True


def lazy_expander(label: str, key: str, icon: str | None = None):
    """An expander whose content is made only when it is open: `if (place := lazy_expander(...)).open: with place: ...`.

    The link says whether it is open.
    """
    check_flag(key, False)
    return st.expander(label, icon=icon, key=key, bind="query-params")


def settings_fold(defaults: Mapping[str, object]):
    """The fold *More settings*. `defaults` maps each parameter in it to its default on this page.

    None if it is closed and every setting has its default: then its boxes need not be made. Streamlit needs a tenth of
    a second for six of them, even if nobody sees them.
    """
    place = lazy_expander(t("more"), "more", ":material/tune:")
    known = {**defaults, **st.query_params}
    if history_query() is None:  # after Back or Forward, the address alone says what the settings are
        known |= {key: value for key, value in st.session_state.items() if key in defaults}
    changed = any(str(known[key]).removesuffix(".0") != str(default) for key, default in defaults.items())
    return place if place.open or changed else None


def table_expander(label: str = ""):
    """The lazy expander for the numbers of a page as a table. In a link, `table` is the table of an own list."""
    return lazy_expander(label or t("table.label"), "as_table", ":material/table:")


def save_hint() -> None:
    """Show how to save a table. Streamlit writes its cells as they are, so formulas of a spreadsheet among them too."""
    odd = not set(list_at_hand().tables.vocab.itos).isdisjoint(FORMULA)
    st.caption(f"{t('table.save')} {t('table.formulas')}" if odd else t("table.save"))
