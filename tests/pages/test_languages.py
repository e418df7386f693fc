"""Languages: the page has the numbers of the command, follows the list at hand, and shows names as text."""

import json
import re
import shlex

import pytest

from analysis.__main__ import main
from analysis.counts.word_list import list_of_counts, list_of_words, load_list
from analysis.views.captions import percent
from analysis.words.vocabulary import Vocabulary
from tests.pages.reading import frame, guess_of, html_of, metrics, open_page, opener, refusals, text
from tests.pages.test_lists import own
from tests.word_lists import add_test_lists

OPEN = {"more": "true", "pair": "true", "distances": "true", "held_out": "true"}


def open_languages(**query):
    """The page with all its parts open."""
    return opener("languages")(**OPEN, **query)


CYRILLIC = {"script": "Cyrillic", "smoothing": "1", "word": "лена"}


@pytest.fixture(scope="module")
def cyrillic():
    """The page with the lists of Cyrillic letters; only to be looked at."""
    return open_languages(as_table="true", **CYRILLIC)


def commands(at):
    """The commands of the page, without `python -m analysis`."""
    code = next(code.value for code in at.code if code.language == "bash")
    return [shlex.split(line)[3:] for line in code.splitlines()]


@pytest.fixture
def printed(capsys):
    """What the four commands of a page print as JSON: a word, two lists, distances, held-out names."""

    def printed(at):
        capsys.readouterr()
        results = []
        for command in commands(at):
            assert main([*command, "--json"]) == 0
            results.append(json.loads(capsys.readouterr().out))
        return results

    return printed


def rows_of_pairs(at):
    """The pairs of the name, as they are written: pair, ln P in both lists, difference, share so far."""
    rows = re.findall(r"<tr(?: class='decides')?><th scope='row'><bdi>(.*?)</bdi></th>(.*?)</tr>", html_of(at))
    return [[pair, *re.findall("<td>(.*?)</td>", numbers)] for pair, numbers in rows]


def same_numbers(at, word, pair, distances, test):
    """Check the numbers of a page against those that its commands print."""
    shared, every, _ = (one.value for one in at.dataframe)
    order = sorted(range(len(word["lists"])), key=lambda place: -word["log_likelihood"][place])
    first, second = order[:2]
    assert rows_of_pairs(at) == [
        [
            letter["bigram"],
            *(f"{number:.4f}".replace("-", "−") for number in (one, other, one - other)),
            percent(letter["posterior"][first], 2),
        ]
        for letter in word["letters"]
        for one, other in [[letter["logprob"][place] for place in (first, second)]]
    ]
    assert every["posterior"].tolist() == [word["posterior"][place] for place in order]
    assert f"<b>{percent(word['posterior'][first])}</b>" in html_of(at)
    assert shared["first"].tolist() == pytest.approx([100 * one["first"] for one in pair["top"]])
    assert shared["bits"].tolist() == [one["bits"] for one in pair["top"]]
    far, confusions = (frame(chart) for chart in at.get("vega_lite_chart"))
    assert far["bits"].tolist() == [bits for row in distances["distances"] for bits in row]
    assert confusions["words"].tolist() == [count for row in test["confusions"] for count in row]
    figures = metrics(at)
    assert figures["Distance on shared letters"] == f"{pair['distance']:.4f}"
    assert guess_of(at)["answer"] == pytest.approx(100 * test["accuracy"])
    assert figures["Right guesses"] == percent(test["accuracy"], 2)
    assert figures["Mean over the lists"] == percent(test["mean_recall"], 2)
    assert figures["By chance"] == percent(1 / len(test["lists"]), 2)


def test_the_commands_print_the_numbers_of_the_page(cyrillic, printed):
    results = printed(cyrillic)
    assert [one["lists"] for one in results] == [["bg", "ru"]] * 4
    same_numbers(cyrillic, *results)
    assert refusals(cyrillic) == []


def test_the_list_at_hand_is_compared_with_those_of_its_script(printed, tmp_path, monkeypatch):
    words = ["лев", "лена", "лада", "олег"] * 5
    at = open_page("languages", own(list_of_words(words)), recipe="true", as_table="true", **OPEN)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.txt").write_text("\n".join(words), encoding="utf-8")
    results = printed(at)
    assert (results[0]["word"], results[1]["lists"]) == ("лев", ["own", "bg"])
    assert all(one["lists"] == ["bg", "ru", "own"] for one in results[2:])
    same_numbers(at, *results)


