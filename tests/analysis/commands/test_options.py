"""Every command reads every list by one route: tables, encodings, packed files, standard input, refusals."""

import gzip
import io
import sys

import pytest

from analysis.commands.app import COMMANDS
from tests.analysis.conftest import assert_one_line

SSA = b"Ana,F,30\nBo,M,20\nCleo,F,10\nAna,M,5\n"
WITH = ["--column", "1", "--weights", "3", "--fold"]
ARGUMENTS = {
    "nudge": ["--row", "a", "--next", "n"],
    "score": ["ana", "--together"],
    "smooth": ["--smoothing", "1"],
    "train": ["--epochs", "2"],
    "compare": ["--epochs", "2", "--n", "2"],
    "benchmark": ["--quick"],
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder with a weighted table, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ssa.txt").write_bytes(SSA)
    (tmp_path / "ssa.txt.gz").write_bytes(gzip.compress(SSA))
    return tmp_path


# of four words, the ladder has none for dev
@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"published", "languages", "ladder"}))
def test_every_command_reads_a_weighted_table_and_refuses_to_count_its_separators(command, run):
    arguments = [command, *ARGUMENTS.get(command, []), "--words", "ssa.txt"]
    assert run(*arguments, *WITH, "--json")[0] == 0
    assert_one_line(run(*arguments), "looks like a table with ',' between 3 columns: --column 1 --weights 3 reads it")


@pytest.mark.parametrize("name", ["-", "ssa.txt.gz"])
def test_a_list_is_the_same_however_it_comes(name, monkeypatch, run_json):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(SSA))))
    found = run_json("bigrams", "--words", name, *WITH)
    assert found == run_json("bigrams", "--words", "ssa.txt", *WITH)
    assert found["vocab"] == [".", *sorted("abcleno")]
    assert sum(map(sum, found["counts"])) == 35 * 4 + 20 * 3 + 10 * 5


def test_a_file_in_pieces_has_the_same_counts_as_one_in_memory(folder, run_json, monkeypatch):
    (folder / "t.csv").write_bytes(b"n,name\n2,ana\n3,bo\n")
    options = ["bigrams", "--words", "t.csv", "--column", "name", "--weights", "n", "--alphabet", "z"]
    in_memory = run_json(*options)
    monkeypatch.setattr("analysis.commands.files.IN_MEMORY", 0)
    assert run_json(*options) == in_memory
    assert in_memory["vocab"] == [".", "a", "b", "n", "o", "z"]
    assert run_json("bigrams", "--words", "ssa.txt", "ssa.txt.gz", *WITH)["counts"][0][1] == 70  # not in pieces


def test_weights_alone_and_two_columns_are_read_as_before(folder, run_json):
    (folder / "w.txt").write_text("ana 2\nbo 3\n")
    (folder / "t.csv").write_text("n,name\n2,ana\n3,bo\n")
    table = run_json("bigrams", "--words", "w.txt", "--weights")
    assert run_json("bigrams", "--weights", "--words", "w.txt", "--first", "2") == table
    assert run_json("bigrams", "--words", "t.csv", "--column", "name", "--column", "n", "--weights") == table


def test_a_weighted_list_is_split_by_its_different_words(folder, run_json):
    (folder / "w.txt").write_text("".join(f"{word} {n}\n" for n, word in enumerate("abcdefghij", start=1)))
    (folder / "plain.txt").write_text("\n".join("abcdefghij"))
    weighted, plain = (
        run_json("bigrams", "--words", name, *options, "--part", "dev")
        for name, options in (("w.txt", ["--weights"]), ("plain.txt", []))
    )
    assert [bool(count) for count in weighted["counts"][0]] == [bool(count) for count in plain["counts"][0]]
    assert run_json("smooth", "--words", "w.txt", "--weights", "--smoothing", "1", "--test")[0]["test_nll"] > 0
    below = run_json("score", "a", "--words", "w.txt", "--weights", "--together", "--smoothing", "1")["together"]
    assert below["below"] == [54 / 55]  # all but a itself, which occurs once, are more likely


def test_what_is_left_out_is_said(folder, run):
    (folder / "a.txt").write_text("ana\nSt. Ives\nbo\nJr.\n")
    status, _, err = run("corpus", "--words", "a.txt", "--skip-bad-words", "--json")
    assert (status, err) == (0, "left out: 2 lines: line 2 'St. Ives', line 4 'Jr.'\n")
    (folder / "z.txt").write_text("ana 0\nbo 2\n")
    assert run("corpus", "--words", "z.txt", "--weights", "--json")[2] == "left out: 1 word with the count 0\n"


def test_another_boundary_goes_through_tables_and_words(folder, run, run_json):
    (folder / "a.txt").write_text("ana\nJr.\n")
    with_mark = ["--words", "a.txt", "--boundary", "|"]
    assert run("bigrams", *with_mark, "--csv", "t.csv")[0] == 0
    assert run_json("score", "Jr.", *with_mark) == run_json("score", "Jr.", "--counts", "t.csv")
    assert run_json("corpus", *with_mark, "--contexts")["contexts"][0] == 8
    assert run("baselines", *with_mark)[0] == run("benchmark", *with_mark, "--quick")[0] == 0
    assert run("train", *with_mark, "--only", "Jr.", "--epochs", "1")[0] == 0
    assert_one_line(run("train", *with_mark, "--only", "a|"), "--only must be a word with a letter and without '|'")


