"""Which lists are compared, and what is calculated from them: from built-in lists, once per server process.

They are the first names of languages in one script, and the list at hand if it is in this script.
"""

from __future__ import annotations

import streamlit as st
import torch

from analysis.counts.word_list import WordList, load_list
from analysis.models.languages.alphabets import script_of_table, union_vocabulary
from analysis.models.languages.classify import Confusions, ListModels, build_models, count_confusions
from analysis.models.languages.distances import measure_distances
from analysis.settings import LANGUAGES
from analysis.words.split import split_words
from pages.components.list_at_hand import cached_by_list, list_at_hand

Lists = dict[str, WordList]  # by key


@st.cache_resource(show_spinner="Reading the first names of 30 languages …")
def _first_names() -> dict[str, Lists]:
    """The lists of first names, by script."""
    scripts: dict[str, Lists] = {}
    for key in LANGUAGES:
        words = load_list(key)
        scripts.setdefault(script_of_table(words.tables), {})[key] = words
    return scripts


def lists_by_script() -> dict[str, Lists]:
    """The lists that can be compared, by script, the script of most lists first. Each has two lists or more."""
    words = list_at_hand()
    script = script_of_table(words.tables)
    scripts = {one: dict(lists) for one, lists in _first_names().items()}
    together = scripts.get(script, {}) | {words.key: words}
    if _have_a_boundary(together):
        scripts[script] = together
    several = [one for one, lists in scripts.items() if len(lists) > 1]
    return {one: scripts[one] for one in sorted(several, key=lambda one: -len(scripts[one]))}


def _have_a_boundary(lists: Lists) -> bool:
    """False if the boundary of each list is a letter of another one."""
    try:
        union_vocabulary([words.tables.vocab for words in lists.values()])
    except ValueError:
        return False
    return True


@cached_by_list(st.cache_resource, max_entries=8, show_spinner="Counting the pairs of each list …")
def models_of(words: WordList, script: str, smoothing: float, part: str) -> ListModels:
    """The smoothed model of each list of a script, counted on a part of it."""
    return build_models({key: one.tables for key, one in lists_by_script()[script].items()}, smoothing, part)


@cached_by_list(st.cache_resource, max_entries=50, show_spinner="Comparing every two lists …")
def distances_of(words: WordList, script: str) -> torch.Tensor:
    """The distance of every two lists of a script, bits: (L, L)."""
    return measure_distances({key: one.tables for key, one in lists_by_script()[script].items()})


def can_be_tested(words: WordList) -> bool:
    """True if the list has words on this machine, in parts."""
    return words.has_words and words.has_parts


@cached_by_list(st.cache_resource, max_entries=50, show_spinner="Guessing the list of every held-out name …")
def confusions_of(words: WordList, script: str, smoothing: float, with_list: bool) -> Confusions:
    """How often the names of each list are taken for each list. `with_list`, if the list at hand can be tested, only
    keeps the results with it and without it apart in the cache."""
    lists = {key: one for key, one in lists_by_script()[script].items() if can_be_tested(one)}
    models = build_models({key: one.tables for key, one in lists.items()}, smoothing, "train")
    return count_confusions(models, {key: split_words(one.words).dev for key, one in lists.items()})
