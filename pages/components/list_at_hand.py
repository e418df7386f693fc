"""The list of words that this session uses, and caches that keep the results of different lists apart.

A built-in list is shared by all sessions. A visitor's own list, and everything that is calculated from it, is only
in the visitor's session, and is deleted with it.
"""

from __future__ import annotations

import functools
import secrets
from collections.abc import Callable
from typing import Any

import streamlit as st

from analysis.counts.word_list import WordList, load_list
from analysis.settings import CORPUS

OWN = "own"  # the key of a visitor's own list, in the session and in addresses
KEPT = "own_list"  # where the session has that list
_private: list[Any] = []  # the functions with a cache in each session
NAME = "own_name"  # the name of that list in caches


def list_at_hand() -> WordList:
    """The list that this session uses."""
    key = st.session_state.get(CORPUS.name, CORPUS.default)
    return st.session_state[KEPT] if key == OWN else _built_in(key)


def is_own() -> bool:
    """True if the session uses a list of the visitor's own."""
    return st.session_state.get(CORPUS.name) == OWN


def use_own_list(words: WordList) -> None:
    """Make a visitor's own list the list of this session."""
    state = st.session_state
    state[KEPT], state[NAME], state[CORPUS.name] = words, secrets.token_hex(8), OWN


def forget_own_list() -> None:
    """Take the visitor's own list, and what was worked out from it, out of this session."""
    state = st.session_state
    for key in (KEPT, NAME):
        state.pop(key, None)
    for cached in _private:
        cached.clear()
    if is_own():
        state[CORPUS.name] = CORPUS.default


def cache_name() -> str:
    """A name for the list at hand that no other list has."""
    return st.session_state[NAME] if is_own() else list_at_hand().key


# A run asks for the list some sixty times: a look into Streamlit's own cache took half of the time of a run.
_built_in = functools.cache(load_list)


def cached_by_list(cache: Callable = st.cache_data, **options: Any) -> Callable:
    """Cache a function whose first argument is the list at hand; callers leave this argument out.

    `cache` is st.cache_data or st.cache_resource, `options` are its options. What is calculated from a visitor's own
    list goes into a cache of the session. The argument must be called `words`: Streamlit ignores arguments whose names
    begin with "_".
    """
    named = {WordList: lambda words: cache_name()}

    def decorate(function: Callable) -> Callable:
        shared = cache(hash_funcs=named, **options)(function)
        private = cache(hash_funcs=named, scope="session", **options)(function)

        _private.append(private)

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            return (private if is_own() else shared)(list_at_hand(), *args, **kwargs)

        return call

    return decorate
