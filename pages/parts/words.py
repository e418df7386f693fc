"""What Words shows: how long names are, the alphabet with ids, the pairs of a word, what one word tells."""

import html

import streamlit as st

from analysis.counts.baselines.lengths import lengths_of_list
from analysis.counts.bigrams.dictionary import Pair, marked_window, window
from analysis.counts.tables import Summary
from analysis.views.count_charts import length_bars
from analysis.views.count_tables import examples_frame, word_lengths_frame
from analysis.words.vocabulary import Vocabulary, display_char
from pages.components.lesson import numbers, on_demand

STYLE = """<style>
.cells.cells {display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 .3rem; padding: 0; list-style: none}
.cells li {margin: 0; padding: .15rem .55rem; text-align: center; line-height: 1.3}
.cells li {border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: .4rem}
.cells b {display: block; font-weight: 400; font-family: monospace; font-size: 1rem}
.cells small {font-size: .78rem; opacity: .85; font-variant-numeric: tabular-nums}
</style>"""
GUESS = "how many examples does the one name isabella hold, for a model that says which letter follows which?"
ANSWERS = {
    "7": "Seven pairs of letters lie side by side, but a name also tells which letter it begins with, and after which "
    "it ends: nine.",
    "8": "Eight letters, and each of them follows something, the first one the start. The end follows the last: nine.",
    "9": "One for each of its eight letters, the first of which follows the start, and one for the end.",
}
NAMES = "Lines of names.txt. A boy's and a girl's name that are written alike stand there twice."
BIGRAMS = "Pairs of neighbours, start and end of each name included: one for each letter, and one for each end."
ALPHABET = (
    "Models count with numbers. So the letters that occur are **sorted**, and each gets an id: `stoi` (string to "
    "integer) says the id of a letter, `itos` the letter of an id. Sorting matters: without it the ids would change "
    "from run to run. Id 0 is “.”, the mark for the start *and* the end of a name. The lecture first takes two marks, "
    "`<S>` and `<E>`: 28 characters. But nothing follows an end and nothing comes before a start, so a whole row and a "
    "whole column of the table stay empty ([look](bigrams?two_marks=true)). One mark for both makes it **27**."
)


def size_and_lengths(summary: Summary, counted: dict[int, int]) -> None:
    """How many names, how long, and the first ten."""
    mean = lengths_of_list(counted).mean
    numbers(
        ("Names", f"{summary.words:,}", "in the list", NAMES),
        ("Different names", f"{summary.distinct:,}", "names", NAMES),
        ("Shortest and longest", f"{summary.shortest} to {summary.longest}", "letters", "No name has one letter."),
        ("Mean length", f"{mean:.4f}", "letters", "All letters of the list, divided by its names."),
        ("Examples", f"{summary.bigrams:,}", "pairs", BIGRAMS),
    )
    st.markdown(f"The first ten: **{', '.join(summary.first)}**. The lecture takes them to be the most frequent ones.")
    alt = "How many names have each length in letters, as bars; most have five to seven."
    st.vega_lite_chart(word_lengths_frame(counted), length_bars(), height=400, alt=alt)


def alphabet(vocab: Vocabulary) -> None:
    """Every character with its id, and why they are 27."""
    st.markdown(ALPHABET)
    _cells([(display_char(character), str(i)) for i, character in enumerate(vocab.itos)])


def pairs_of_word(word: str) -> None:
    """The sliding window over a word, without marks and with them."""
    w = repr(word)
    st.markdown(f"Two letters wide, a window slides over the word: `zip(w, w[1:])` for `w = {w}`.")
    if plain := window(word):
        _cells([(f"{display_char(a)} {display_char(b)}", "") for a, b in plain])
    else:
        st.caption("A word of one letter has no two letters side by side.")
    st.markdown(
        "But that forgets how a word begins and ends. With two marks, `zip(['<S>', *w], [*w, '<E>'])`, there are two "
        "pairs more:"
    )
    _cells([(f"{display_char(a)} {display_char(b)}", "") for a, b in marked_window(word)])


def what_it_tells(word: str, dictionary: dict[Pair, int]) -> None:
    """The examples of a word in words, with how often each comes in the whole list."""
    frame = examples_frame(word, dictionary)
    st.markdown(
        f"So the one word “{word}” holds **{len(frame)} examples**: what can follow what. Only together with those of "
        "all the names do they say how likely it is."
    )
    columns = {
        "example": "Example",
        "first": "First",
        "second": "Second",
        "in_words": "It says that",
        "count": st.column_config.NumberColumn("Times in all names", format="localized"),
    }
    st.dataframe(frame, hide_index=True, column_config=columns)


def lengths_table(counted: dict[int, int]) -> None:
    """On demand: the lengths as a table."""
    place = on_demand("The lengths as a table", "table", ":material/table:")
    if place.open:
        with place:
            st.dataframe(word_lengths_frame(counted), hide_index=True)
            st.caption("Its menu, above at the right, saves it as CSV.")


def _cells(cells: list[tuple[str, str]]) -> None:
    """Small boxes in a row, each with a line below."""
    boxes = [
        f"<li><b>{html.escape(above)}</b>{f'<small>{html.escape(below)}</small>' if below else ''}</li>"
        for above, below in cells
    ]
    st.html(f"{STYLE}<ul class='cells'>{''.join(boxes)}</ul>")
