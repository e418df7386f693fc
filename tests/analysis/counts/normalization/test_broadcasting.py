import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.normalization.broadcasting import LARGEST, MOST_AXES, broadcast, parse_shape

SHAPES = st.lists(st.sampled_from([0, 1, 2, 3, 27]), max_size=4).map(tuple)
EXPECTED = "a shape must be up to 8 whole numbers from 0 to 1,000,000, such as (27, 1), 27 x 27 or (), got "


def of_torch(first, second):
    try:
        return tuple(torch.broadcast_shapes(first, second))
    except RuntimeError:
        return None


@given(SHAPES, SHAPES)
def test_two_shapes_give_what_torch_gives(first, second):
    assert broadcast(first, second).result == of_torch(first, second)


@given(SHAPES)
def test_a_shape_is_read_as_python_writes_it(shape):
    assert parse_shape(str(shape)) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        *[(text, (27, 1)) for text in ("27 x 1", "27x1", "27×1", "27,1", "27 1", "[27, 1]")],
        *[(text, (27,)) for text in ("27", "27,", "(27,)")],
        *[(" ( ) ", ()), (str(LARGEST), (LARGEST,)), ("1 " * MOST_AXES, (1,) * MOST_AXES)],
    ],
)
def test_a_shape_may_be_written_in_many_ways(text, shape):
    assert parse_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        *("27 x", "x", ",", "(,)", "27,,", "27,,1", "-1", "2.5", "1e3", "1_0", "٣", "banana", "(27", "27)", "((27))"),
        *(f"{LARGEST + 1}", "1000000000", "9" * 5000, "1 " * (MOST_AXES + 1), "<b>", "inf", "nan"),
    ],
)
def test_what_is_no_shape_is_refused_in_one_line(text):
    with pytest.raises(ValueError, match=r"^a shape must be ") as refused:
        parse_shape(text)
    assert str(refused.value) == EXPECTED + text.strip()


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_text_is_no_shape(text):
    with pytest.raises(ValueError, match=r"^first_shape must be .* got nothing$"):
        parse_shape(text, called="first_shape")


def test_the_steps_go_from_the_right_and_say_why():
    steps = broadcast((4, 27, 1, 5), (1, 3, 5)).steps
    assert [(step.axis, step.first, step.second, step.size, step.why) for step in steps] == [
        (-1, 5, 5, 5, "both are 5"),
        (-2, 1, 3, 3, "the first is 1 and stretches to 3"),
        (-3, 27, 1, 27, "the second is 1 and stretches to 27"),
        (-4, 4, None, 4, "the second has no such axis, so it counts as 1 and stretches to 4"),
    ]


def test_an_axis_that_is_missing_beside_a_1_stretches_nothing():
    assert broadcast((), (1,)).steps[0].why == "the first has no such axis, so it counts as 1"


def test_what_does_not_fit_is_said_with_its_axis_and_the_other_axes_stand():
    both = broadcast((27, 3), (27,))
    assert [step.size for step in both.steps] == [None, 27]
    assert both.verdict == "Impossible: on axis -1, 3 meets 27, and neither of them is 1."


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ((27, 1), (27,), "Together: (27, 27)."),
        ((), (), "Together: (), a single number. There is no axis to align."),
        ((0,), (1,), "Together: (0,). With a 0 among its sizes, it has no numbers at all."),
        ((0,), (27,), "Impossible: on axis -1, 0 meets 27, and neither of them is 1."),
    ],
)
def test_the_verdict_is_one_sentence(first, second, verdict):
    assert broadcast(first, second).verdict == verdict
