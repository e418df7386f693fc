"""Names in scripts with combining signs and from right to left, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.ui import open_folds

# Where a name is cut into marked and other parts that could not be shown apart.
CUTS = """(names) => names.flatMap((name) => {
  const text = name.textContent, starts = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
  let at = 0;
  return [...name.childNodes].map((part) => ((at += part.textContent.length), at)).filter(
    (at) => at < text.length && !starts.includes(at)).map((at) => [text, at]);
})"""
# The left edges of the first letter of each name in a line, in pixels.
LEFTS = """(line) => [...line.firstChild.data.matchAll(/(?<=^|\\s)\\u2068?[^\\u2068\\s]/g)].map((found) => {
  const range = document.createRange(), end = found.index + found[0].length;
  range.setStart(line.firstChild, end - 1);
  range.setEnd(line.firstChild, end);
  return range.getBoundingClientRect().left;
})"""

# The left edges of the visible characters of a text, in pixels.
EDGES = """(cell) => [...cell.firstChild.data].map((character, i) => {
  const range = document.createRange();
  range.setStart(cell.firstChild, i);
  range.setEnd(cell.firstChild, i + 1);
  return [character, range.getBoundingClientRect().left];
}).filter(([character]) => !/[\u2068\u2069]/.test(character)).map(([, left]) => left)"""


@pytest.mark.slow
def test_a_hindi_name_is_marked_in_whole_signs_and_a_word_is_read_letter_by_letter(visit):
    page = visit("smoothing?corpus=hi")
    names = page.locator(".names li bdi")
    expect(names.locator("mark").first).to_be_visible()
    assert names.evaluate_all(CUTS) == []
    assert not re.search("[\u0900-\u097f]\u25cc", " ".join(names.all_inner_texts()))
    page = visit("likelihood?corpus=hi")
    expect(page.locator(".likelihood .numbers dd b").first).to_have_text("−17.1694")  # the page's first word, 7 letters


@pytest.mark.slow
def test_hebrew_names_read_from_right_to_left_and_stand_from_left_to_right(visit):
    page = visit("smoothing?corpus=he")
    open_folds(page)
    line = page.locator(".stream")
    expect(line).not_to_be_empty()
    lefts = line.evaluate(LEFTS)
    assert len(lefts) == 5
    assert lefts == sorted(lefts)
    page = visit("sampling?corpus=he&draw=3")
    first, second = (page.locator(".slow .names li").first.locator("button").nth(i) for i in (0, 1))
    expect(first).not_to_have_text("_")
    assert first.bounding_box()["x"] > second.bounding_box()["x"]
    page = visit("comparison?corpus=he")
    open_folds(page)
    first = page.locator(".words td").filter(has_text=".").first  # "." and the first letter, which is at its left
    assert first.evaluate(EDGES) == sorted(first.evaluate(EDGES), reverse=True)
