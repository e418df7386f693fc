"""The painters of all pictures, run on Node: numbers as text, labels, tables and plots."""

from pathlib import Path

import pytest

from analysis.settings import WORDS_ON_PAGE
from analysis.words.lists import SHARED
from analysis.words.vocabulary import build_vocabulary, display_char, labels
from pages.components.live.controls import words
from tests.js.node import node_with

PAINT = "components/live/paint"
PAINTED = Path(__file__).parent / "painted.js"
javascript = node_with(
    *(f"{PAINT}/{name}.js" for name in ("format", "grid", "letters", "plot", "save")),
    "components/live/model/words.js",
    "forward/live/view.js",
    "forward/live/work.js",
    PAINTED,
)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("exact(32033)", "32,033"),
        ("exact(0.0005)", "0.0005"),
        ("decimals(2.45401, 4)", "2.4540"),
        ("decimals(-3.2958, 2)", "−3.30"),
        ("decimals(-0.00001, 4)", "0.0000"),
        ("decimals('inf', 4)", "∞"),
        ("decimals(-Infinity, 2)", "−∞"),
        ("decimals(null, 4)", "–"),
        ("decimals(-8e25, 4)", "−8.000e+25"),
        ("signed(-0.00001, 4)", "0.0000"),
        ("signed(0.00001, 4)", "0.0000"),
        ("signed(0.0485, 4)", "+0.0485"),
        ("signed(-0.0485, 4)", "−0.0485"),
        ("significant(0.008331, 2)", "0.0083"),
        ("significant(2.511e-274, 4)", "2.511e−274"),
        ("short(4411)", "4,411"),
        ("short(-0.25)", "−0.25"),
        ("brief(2000)", "2k"),
        ("brief(1e6)", "1M"),
        ("brief(1e-7)", "1e−7"),
        ("withoutZero(0.13771, 4)", ".1377"),
    ],
)
def test_each_way_to_write_a_number(javascript, call, text):
    assert javascript(call) == text


@pytest.mark.parametrize("size", [27, 33, 60, 120, 257])
@pytest.mark.parametrize("chosen", [None, 0, 10, 55, 256])
def test_labels_leave_each_other_room_and_the_chosen_one_is_there(javascript, size, chosen):
    chosen = None if chosen is None or chosen >= size else chosen
    labels = sorted(
        javascript("labelsOf(x)", {"size": size, "width": 320, "chosen": chosen}), key=lambda label: label[1]
    )
    places, rooms = [x for _, x, _, _ in labels], [room for _, _, _, room in labels]
    for before, after, room in zip(places, places[1:], rooms, strict=False):
        assert after - before >= max(9, room)
    assert min(rooms) >= 9  # a label is 10 wide: it is never made much narrower
    assert places[-1] + 5 <= 320
    if chosen is not None:
        assert any(x == pytest.approx(min((chosen + 0.5) * 320 / size, 320 - 5)) for x in places)


@pytest.mark.parametrize("width", [0, -30])
def test_a_canvas_that_is_hidden_has_no_labels_and_does_not_hang(javascript, width):
    assert javascript("labelsOf(x)", {"size": 3, "width": width, "chosen": 1}) == []


def test_a_combining_mark_stands_on_the_letter_before_it_and_on_a_dotted_circle_without_one(javascript):
    labels = ["\u25cc\u093f", "\u0915", "\u25cc\u093f", "\u0916"]  # the sign for i, ka, the sign again, kha
    assert javascript("joined(x)", labels) == "\u25cc\u093f\u0915\u093f\u0916"
    assert javascript("clusters(x).map(({ text, at, length }) => [text, at, length])", labels) == [
        ["\u25cc\u093f", 0, 1],
        ["\u0915\u093f", 1, 2],
        ["\u0916", 3, 1],
    ]
    assert javascript("joined(x)", [".", "\u25cc\u093f"]) == ".\u25cc\u093f"


def test_letters_in_one_form_are_one_cluster_and_a_joiner_is_seen_where_it_joins_nothing(javascript):
    ksha = ["\u0915", "\u25cc\u094d", "ZWJ", "\u0937", "\u0916", "ZWJ"]  # ka, virama, joiner, ssa; kha; a joiner
    clusters = javascript("clusters(x)", ksha)
    assert [clusters[0][name] for name in ("text", "at", "length")] == ["\u0915\u094d\u200d\u0937", 0, 4]
    assert "".join(cluster["text"] for cluster in clusters) == "\u0915\u094d\u200d\u0937\u0916ZWJ"


def test_each_label_is_of_its_character(javascript):
    characters = [*".a \u00a0\u0301\u064e\u25cc\u200c\u200d\u200e\u093f\u0e33\u4e00\U0001e944"]
    labels = [display_char(character) for character in characters]
    assert javascript("x.map(characterOf)", labels) == [c.replace(" ", "\u2423") for c in characters]
    word = "a\u093f\u200d"
    limits = {"words": 1, "letters": 9}
    ids = [0, *map(characters.index, word), 0]
    assert javascript("wordsOf(x.word, x.labels, x.limits)", {"word": word, "labels": labels, "limits": limits}) == [
        ids
    ]


