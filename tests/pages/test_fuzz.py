"""Links that nobody would write, random but the same on every run: no page breaks, and each fault is told in a line."""

import random
from urllib.parse import urlencode

import pytest

from pages.components.page_registry import CONTROLS, PAGES
from tests.pages.reading import open_page

BRISK = 2  # links to each page here; a thousand go to a server in tests/hosting/test_thousand_links.py
VALUES = [
    *("", " ", "0", "1", "-1", "7", "0.5", "1e3", "1e999", "-inf", "nan", "١٢", "0x10", "1_000", "2147483648"),
    *("true", "False", "emma", "EMMA olivia", "q", ".", "<S>", "<E>", "ß", "I\u0307", "\u202eolleh", "e\u0301"),
    *("<script>alert(1)</script>", "$\\frac{1}{0}$", "**b** :red[x]", "'; drop table names", "../../etc/passwd"),
    *("\0", "\n", "%00", "{}", "[]", "None", "lecture", "cuda", "neural", "zeros", 300 * "a", 5000 * "z", 70 * "a b "),
    *("👩\u200d👩\u200d👧", 20 * "9"),
]


def links(entry, count):
    """So many random queries for a page: keys of its own controls, of others', and some that nobody has."""
    chance = random.Random(entry.folder)
    for _ in range(count):
        keys = chance.sample([*entry.controls, *chance.sample(CONTROLS, 3), "nosuch", "recipe", "as_table"], k=3)
        yield {key: chance.choice(VALUES) for key in keys}


def is_in_order(query, texts, at_controls=()):
    """Whether there is at most one line for each value that was refused, those at live controls included."""
    return sum("class='refused'" in text for text in texts) + len(at_controls) <= len(query)


@pytest.mark.parametrize(
    ("entry", "query"),
    [(entry, query) for entry in PAGES for query in links(entry, BRISK)],
    ids=lambda given: urlencode(given)[:60] if isinstance(given, dict) else given.path or "start",
)
def test_no_link_breaks_a_page(entry, query):
    at = open_page(entry.folder, **query)
    assert not at.exception
    assert is_in_order(query, [part.proto.body for part in at.get("html")])


def test_two_lines_for_one_value_would_be_seen():
    assert not is_in_order({"n": "x"}, 2 * ["<p class='refused'>n must be a number</p>"])
