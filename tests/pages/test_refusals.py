"""What cannot be used, in a link, a box or a release, is told in one line, with what is used instead."""

import re

import pytest

from pages.components.page_registry import PAGES
from tests.pages.reading import html_of, open_page, opened, plain, refusals, release, text, values

ROWS = ", ".join(".abcdefghijklmnopqrstuvwxyz")
SEED = "seed must be a whole number from 0 to 18,446,744,073,709,551,615, got"
SMOOTHING = "smoothing must be a number from 0 to 1,000,000, got"
WORD = "word must be 1 to 64 of the letters a to z, got"
SHAPE = "must be up to 8 whole numbers from 0 to 1,000,000, such as (27, 1), 27 x 27 or (), got"
LATIN = "az, da, de, en, es, fi, fr, ga, id, is, it, nl, pt, ro, sk, sl, sv, tr, names"
# The lines of a page for a link from which nothing can be used: it is read off them, with “nothing” an empty value.
NONSENSE = [
    ("start", f"{SMOOTHING} nan: 1 is used", f"row must be one of {ROWS}, got ß: . is used"),
    ("words", "step must be a whole number from 1 to 260, got 261: 12 is used", f"{WORD} nothing: emma is used"),
    (
        "words",
        "search must be one or two characters of this list, got jqu: every pair is shown",
        "order must be one of most, least, alphabet, got tea: most is used",
        f"{WORD} '🦉' in 🦉: emma is used",
    ),
    ("words", f"{WORD} 1000 letters: emma is used"),
    (
        "bigrams",
        f"row must be one of {ROWS}, got ab: . is used",
        "two_marks must be true or false, got tea: false is used",
        "first must be a whole number from 0 to 32,033, got 32034: 3 is used",
    ),
    ("bigrams", "first must be a whole number from 0 to 32,033, got nothing: 3 is used"),
    (
        "normalization",
        "divisor must be one of rows, sum1, columns, sum0, total, got tea: rows is used",
        "table_size must be one of real, small, got nothing: real is used",
        f"{SMOOTHING} -inf: 1 is used",
        f"{SEED} 1.5: 2147483647 is used",
        f"first_shape {SHAPE} nothing: (27, 27) is used",
        f"second_shape {SHAPE} 1000000000: (27,) is used",
    ),
    ("normalization", f"first_shape {SHAPE} 27 x: (27, 27) is used"),
    (
        "likelihood",
        f"{WORD} nothing: emma is used",
        f"row must be one of {ROWS}, got nothing: . is used",
        "nudge must be a number from 0.1 to 10, got 11: 1 is used",
        f"next must be one of {ROWS}, got ß: a is used",
        f"{SMOOTHING} nothing: 1 is used",
    ),
    ("likelihood", f"{WORD} '👩' in 👩‍🎤: emma is used"),
    ("smoothing", f"{SEED} nothing: 2147483647 is used", f"{SMOOTHING} 1e999: 1 is used"),
    (
        "sampling",
        f"{SMOOTHING} -1: 1 is used",
        f"{SEED} banana: 2147483647 is used",
        "n must be a whole number from 1 to 500, got 2.5: 10 is used",
        "stream must be one of lecture, mkl, cpu, cuda, torch, got tea: lecture is used",
        "draw must be a whole number from 1 to 200, got inf: 1 is used",
        "draws must be one of 10, 100, 1000, 10000, 100000, got 7: 100 is used",
        f"row must be one of {ROWS}, got <b>: . is used",
    ),
    ("sampling", f"n must be a whole number from 1 to 500, got {'9' * 116} …: 10 is used"),
    (
        "baselines",
        f"{SMOOTHING} banana: 1 is used",
        f"{SEED} 99999999999999999999: 2147483647 is used",
        "n must be a whole number from 1 to 500, got 0: 10 is used",
    ),
    (
        "make_names",
        "n must be a whole number from 1 to 500, got 501: 10 is used",
        "start must be 1 to 64 of the letters a to z, got '1' in q1: any beginning is used",
        "new must be true or false, got tea: false is used",
        "temperature must be a number from 0.01 to 100, got 0: 1 is used",
        f"{SMOOTHING} -1: 1 is used",
        "model must be one of counts, neural, got tea: counts is used",
        f"{SEED} -1: 2147483647 is used",
        "shortest must be a whole number from 0 to 64, got 65: 0 is used",
        "longest must be a whole number from 1 to 64, got 0: 64 is used",
        "sort must be one of drawn, nll, got tea: drawn is used",
    ),
    (
        "forward",
        f"{WORD} '☺' in emma☺: emma is used",
        f"{SEED} inf: 2147483647 is used",
        "skip must be a whole number from 0 to 10,000, got -1: 0 is used",
    ),
    ("forward", f"{WORD} nothing: emma is used"),
    (
        "training",
        "epochs must be a whole number from 0 to 2,000, got 9999: 200 is used",
        "learning_rate must be a number from 0 to 1,000,000, got banana: 50 is used",
        "lam must be a number from 0 to 1,000,000, got -1: 0 is used",
        "init must be one of randn, rand, cuda, zeros, got tea: randn is used",
        "only must be one of all names, emma, got tea: all names is used",
    ),
    (
        "regularization",
        "lam must be a number from 0 to 1,000,000, got 1e7: 0.01 is used",
        f"{SMOOTHING} 1e99: 7.5975 is used",
        "match must be true or false, got tea: true is used",
    ),
    (
        "comparison",
        "n must be a whole number from 5 to 200, got 201: 10 is used",
        f"{WORD} '1' in q1: emma is used",
        "stream must be one of lecture, mkl, cpu, cuda, torch, got tea: lecture is used",
        "init_seed must be a whole number from 0 to 18,446,744,073,709,551,615, got -1: 2147483647 is used",
    ),
    (
        "languages",
        f"{SMOOTHING} nan: 0.1 is used",
        "script must be one of Latin, Cyrillic, Devanagari, got Greek: Latin is used",
        f"first_list must be one of {LATIN}, got ru: names is used",
        f"second_list must be one of {LATIN}, got tea: en is used",
        "word must be 1 to 64 of the letters a to ə, got '☺' in emma☺: jürgen is used",
    ),
    (
        "reproduce",
        "figure must be a name in this table, got tea: lecture-first is used",
    ),
]


