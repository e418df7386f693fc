"""Bigram table: filled by the first names of the list, and what a cell is."""

import pytest

from analysis.counts.bigrams import count_bigrams
from pages.components import cached
from pages.components.texts import texts
from tests.pages.reading import live_data, opener, page_file, refusals

open_page = opener("bigrams")


def test_what_stands_over_it_names_the_sum_of_all_cells(names):
    assert f"32,033 names, {names.all.sum():,} in all" in texts(page_file("bigrams"))("intro")


def test_a_link_fills_it_with_the_first_names(words, names):
    at = open_page(fill="true", first="3", table="true")
    assert not at.exception
    assert at.dataframe[0].value.to_numpy().tolist() == count_bigrams(words[:3], names.vocab).tolist()
    assert live_data(at)["words"]
    assert any("After 3 of 32,033 names: 16 bigrams in 14 of 729 cells; 715" in caption.value for caption in at.caption)


def test_at_first_it_shows_all_names_and_sends_no_words(names):
    data = live_data(open_page())
    assert (data["counts"], data["words"]) == (names.all.flatten().tolist(), None)


@pytest.mark.parametrize("fill", ["true", "false"])
@pytest.mark.parametrize(("first", "got"), [("32034", "32034"), ("banana", "banana"), ("", "nothing")])
def test_names_that_cannot_be_counted_are_told(first, got, fill):
    at = open_page(fill=fill, first=first)
    assert refusals(at) == [f"first must be a whole number from 0 to 32,033, got {got}: 3 is used"]


def test_without_the_words_it_offers_to_bring_them_and_shows_all_counts(monkeypatch, names):
    monkeypatch.setattr(cached, "names_available", lambda: False)
    at = open_page(fill="true")
    assert [button.label for button in at.button][-1] == "Download the names"
    assert live_data(at)["counts"] == names.all.flatten().tolist()


def test_a_cell_is_a_tensor_and_item_makes_it_a_number():
    text = "\n".join(element.value for element in open_page(row="q").markdown)
    assert "`N[17, 21]` is `tensor(206, dtype=torch.int32)`" in text
    assert "`N[17, 21].item()` is `206`" in text
    assert "stops counting at 16,777,216: adding 1 to it gives 16,777,216 again" in text


def test_the_guess_of_the_empty_cells_is_answered():
    at = open_page()
    at.number_input(key="guess").set_value(110).run()
    assert any(said.value.startswith("**Yes: it is 102 cells.**") for said in at.markdown)
