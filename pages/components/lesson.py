"""How every page begins and ends: its question, and "Run this yourself"."""

import streamlit as st

from analysis.recipes import Recipe


def question(title: str, text: str) -> None:
    """The page's one question, and the few words a newcomer needs."""
    st.title(title)
    st.markdown(text)


def run_this_yourself(recipe: Recipe) -> None:
    """The command and the torch lines that print the numbers on the screen at the current settings."""
    with st.expander("Run this yourself", icon=":material/terminal:"):
        st.caption("In the project's folder, the command:")
        st.code("\n".join(recipe.commands), language="bash")
        st.caption("Or in a few lines of torch, with the lecture's names.txt beside them:")
        st.code(recipe.code, language="python")


def wide_table(key: str):
    """A container for a table of squares: on a phone it keeps its width and scrolls sideways."""
    st.html(f"<style>.st-key-{key} {{overflow-x: auto}} .st-key-{key} > div {{min-width: 640px}}</style>")
    return st.container(key=key)
