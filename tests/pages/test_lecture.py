"""The lecture: each view of the table opens and shows what its row promises, and opened views are counted."""

import functools
import html
import re
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from pages.components.lecture import (
    OPENED,
    Chapter,
    chapters,
    exercises,
    known_views,
    parts,
)
from pages.components.page_registry import PAGES
from pages.lecture.table import is_opened
from tests.pages.reading import html_of, live_parts, open_page, plain, refusals, sent, text

ALL = (*chapters(), *exercises())
VIEWS = [view for chapter in ALL for view in chapter.views]
# The number is only in the data of a picture, and not in a text, a table or a number of the page.
IN_A_PICTURE = {"4410", "6763", ".6650", "1.5674", ".0123", ".0267", "0, 5, 13, 13, 1", "5, 13, 13, 1, 0", "3.7693"}
# Parts of a page that a link opens.
FOLDS = {"checks", "cross_entropy", "steps", "cells", "exercises", "lengths", "gradient"}


def settings(view):
    return dict(parse_qsl(view.address.partition("?")[2], keep_blank_values=True))


@functools.cache
def shown(address):
    """What a view shows, without its pictures and with them; numbers without commas, one kind of minus."""
    folder, _, query = address.partition("?")
    at = open_page(folder or "start", **dict(parse_qsl(query)))
    assert not at.exception
    assert refusals(at) == []
    # A page takes a default out of its address, and then it would not be known as this view any more.
    assert set(dict(parse_qsl(query))) <= set(at.query_params)
    tables = [re.sub(",", " ", frame.value.to_csv()) for frame in at.dataframe]
    small = [f"{one['numbers']} {in_lines(one.get('names', {}))}" for one in sent(at) if "numbers" in one]
    labels = [html.unescape(str(one.get("controls", ""))) for one in sent(at)]
    return tuple(
        re.sub(r"<[^>]*>", " ", re.sub(r"(?<=\d),(?=\d{3})", "", "\n".join(parts))).replace("−", "-")
        for parts in ([text(at), *tables, *small, *labels], [part.proto.json for part in live_parts(at)])
    )


def in_lines(names):
    """The names of each model in a line of its own."""
    return "\n".join(" ".join(drawn) for drawn in names.values())


def found(value, words):
    """True if a value, as a row prints it, is in a text: the same words, or a number that rounds to it."""
    value = re.sub(r"(?<=\d),(?=\d{3})", "", value).replace("−", "-")
    if re.search(rf"(?<![\w.]){re.escape(value)}(?![\w.]*\d)", re.sub(r"\s+", " ", words)):
        return True
    number, percent = re.sub(r" %$", "", value), value.endswith(" %")
    if not re.fullmatch(r"-?\d*\.\d+", number):  # a whole number must be there as it is
        return value == "∞" and bool(re.search(r"\binf\b|∞", words))
    within = 0.5000001 * 10 ** -len(number.partition(".")[2])
    numbers = (float(one) * (100 if percent else 1) for one in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", words))
    return any(abs(one - float(number)) <= within for one in numbers)


def test_the_table_has_the_chapters_of_the_video_in_order():
    seconds = [chapter.seconds for chapter in chapters()]
    assert len(seconds) == 24
    assert seconds == sorted(seconds)
    assert [chapter.name for chapter in chapters()][:2] == ["0:00", "3:03"]
    assert chapters()[-1].name == "1:56:16"
    assert [exercise.name for exercise in exercises()] == ["E01", "E02", "E03", "E04", "E05", "E06"]


@pytest.mark.parametrize("view", dict.fromkeys(VIEWS), ids=lambda view: f"{view.address}: {view.see[:40]}")
def test_a_view_shows_the_values_that_its_row_promises(view, words):
    values = re.findall(r"\*\*(.+?)\*\*", view.see)
    assert values
    said, painted = shown(view.address)
    for value in values:
        where = f"{said}\n{painted}" if value in IN_A_PICTURE else said
        assert found(value, where), value


def test_a_value_that_is_not_there_is_seen():
    assert found(".1377", "P is 0.13767")
    assert not found(".1377", "P is 0.13764")
    assert found("4410", "4410 names")
    assert not found("4410", "44100 names")
    assert not found("30.8 %", "0.3074")


@pytest.mark.parametrize("view", dict.fromkeys(VIEWS), ids=lambda view: view.address)
def test_the_address_of_a_view_sets_controls_of_its_page_and_no_list(view):
    page = next(page for page in PAGES if page.path == view.folder)
    assert set(settings(view)) <= {*page.controls, *FOLDS}


def test_each_chapter_links_to_its_place_in_the_video_and_to_its_views():
    page = html_of(plain("lecture"))
    for chapter in chapters():
        assert f'href="https://www.youtube.com/watch?v=PaCmpygFfXo&amp;t={chapter.seconds}s"' in page
    for view in VIEWS:
        assert f'href="{html.escape(view.address or "./")}"' in page
    assert "corpus" not in page


def test_at_first_no_chapter_has_been_opened():
    at = plain("lecture")
    assert "You have opened **0 of 24** chapters." in text(at)
    assert html_of(at).count(">not yet<") == 30


def test_a_chapter_counts_as_opened_when_one_of_its_views_is():
    first = chapters()[7]
    at = open_page("lecture", session={OPENED: {first.views[1].address}})
    assert "You have opened **1 of 24** chapters." in text(at)
    assert html_of(at).count(">opened<") == 1
    assert html_of(at).count("✓") == 1
    assert is_opened(first, {first.views[1].address})
    assert not is_opened(Chapter("", "", ()), {""})


def test_the_first_part_with_a_chapter_not_yet_opened_is_open():
    first = next(iter(parts().values()))
    for seen, title in ((first[:-1], "What it is about"), (first, "The table of counts"), (ALL, None)):
        at = open_page("lecture", session={OPENED: {chapter.views[0].address for chapter in seen}})
        opened = re.findall(r"<details class='part' open><summary><h2>(.*?)</h2>", html_of(at))
        assert [one.startswith(title) for one in opened] == [True] if title else opened == []


def test_the_parts_have_every_chapter_once_in_order():
    assert [chapter for part in parts().values() for chapter in part] == list(chapters())
    assert "" not in parts()


def test_what_the_tab_remembers_is_taken_and_nonsense_is_not():
    assert known_views(["training?epochs=100", "nosuch", 7, None, []]) == {"training?epochs=100"}
    assert known_views("training?epochs=100") == set()


def opened_by(path, **query):
    """What the session has noted after the run of a page."""

    def run(path):
        from pages.components.lecture import note_opened  # noqa: PLC0415 - a script of its own

        note_opened(path)

    at = AppTest.from_function(run, args=(path,))
    at.query_params.update(query)
    at.run()
    return set(at.session_state[OPENED]) if OPENED in at.session_state else set()


def test_a_view_that_was_opened_in_another_way_is_noted():
    assert opened_by("training", epochs="4.0", only="emma", learning_rate="0.1", recipe="true") == {
        "training?only=emma&learning_rate=0.1&epochs=4"
    }
    assert opened_by("training", epochs="5") == set()
    assert opened_by("") == {""}