@pytest.mark.parametrize("listed", [["Anna", "anna"], ["anna"], ["new york", "ely"], ["be-a"]])
@pytest.mark.parametrize(
    "text", ["Anna", "ANNA", "anna Anna", "new york", " NEW  york ", "be-a", "", "  ", "anna x", "n" * 10, "a a a"]
)
def test_words_that_somebody_types_are_pythons(listed, text, javascript):
    vocab = build_vocabulary(listed)
    try:
        found = words(vocab, listed[0]).check(text)
    except ValueError:
        found = None
    x = {"text": text, "labels": labels(vocab), "limits": {"words": WORDS_ON_PAGE, "letters": SHARED.letters}}
    assert javascript("wordsOf(x.text, x.labels, x.limits)", x) == (found and [vocab.encode(word) for word in found])


@pytest.mark.parametrize(("text", "first"), [("a b", "a b"), ("A B", "a b"), ("a", "a")])
def test_the_forward_pass_in_motion_is_that_of_the_word_that_python_uses(text, first, javascript):
    vocab = build_vocabulary(["a b"])
    data = {"labels": labels(vocab), "xs": [0, 3], "ys": [3, 0], "probs": [0.25] * 16, "types": {}}
    data["limits"] = {"words": WORDS_ON_PAGE, "letters": SHARED.letters}
    net = javascript("netOf(x, x.text)", {"data": data, "text": text})
    assert [*net["xs"], 0] == vocab.encode(first)


def test_letters_from_right_to_left_turn_nothing_round_that_stands_beside_them(javascript):
    got = javascript("fill(x, { letter: '\u05d0', next: 'b', n: 3 })", "{letter} {n} {next}")
    assert got == "\u2068\u05d0\u2069 3 b"
    pair = "pairText({ labels: x, shared: { pair: '{pair} P({next} | {row}) {count}' } }, { row: 0, next: 1 }, 2, 0.5)"
    assert (
        javascript(pair, ["\u05d0", "\u05d1"])
        == "\u2068\u05d0\u05d1\u2069 P(\u2068\u05d1\u2069 | \u2068\u05d0\u2069) 2"
    )


def test_a_table_without_room_for_its_numbers_has_none(javascript):
    digits = "gridLayout(x, { columns: 27, longest: 4, highest: 26, widest: 44 }).digits"
    assert javascript(digits, 1100) > 11
    assert javascript(digits, 350) == 0


@pytest.mark.parametrize(("cell", "wide"), [(20, 19), (4, 3), (1.3, 1.3)])
def test_cells_of_a_pixel_have_no_line_between_them_that_would_hide_them(javascript, cell, wide):
    at = f"{{ rows: 1, columns: 2, left: 0, top: 0, cell: {cell}, high: {cell}, digits: 0 }}"
    canvas = "{ fillRect: (left, top, wide, high) => x.push(wide, high) }"
    painted = javascript(f"(paintCells({canvas}, {at}, {{ colourOf: () => 0, theme: {{}} }}), x)", [])
    assert painted == [wide] * 4


def test_a_value_above_the_plot_is_told(javascript):
    assert javascript("textsAt(2)") == []
    ((text, *_),) = javascript("textsAt(186.25)")
    assert text == "186.2500: off the chart ↑"


def test_a_curve_begins_where_it_is_finite(javascript):
    assert [x for x, _ in javascript("lineThrough([null, 1, 2])")] == [10, 20]


@pytest.mark.parametrize(
    ("low", "high", "ticks"), [(2.4, 3.95, [2.5, 3, 3.5]), (0, 15.6, [0, 5, 10, 15]), (-0.1, 0.9, [0, 0.5])]
)
def test_an_axis_has_round_numbers(javascript, low, high, ticks):
    assert javascript(f"evenTicks({low}, {high})") == ticks


def test_a_place_that_is_looked_at_is_inside_a_shorter_alphabet(javascript):
    state = {"hover": None, "pick": {"example": 3, "next": 13}, "net": {"xs": [0, 1], "labels": [".", "a", "b"]}}
    assert javascript("lookedAt(x)", state) == {"example": 1, "next": 2}


def test_a_saved_table_has_quotes_where_they_are_needed_and_no_formulas_but_numbers_below_zero(javascript):
    rows = [["next", "n"], ["=1+1", -0.5], ["@", 2], ["+a,b", 1], ["-", 0], ['"', None]]
    assert javascript("csvOf(x)", rows) == 'next,n\n\'=1+1,-0.5\n\'@,2\n"\'+a,b",1\n\'-,0\n"""",\n'
