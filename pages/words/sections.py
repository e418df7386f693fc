"""The parts of Words: its guess, how long names are, the alphabet with ids, the pairs and the examples in a word."""

import html

import streamlit as st

from analysis.counts.baselines.lengths import lengths_of_list
from analysis.counts.bigrams import END, START
from analysis.counts.bigrams.dictionary import FIRST, Pair, dictionary_of, marked_window, window
from analysis.counts.tables import Tables
from analysis.counts.word_list import WordList
from analysis.settings import CORPUS
from analysis.views.count_charts import length_bars
from analysis.views.count_tables import examples_frame, word_lengths_frame
from analysis.words.vocabulary import Vocabulary, display_char
from pages.components.folds import fold, save_hint, table_expander
from pages.components.guess import guess_choice, hidden_until_guessed
from pages.components.offer_download import offer_download
from pages.components.page_frame import Number, numbers
from pages.components.texts import as_markdown, texts

t = texts(__file__)
ASKED = "isabella"

STYLE = """<style>
.cells.cells {display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 .3rem; padding: 0; list-style: none}
.cells li {margin: 0; padding: .15rem .55rem; text-align: center; line-height: 1.3}
.cells li {border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: .4rem}
.cells b {display: block; font-weight: 400; font-family: monospace; font-size: 1rem}
.cells small {font-size: .78rem; opacity: .85; font-variant-numeric: tabular-nums}
</style>"""


def guess_examples(words: WordList, first: str) -> None:
    """Ask how many examples one word holds: one of the first ten that the picture does not count, if there is one."""
    word = ASKED if words.key == CORPUS.default else max(words.summary.first[FIRST:], key=len, default=first)
    n = len(word)
    whys = {n - 1: t("guess.fewer", n=n), n: t("guess.same", n=n), n + 1: t("guess.right", n=n)}
    ask = t("guess.ask", word=word)
    guess_choice(ask, {str(one): {"label": str(one), "why": why} for one, why in whys.items()}, right=str(n + 1))


def first_words(first: list[str]) -> None:
    """The first words of the list, where they are known."""
    if first:
        st.markdown(t("first", n=len(first), first=as_markdown(", ".join(first))))


def lengths_and_alphabet(words: WordList) -> None:
    """Folded: how many words there are, how long they are, where they are from, and their characters."""
    place = fold("lengths", t("lengths.title"))
    if place.open:
        with place:
            _size_and_lengths(words)
            st.subheader(t("alphabet.title"))
            _alphabet(words.tables.vocab)


def examples(word: str, tables: Tables) -> None:
    """Folded: the pairs of a word without and with marks, and what each of them tells."""
    place = fold("examples", t("examples.title", word=as_markdown(word)))
    if place.open:
        with place, hidden_until_guessed("examples", told=True):
            _pairs_of_word(word)
            _examples_as_table(word, dictionary_of(tables.all, tables.vocab))


def _size_and_lengths(words: WordList) -> None:
    """How many words there are, how long they are, and where they are from."""
    summary, counted = words.summary, words.lengths
    if not counted:
        numbers(
            Number(value=f"{summary.words:,}", **t("numbers.words")),
            Number(value=f"{summary.bigrams:,}", **t("numbers.bigrams")),
        )
        offer_download(t("needs_words"))
        return
    mean = lengths_of_list(counted).mean
    numbers(
        Number(value=f"{summary.words:,}", **t("numbers.words")),
        Number(value=f"{summary.distinct:,}", **t("numbers.distinct")),
        Number(**t("numbers.lengths", low=summary.shortest, high=summary.longest)),
        Number(value=f"{mean:.4f}", **t("numbers.mean")),
        Number(value=f"{summary.bigrams:,}", **t("numbers.bigrams")),
    )
    if about := t("lecture.first"):
        st.markdown(about)
    st.markdown(t("makemore"))
    for remark in words.remarks:
        st.caption(remark)
    most = max(counted, key=counted.get)
    st.vega_lite_chart(word_lengths_frame(counted), length_bars(), height=360, alt=t("lengths_alt", most=most))


def _alphabet(vocab: Vocabulary) -> None:
    """Every character with its id, and why one mark is enough."""
    st.markdown(t("alphabet.text"))
    _cells([(display_char(character), str(i)) for i, character in enumerate(vocab.itos)])


def _pairs_of_word(word: str) -> None:
    """The sliding window over a word, without marks and with them."""
    st.markdown(t("pairs.plain", w=as_markdown(repr(word))))
    if plain := window(word):
        _cells([(f"{display_char(a)} {display_char(b)}", "") for a, b in plain])
    else:
        st.caption(t("pairs.one_letter"))
    st.caption(t("pairs.stops"))
    st.markdown(t("pairs.marked"))
    _cells([(f"{display_char(a)} {display_char(b)}", "") for a, b in marked_window(word)])


def _examples_as_table(word: str, dictionary: dict[Pair, int]) -> None:
    """What the model learns from each example of a word, and how often each occurs in the whole list."""
    frame = examples_frame(word, dictionary)
    frame.insert(3, "in_words", [_in_words(first, second) for first, second in marked_window(word)])
    st.markdown(t("examples.text", word=as_markdown(word), n=len(frame)))
    columns = t("examples.columns")
    count = st.column_config.NumberColumn(columns["count"], format="localized")
    st.dataframe(frame, hide_index=True, column_config=columns | {"count": count})
    if forgets := t("lecture.forgets"):
        st.caption(forgets)


def _in_words(first: str, second: str) -> str:
    """What one pair tells the model."""
    a, b = display_char(first), display_char(second)
    if first == START:
        return t("examples.begins", b=b)
    return t("examples.ends", a=a) if second == END else t("examples.follows", a=a, b=b)


def lengths_table(counted: dict[int, int]) -> None:
    """In an expander: the lengths as a table."""
    if not counted:
        return
    place = table_expander(t("lengths_table"))
    if place.open:
        with place:
            st.dataframe(word_lengths_frame(counted), hide_index=True)
            save_hint()


def _cells(cells: list[tuple[str, str]]) -> None:
    """Small boxes in a row, each with a line below."""
    boxes = [
        f"<li><b>{html.escape(above)}</b>{f'<small>{html.escape(below)}</small>' if below else ''}</li>"
        for above, below in cells
    ]
    st.html(f"{STYLE}<ul class='cells'>{''.join(boxes)}</ul>")
