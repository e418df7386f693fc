"""Bigram table: filled by the first names of the list, and what a cell is."""

from analysis.counts.bigrams import count_bigrams
from pages.bigrams import sections as bigrams
from pages.components.texts import texts
from tests.pages.reading import opener, page_file, refusals, sent

open_page = opener("bigrams")


def test_what_stands_over_it_names_the_sum_of_all_cells(names):
    assert f"32,033 names, {names.all.sum():,} in all" in texts(page_file("bigrams"))("intro")


def test_a_link_fills_it_with_the_first_names(words, names):
    at = open_page(fill="true", first="3")
    assert not at.exception
    assert sent(at)[0]["counts"] == count_bigrams(words[:3], names.vocab).flatten().tolist()
    assert any("After 3 of 32,033 names: 16 bigrams in 14 of 729 cells; 715" in caption.value for caption in at.caption)


def test_at_first_it_shows_all_names_and_sends_no_words(names):
    data = sent(open_page())[0]
    assert (data["counts"], data["words"]) == (names.all.flatten().tolist(), None)


def test_more_names_than_there_are_are_told(words):
    at = open_page(fill="true", first="32034")
    assert refusals(at) == ["first must be a whole number from 0 to 32,033, got 32034: 3 is used"]


def test_without_the_words_it_offers_to_bring_them_and_shows_all_counts(monkeypatch, names):
    monkeypatch.setattr(bigrams, "words_are_here", lambda: False)
    at = open_page(fill="true")
    assert [button.label for button in at.button][-1] == "Download the names"
    assert sent(at)[0]["counts"] == names.all.flatten().tolist()


def test_a_cell_is_a_tensor_and_item_makes_it_a_number():
    text = "\n".join(element.value for element in open_page(row="q").markdown)
    assert "`N[17, 21]` is `tensor(206, dtype=torch.int32)`" in text
    assert "`N[17, 21].item()` is `206`" in text
    assert "stops counting at 16,777,216: adding 1 to it gives 16,777,216 again" in text


def test_the_guess_of_the_empty_cells_is_answered():
    at = open_page()
    at.number_input(key="guess").set_value(110).run()
    assert any(said.value.startswith("**Yes: it is 102 cells.**") for said in at.markdown)
