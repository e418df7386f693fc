"""corpus: what it prints of a list."""

import pytest

from analysis.commands.corpus import counted_pairs, for_people
from analysis.counts.bigrams.dictionary import dictionary_of
from analysis.counts.word_list import list_of_counts, list_of_words, load_list
from analysis.words.shipped import DATA
from tests.analysis.conftest import assert_one_line


def test_corpus_has_the_keys_of_the_design(run_json):
    summary = run_json("corpus")
    assert list(summary) == ["words", "distinct", "shortest", "longest", "vocab", "first", "bigrams"]
    assert [summary[key] for key in ("words", "distinct", "shortest", "longest", "bigrams")] == [
        32033,
        29494,
        2,
        15,
        228146,
    ]


def test_the_shipped_summary_is_what_the_command_prints_from_the_words(words, tmp_path, run):
    source = tmp_path / "names.txt"
    source.write_text("\n".join(words), encoding="utf-8")
    assert run("corpus", "--words", source, "--lengths", "--contexts", "--json")[1] == (DATA / "names.json").read_text(
        encoding="utf-8"
    )


def test_the_first_names_of_a_language_are_a_list_as_the_names_are(run_json):
    turkish = load_list("tr")
    assert run_json("corpus", "--corpus", "tr") == turkish.summary._asdict()
    assert run_json("bigrams", "--corpus", "tr")["counts"] == turkish.tables.all.tolist()
    assert run_json("bigrams", "--corpus", "tr", "--part", "dev")["counts"] == turkish.tables.dev.tolist()


def test_of_a_table_alone_people_read_what_is_known(names):
    size, characters = for_people(list_of_counts(names.vocab, names.all).summary)
    assert (size, characters[:14]) == ("32,033 words, 228,146 bigrams", "27 characters,")


def test_the_dictionary_of_a_list_with_weights_holds_them():
    counted = counted_pairs(list_of_words(["a", "b"], weights=[3, 1]), "", "most")
    assert [one["count"] for one in counted] == [3, 3, 1, 1]


def test_what_is_not_asked_for_is_not_printed(run_json):
    assert set(run_json("corpus", "--lengths")) - set(run_json("corpus")) == {"lengths"}


def test_people_read_how_many_words_have_each_length(run):
    assert "│ 15      │     2 │" in run("corpus", "--lengths")[1]
    assert "50,219" in run("corpus", "--contexts")[1]


def test_save_writes_the_words_one_on_each_line(tmp_path, run):
    source, target = tmp_path / "words.txt", tmp_path / "saved.txt"
    source.write_bytes("ava\r\n  san josé \n\nava".encode())
    status, out, err = run("corpus", "--words", source, "--save", target)
    assert (status, err) == (0, f"wrote {target}\n")
    assert target.read_text(encoding="utf-8") == "ava\nsan josé\nava\n"
    assert out.startswith("3 words, 2 different")


def test_words_that_are_not_here_cannot_be_saved(tmp_path, monkeypatch, run):
    monkeypatch.setattr("analysis.words.names.find_names", lambda: None)
    assert_one_line(run("corpus", "--save", tmp_path / "saved.txt"), "names.txt are not on this machine")
    assert not (tmp_path / "saved.txt").exists()


def test_a_missing_file_of_data_is_named(tmp_path, monkeypatch, run):
    monkeypatch.setattr("analysis.words.shipped.DATA", tmp_path)
    for options in ([], ["--lengths"], ["--contexts"]):
        assert_one_line(run("corpus", *options), f"{tmp_path / 'names.json'} is missing")


def test_a_word_is_printed_as_pairs(run, run_json):
    word = run_json("corpus", "--word", "ava")["word"]
    assert word["without_marks"] == [["a", "v"], ["v", "a"]]
    assert word["with_marks"] == [["<S>", "a"], ["a", "v"], ["v", "a"], ["a", "<E>"]]
    assert word["examples"] == 4
    assert "isabella holds 9 examples, one of them for its end" in run("corpus", "--word", "isabella")[1]


def test_the_dictionary_is_that_of_the_table(names, run_json):
    printed = run_json("corpus", "--dictionary", "--order", "alphabet")["dictionary"]
    expected = dictionary_of(names.all, names.vocab)
    assert [(tuple(one["pair"]), one["count"]) for one in printed] == list(expected.items())


def test_pairs_are_searched_and_sorted(run_json):
    printed = run_json("corpus", "--dictionary", "--search", "Q.", "--order", "least")["dictionary"]
    assert printed == [{"pair": ["q", "<E>"], "count": 28}]


def test_steps_go_over_the_first_three_words_and_that_of_the_option(run, run_json):
    steps = run_json("corpus", "--steps", 18, "--word", "zoe")["steps"]
    assert len(steps) == 18
    assert steps[11] == {"word": "olivia", "place": 6, "pair": ["a", "<E>"], "before": 1, "after": 2}
    assert steps[17]["word"] == "zoe"
    assert "│ olivia │ a <E> │              1 │       2 │" in run("corpus", "--steps", 12)[1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--word", ""], "--word must be a word with at least one letter, got nothing"),
        (["--word", "Emma"], "letter 'E' is not in the vocabulary"),
        (["--word", "אבא"], "letter 'א' is not in the vocabulary"),
        (["--steps", "17"], "--steps must be a whole number from 1 to 16 here, got 17"),
        (["--dictionary", "--search", "jqu"], "--search must be one or two characters of the list, got jqu"),
        (["--search", "a"], "--search and --order are for the --dictionary, got no --dictionary"),
    ],
)
def test_bad_options_are_told_in_one_line(options, message, run):
    assert_one_line(run("corpus", *options), message)
