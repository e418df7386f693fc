"""What is shown for a beginning while Python has not answered the last letters yet."""

import pytest

from tests.js.node import node_with

javascript = node_with("components/live/model/near_beginnings.js")


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("em", "of em"),  # Python's answer
        ("emm", "of emm"),  # sent before it was typed
        ("emma", "of emm"),  # two letters before an answer: the longest beginning that is known
        ("b", "of em"),  # nothing of it is known: as before
        ("", "of em"),
    ],
)
def test_a_beginning_has_its_own_rows_or_those_of_its_longest_known_beginning(javascript, typed, entry):
    numbers = {"beginning": "em", "after": {"em": "of em", "emm": "of emm"}}
    assert javascript("entryOf(x.numbers, x.typed)", {"numbers": numbers, "typed": typed}) == entry


def test_nothing_typed_has_rows_of_its_own(javascript):
    numbers = {"beginning": "", "after": {"": "of nothing", "e": "of e"}}
    assert javascript("entryOf(x, '')", numbers) == "of nothing"