@pytest.mark.parametrize(("folder", "lines"), [(folder, lines) for folder, *lines in NONSENSE])
def test_nonsense_in_a_link_is_told_a_line_each_and_the_page_is_as_without_it(folder, lines):
    parts = [re.fullmatch(r"(\w+) .*, got (?:.* in )?(.*?)(?: letters)?: .*", line).groups() for line in lines]
    query = {key: "" if got == "nothing" else got for key, got in parts}
    query |= {"n": 400 * "9"} if query.get("n", "").endswith("…") else {}
    query |= {"word": 1000 * "x"} if query.get("word") == "1000" else {}
    at = open_page(folder, **opened(folder) | query)
    assert not at.exception
    assert sorted(refusals(at)) == sorted(lines)
    missing = set(text(plain(folder)).splitlines()) - set(text(at).splitlines())
    assert missing == set()  # more may be there: a part that is open because the link names one of its values


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.folder)
def test_a_link_that_says_nothing_or_a_default_otherwise_is_not_refused(entry):
    assert refusals(plain(entry.folder)) == []
    if "n" in entry.controls:
        assert refusals(open_page(entry.folder, n="1e1")) == []


SMALL = "the names are written with small letters"


@pytest.mark.parametrize(
    ("folder", "query", "line"),
    [
        ("words", {"word": "Emma"}, f"Emma: {SMALL}: emma is used"),
        ("words", {"word": "anna lisa"}, "word must be one word here, got 2: anna is used"),
        ("words", {"search": "EM"}, f"EM: {SMALL}: em is used"),
        ("words", {"step": "17"}, "step must be a whole number from 1 to 16 here, got 17: 16 is used"),
        ("forward", {"word": "Emma"}, f"Emma: {SMALL}: emma is used"),
        ("forward", {"word": "emma ava"}, "word must be one word here, got 2: emma is used"),
        ("likelihood", {"word": "Ava OLIVIA"}, f"Ava OLIVIA: {SMALL}: ava olivia is used"),
        (
            "likelihood",
            {"word": "a " * 11},
            "word must be 1 to 10 words with spaces between them, got 11: emma is used",
        ),
        ("sampling", {"draw": "150"}, "draw must be a whole number from 1 to 45 here, got 150: 45 is used"),
        ("smoothing", {"as_table": "nan"}, "as_table must be true or false, got nan: false is used"),
    ],
)
def test_what_is_used_in_part_is_told_in_one_line(folder, query, line):
    at = open_page(folder, **query)
    assert not at.exception
    assert refusals(at) == [line]


def test_a_part_of_the_figures_there_is_not_is_told_in_one_line():
    (told,) = refusals(open_page("reproduce", part="tea"))
    assert re.fullmatch("part must be one of Names, Words and counts, .*, got tea: all of them are shown", told)


@pytest.mark.parametrize(
    ("folder", "released", "line"),
    [
        ("training", {"epochs": 2001}, "epochs must be a whole number from 0 to 2,000, got 2001: 200 stays"),
        ("training", {"learning_rate": -1}, "learning_rate must be a number from 0 to 1,000,000, got -1: 50 stays"),
        ("training", {"lam": None}, "lam must be a number from 0 to 1,000,000, got None: 0 stays"),
        ("training", {"init": "tea"}, "init must be one of randn, rand, cuda, zeros, got tea: randn stays"),
        ("regularization", {"match": "off", "lam": 0.1}, "match must be true or false, got off: true stays"),
        ("regularization", {"match": [], "lam": 0.1}, "match must be true or false, got nothing: true stays"),
        ("words", {"word": ""}, f"{WORD} nothing: emma stays"),
        ("likelihood", {"word": "   "}, f"{WORD} nothing: emma stays"),
        ("forward", {"word": ""}, f"{WORD} nothing: emma stays"),
    ],
)
def test_a_release_that_cannot_be_is_told_in_one_line_until_the_next_and_changes_nothing(folder, released, line):
    at = open_page(folder)
    before = values(at)
    release(at, folder, **released)
    assert (refusals(at), values(at)) == ([line], before)
    release(at, folder)
    assert refusals(at) == []


def test_words_that_are_typed_are_taken_as_those_of_a_link():
    at = release(open_page("likelihood"), "likelihood", word=" Ava  olivia")
    assert values(at)["word"] == at.query_params["word"] == "ava olivia"
    assert refusals(at) == [f"Ava  olivia: {SMALL}: ava olivia is used"]


def test_an_empty_box_is_told():
    at = open_page("normalization", shapes="true")
    at.text_input(key="first_shape").set_value("").run()
    assert refusals(at) == [f"first_shape {SHAPE} nothing: (27, 27) is used"]


def test_a_line_about_the_link_goes_with_the_next_release():
    at = open_page("sampling", n="0")
    assert len(refusals(at)) == 1
    assert refusals(release(at, "sampling", n=3)) == []


def test_a_value_that_is_told_is_text_and_no_html():
    assert "got &lt;b&gt;: " in html_of(open_page("sampling", draws="<b>"))
