"""normalize: all divisions, one of them, and two shapes."""

import pytest

from analysis.counts.normalization import DIVISORS
from analysis.counts.normalization.divisions import NAMES, compare_divisions, small_table
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.analysis.conftest import assert_one_line

REFUSED = "--shapes must be up to 8 whole numbers from 0 to 1,000,000, such as (27, 1), 27 x 27 or (), got "


def test_normalize_prints_the_published_nll_and_that_they_tell_nothing(run):
    status, out, _ = run("normalize", "--smoothing", 1)
    assert status == 0
    cells = {line.split()[1]: line.split()[3::2] for line in out.splitlines() if line.endswith("no │")}
    assert cells["rows"] == ["2.4546", "2.4546", "no", "no", "no"]
    assert cells["total"] == ["5.2773", "2.4546", "yes", "yes", "no"]
    assert "sum1    │       2.4546 │       2.8554 │         yes │        no │        yes" in out
    assert "total, P / P.sum(), names: mor axx minaymoryles kondlaisah anchshizarie" in out
    assert "P /= P.sum(1, keepdim=True): the same storage" in out


def test_normalize_json_is_exact(names, run_json):
    result = run_json("normalize", "--smoothing", 2.5, "--seed", 7)
    compared = compare_divisions(names.all, 2.5)
    assert result["vocab"] == list(names.vocab.itos)
    assert [one["divisor"] for one in result["divisions"]] == list(DIVISORS)
    for said in result["divisions"]:
        one = compared[said["divisor"]]
        assert (said["nll"], said["sampled_nll"]) == (one.nll, one.sampled_nll)
        assert said["row_sums"] == one.division.row_sums.tolist()
        assert said["column_sums"] == one.division.column_sums.tolist()
        assert said["first_row"] == said["probs"][0] == one.probs[0].tolist()
        assert said["story"] == list(one.story)
        assert said["names"] == sample_words(one.probs, names.vocab, NAMES, open_stream("lecture", 7))
    assert [one["same"] for one in result["storage"]] == [False, True]


def test_normalize_json_says_what_tells(run_json):
    ((one,), (right,)) = (run_json("normalize", "--divisor", key)["divisions"] for key in ("sum1", "rows"))
    assert (one["row_sums_tell"], one["nll_tells"], one["names_tell"]) == (True, False, True)
    assert (right["row_sums_tell"], right["nll_tells"], right["names_tell"]) == (False, False, False)
    assert (one["divisor_shape"], one["aligned"], one["stretched"]) == ([27], [None, 27], [0])


def test_one_division_of_the_small_table_is_told_with_all_its_sums(run):
    out = run("normalize", "--divisor", "sum1", "--table-size", "small")[1]
    assert "divided by the sum of row j, and not of its own row, i." in out
    assert "│ a         │  0.600000 │ 1.866667 │   1.000000 │" in out
    assert "rows, P" not in out


def test_the_small_table_is_that_of_three_words(run_json):
    (one,) = run_json("normalize", "--divisor", "rows", "--table-size", "small")["divisions"]
    assert one["probs"] == compare_divisions(small_table()[1], 0)["rows"].probs.tolist()


def test_the_words_of_a_file_are_divided(tmp_path, run_json):
    path = tmp_path / "words.txt"
    path.write_text("ava\nav\naa\n", encoding="utf-8")
    assert run_json("normalize", "--words", path) == run_json("normalize", "--table-size", "small")


def test_two_shapes_are_told_axis_by_axis(run):
    out = run("normalize", "--shapes", "27 27", "(27,)")[1]
    assert "both are 27" in out
    assert out.endswith("Together: (27, 27).\n")


def test_two_shapes_that_do_not_fit_are_an_answer_and_no_error(run, run_json):
    status, out, _ = run("normalize", "--shapes", "27 x 3", "27")
    assert (status, out.splitlines()[-1]) == (0, "Impossible: on axis -1, 3 meets 27, and neither of them is 1.")
    result = run_json("normalize", "--shapes", "27 x 3", "27")
    assert (result["first"], result["second"], result["result"]) == ([27, 3], [27], None)
    assert result["steps"][1] == {
        "axis": -2,
        "first": 27,
        "second": None,
        "size": 27,
        "why": "the second has no such axis, so it counts as 1 and stretches to 27",
    }


def test_two_numbers_without_axes_need_no_table_of_steps(run):
    assert run("normalize", "--shapes", "()", "()")[1] == "Together: (), a single number. There is no axis to align.\n"


@pytest.mark.parametrize("shape", ["27 x", "1000000000", "banana"])
def test_a_shape_that_is_none_is_refused(shape, run):
    assert_one_line(run("normalize", "--shapes", "27", shape), REFUSED + shape)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--shapes", "1", "1", "--seed", "1"), "--shapes takes two shapes and no table, got --seed too"),
        (("--shapes", "1", "1", "--divisor", "rows"), "--shapes takes two shapes and no table, got --divisor too"),
        (
            ("--shapes", "1", "1", "--words", "a", "--fold", "--column", "1", "--weights", "2", "--alphabet", "x"),
            "--shapes takes two shapes and no table, got --words, --fold, --column, --weights, --alphabet too",
        ),
        (("--shapes", "1", "1", "--boundary", "|"), "--shapes takes two shapes and no table, got --boundary too"),
        (("--table-size", "small", "--corpus", "names"), "give --table-size small or a list of words, got both"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(options, message, run):
    assert_one_line(run("normalize", *options), message)