def test_the_dictionary_has_the_marks_of_another_boundary(folder, run_json):
    (folder / "a.txt").write_text("a.b\nJr.\n")
    asked = ["corpus", "--words", "a.txt", "--boundary", "|", "--word", "a.b", "--dictionary", "--order", "alphabet"]
    dot, mark = (run_json(*asked, "--search", text)["dictionary"] for text in (".", "|"))
    assert [one["pair"] for one in dot] == [[".", "<E>"], [".", "b"], ["a", "."], ["r", "."]]
    assert [one["pair"] for one in mark] == [[".", "<E>"], ["<S>", "J"], ["<S>", "a"], ["b", "<E>"]]


LIDSTONE = [("0.1", 17.0504), ("1", 8.7393)]  # NLTK's test_models.py: Lidstone (0.1) and Laplace of "<s>ac-dc</s>"


@pytest.mark.parametrize(("smoothing", "perplexity"), LIDSTONE)
def test_an_alphabet_with_letters_that_no_word_has_gives_the_figures_of_nltk(
    smoothing, perplexity, folder, run, run_json
):
    (folder / "a.txt").write_text("abcd\nUUadbU\n")  # U: a letter that occurs once; x for the second of its two marks
    score = ["score", "acUdc", "--smoothing", smoothing, "--together"]
    found = run_json(*score, "--words", "a.txt", "--alphabet", "xz")
    assert found["together"]["perplexity"] == pytest.approx(perplexity, abs=1e-4)
    assert run("bigrams", "--words", "a.txt", "--alphabet", "xz", "--csv", "t.csv")[0] == 0
    of_table = run_json(*score, "--counts", "t.csv")
    assert of_table["words"] == found["words"]
    assert of_table["together"]["below"] == [None]


def test_a_table_as_text_is_the_table(run, run_json):
    text = run("bigrams", "--link")[1].strip()
    for command in (["smooth", "--smoothing", "1"], ["score", "emma"], ["bigrams"]):
        assert run_json(*command, "--table", text) == run_json(*command)
    assert_one_line(
        run("smooth", "--table", text[:-1]),
        "expected a table as the text of a link, got one that was cut short",
    )


def test_a_table_saved_by_a_spreadsheet_is_read(folder, run, run_json):
    (folder / "t.csv").write_bytes(b"\xef\xbb\xbfprevious\\next;.;a\r\n.;0;2\r\na;2;1\r\n")
    assert run_json("smooth", "--counts", "t.csv", "--smoothing", "1")[0]["nll"] > 0


@pytest.mark.parametrize("command", [["normalize"], ["draws", "--row", "z"]])
def test_a_row_without_counts_is_named_where_a_command_cannot_go_on(command, folder, run):
    (folder / "t.csv").write_text("previous\\next,.,a,z\n.,0,2,0\na,2,0,0\nz,0,0,0\n")
    assert_one_line(run(*command, "--counts", "t.csv"), "nothing follows 'z' here: --smoothing above 0 fills such rows")
    assert run(*command, "--counts", "t.csv", "--smoothing", "1")[0] == 0


def test_score_goes_on_after_a_word_that_it_cannot_score(folder, run, run_json):
    (folder / "w.txt").write_text("andrej\nem.ma\n")
    status, out, err = run("score", "emma", "zoë", "", "--json")
    assert status == 2
    assert [line.split(":")[1] for line in err.splitlines()] == [" 'zoë'", " ''"]
    assert out == run("score", "emma", "--json")[1]
    assert_one_line(run("score", "--file", "w.txt"), "w.txt, line 2: a word cannot contain '.'")
    (folder / "w.txt").write_text("Andrej\n")
    assert run_json("score", "Dan", "--fold", "--file", "w.txt", "--words", "w.txt")[1]["word"] == "andrej"


BAD = {
    "a file's option without one": (["corpus", "--fold"], "--fold: only for the files of --words, got none"),
    "a file's option with a table": (["smooth", "--fold", "--table", "x"], "--fold: only for the files of --words"),
    "two tables": (["smooth", "--counts", "x", "--table", "y"], "give only one of --counts, --table, --words and"),
    "three columns": (["corpus", "--words", "x", *["--column", "a"] * 2], "--column: expected one column, got a and a"),
    "a long boundary": (["corpus", "--words", "ssa.txt", "--boundary", "ab"], "--boundary must be one character"),
    "no column": (["bigrams", "--words", "ssa.txt", "--column", "name"], "expected a column 'name', got only"),
    "many and a part": (["bigrams", "--table", "x", "--part", "dev"], "--table has no words, so no --part"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), BAD.values(), ids=BAD)
def test_options_that_do_not_fit_are_one_line(arguments, message, run):
    assert_one_line(run(*arguments), message)