def test_the_word_decides_the_script_and_another_script_brings_a_word():
    at = open_languages(word="лена")
    assert at.selectbox(key="script_box").value == "Cyrillic"
    at.selectbox(key="script_box").set_value("Devanagari").run()
    assert at.selectbox(key="script_box").value == "Devanagari"
    assert at.text_input(key="word").value == load_list("hi").summary.first[0]
    assert refusals(at) == []


def test_the_lists_of_the_link_are_compared_and_a_choice_is_in_the_link():
    at = open_languages(first_list="de", second_list="tr")
    assert commands(at)[1][:4] == ["languages", "--pair", "de", "tr"]
    at.selectbox(key="second_list_box").set_value("fr").run()
    assert commands(at)[1][:4] == ["languages", "--pair", "de", "fr"]
    assert at.query_params["second_list"] in ("fr", ["fr"])


def test_a_list_beside_itself_is_told_and_its_nearest_is_taken():
    at = open_languages(first_list="da", second_list="da")
    (line,) = refusals(at)
    assert line == "first_list and second_list must be two different lists, got da twice: sv is used"


def test_a_smoothing_comes_along_unless_it_is_what_other_pages_begin_with():
    own, begins, chosen = (
        re.search(r"<b>([\d.]+ %)</b>", html_of(open_page("languages", session)))[1]
        for session in ({}, {"smoothing": 1.0}, {"smoothing": 1000.0})
    )
    assert own == begins != chosen


def test_no_smoothing_is_told():
    (line,) = refusals(open_languages(smoothing="0"))
    assert line == "smoothing must be above 0 here, so that every list is possible, got 0: 0.1 is used"


def test_the_pair_that_decides_is_the_one_with_the_largest_difference():
    at = open_languages(word="søren")
    assert max(rows_of_pairs(at), key=lambda row: float(row[3].replace("−", "-")))[0] == "ør"
    assert "<tr class='decides'><th scope='row'><bdi>ør</bdi>" in html_of(at)
    assert "The pair “\u2068ør\u2069” is the strongest sign of \u2068Dansk (Danish)\u2069" in html_of(at)


def test_a_list_without_another_one_in_its_script_is_told(monkeypatch):
    at = open_page("languages", {"corpus": "el"}, more="true")
    assert "it is not written in the script Latin" in text(at)
    assert at.selectbox(key="script_box").value == "Latin"
    assert "Your list of words is not compared here" in text(at)
    add_test_lists(monkeypatch)
    assert "Your list of words is not compared here" in text(open_page("languages", {"corpus": "chars257"}))


def test_a_boundary_that_is_a_letter_of_other_lists_leaves_the_list_out():
    known = load_list("names").tables
    vocab = Vocabulary(("z", ".", *known.vocab.itos[1:-1]), "z")
    at = open_page("languages", own(list_of_counts(vocab, known.all)))
    assert not at.exception
    assert "its mark for start and end is a letter of another list" in text(at)


def test_of_a_table_alone_no_words_are_held_out(printed):
    known = load_list("ru").tables
    at = open_page("languages", own(list_of_counts(known.vocab, known.all)), **OPEN)
    assert "Testing the guess on your list too needs the words themselves" in text(at)
    distances, confusions = (frame(chart) for chart in at.get("vega_lite_chart"))
    assert (len(distances), len(confusions)) == (9, 4)


def test_words_of_a_visitor_are_shown_as_text():
    at = open_page("languages", own(list_of_words(["<b>x</b>", "**a**"] * 10)), word="<b>x</b>")
    assert not at.exception
    assert "\u2068&lt;b&gt;x&lt;/b&gt;\u2069 most likely comes from" in html_of(at)
    assert "<b>x</b>" not in html_of(at) + "".join(part.value for part in at.markdown)


def test_another_list_at_hand_brings_its_script_and_its_first_name():
    at = open_languages()
    assert at.text_input(key="word").value == "jürgen"
    at.session_state["corpus"] = "ru"
    at.run()
    assert at.selectbox(key="script_box").value == "Cyrillic"
    assert at.text_input(key="word").value == load_list("ru").summary.first[0]
    assert refusals(at) == []
