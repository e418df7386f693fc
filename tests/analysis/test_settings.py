import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import settings
from analysis.net.forward import initial_weights
from analysis.settings import SEED, SETTINGS, SMOOTHING, Choice, N
from analysis.settings.numbers import show_number
from analysis.streams import STREAMS
from analysis.views.slider import SMOOTHING_SCALE
from analysis.words.split import Split
from analysis.words.vocabulary import BOUNDARY

CHOICES = [choice for choice in vars(settings).values() if isinstance(choice, Choice)]
every_setting = pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)


@every_setting
@pytest.mark.parametrize("of", ["default", "low", "high"])
def test_the_default_and_both_limits_are_accepted_as_numbers_and_as_text(setting, of):
    value = getattr(setting, of)
    assert setting.check(value) == setting.check(show_number(value)) == value
    assert type(setting.check(show_number(value))) is setting.kind


@every_setting
def test_a_setting_stands_under_its_own_name(setting):
    assert SETTINGS[setting.name] is setting


@given(st.tuples(st.just(SMOOTHING), st.floats(0, 1e6)) | st.tuples(st.just(SEED), st.integers(0, 2**64 - 1)))
def test_a_number_written_out_is_read_back_exactly(written):
    setting, value = written
    assert setting.check(show_number(value)) == value


@pytest.mark.parametrize("stop", SMOOTHING_SCALE.stops)
def test_no_stop_of_the_slider_is_written_with_an_exponent(stop):
    assert "e" not in show_number(stop)


@pytest.mark.parametrize(
    ("setting", "given", "expected"),
    [(SMOOTHING, "2.5", 2.5), (SMOOTHING, 3, 3.0), (SEED, "42", 42), (SEED, 42.0, 42), (N, " 7 ", 7)],
)
def test_a_number_or_its_text_is_accepted(setting, given, expected):
    assert setting.check(given) == expected


@pytest.mark.parametrize(("number", "text"), [(0.0, "0"), (-0.0, "0"), (0.01, "0.01"), (10_000, "10000")])
def test_a_number_is_shown_as_people_write_it(number, text):
    assert show_number(number) == text


@pytest.mark.parametrize(
    ("setting", "bad"),
    [
        *[(SMOOTHING, bad) for bad in (-1, "-0.5", 1_000_000.5, "nan", "inf", float("nan"), "ten", None, [1])],
        *[(SEED, bad) for bad in (-1, 2**64, 1.5, "1.5", float("inf"), float("nan"), "seed", None)],
        *[(N, bad) for bad in (0, 10_000_001, "1e3", "9" * 5000)],
    ],
)
def test_anything_else_is_refused_with_expected_and_got(setting, bad):
    with pytest.raises(ValueError, match=re.escape(f"{setting.name} must be {setting.expected}, got {bad}") + "$"):
        setting.check(bad)


@pytest.mark.parametrize("kind", [SMOOTHING, SEED, settings.STREAM], ids=lambda kind: kind.name)
def test_an_empty_value_is_called_nothing(kind):
    with pytest.raises(ValueError, match=r", got nothing$"):
        kind.check("")


def test_a_number_of_another_library_is_not_cut_to_a_whole_one():
    with pytest.raises(ValueError, match=r"whole number .* got 3\.7"):
        SEED.check(np.float32(3.7))


def test_a_message_stays_on_one_line():
    with pytest.raises(ValueError, match=r"got a b$"):
        SMOOTHING.check("a\nb")


def test_beyond_its_limit_a_page_refuses_what_the_command_line_takes():
    assert N.check(20_000) == 20_000
    with pytest.raises(ValueError, match=r"^n must be a whole number from 1 to 500, got 20000$"):
        N.on_page.check(20_000)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_the_default_of_a_choice_is_one_of_its_options(choice):
    assert choice.check(choice.default) == choice.default


def test_the_streams_to_choose_are_those_there_are():
    assert settings.STREAM.options == tuple(STREAMS)


def test_every_choice_of_first_weights_gives_a_table():
    assert {initial_weights(init, 4, 1).shape for init in settings.INIT.options} == {(4, 4)}


def test_the_parts_to_choose_are_all_and_those_of_the_split():
    assert settings.PART.options == ("all", *Split._fields)


def test_the_row_to_begin_with_is_the_start_of_a_word():
    assert settings.ROW == BOUNDARY
