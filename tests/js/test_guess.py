"""The guess of a page: what a typed number means, when it is right, and where both stand on the line (on Node)."""

import pytest

from pages.components.guess import guess_choice, guess_number
from tests.js.node import node_with

javascript = node_with("components/guess/judge.js", "components/guess/kept.js")
STORAGE = """(() => {
  for (const name of ["localStorage", "sessionStorage"]) {
    const kept = {};
    globalThis[name] = { kept, getItem: (key) => kept[key] ?? null, setItem: (key, text) => { kept[key] = text; } };
  }
  for (const own in bigramLabGuesses) delete bigramLabGuesses[own];
})()"""
FORBIDDEN = """(() => {
  const refuse = () => { throw new Error("storage is forbidden"); };
  globalThis.localStorage = globalThis.sessionStorage = { getItem: refuse, setItem: refuse };
})()"""
GUESS = {
    "list": "names",
    "own": False,
    "ask": "how many?",
    "guess": 3,
    "right": False,
    "said": "3 cells",
    "answer": "102 cells",
}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2.5", 2.5),
        (" 2,5 ", 2.5),
        ("1,234", 1234),
        ("1,234.5", 1234.5),
        ("−1", -1),
        ("+.5", 0.5),
        ("102", 102),
        ("0,037", 0.037),
    ],
)
def test_a_number_can_be_typed_as_people_write_it(typed, number, javascript):
    assert javascript("parseGuess(x)", typed) == number


@pytest.mark.parametrize("typed", ["banana", "", "1e5", "1.2.3", "NaN", "Infinity", "9" * 40])
def test_what_is_no_number_is_refused(typed, javascript):
    assert javascript("parseGuess(x) === undefined", typed)


def test_a_guess_is_right_up_to_its_distance(javascript):
    asked = {"answer": 102, "within": 15}
    assert javascript("[87, 117, 86.9, 117.1, null].map((guess) => isRight(x, guess))", asked) == [
        *[True, True],
        *[False, False, False],
    ]
    assert javascript("['a', 'b'].map((guess) => isRight({ answer: 'a' }, guess))") == [True, False]
    times = "isRight({ answer: 0.32, within: 0, times: 4 }, guess)"  # about one fake count is near 0.32, 0 is not
    assert javascript(f"[1, 0.1, 0.05, 2, 0, -0.3].map((guess) => {times})") == [True, True, False, False, False, False]


@pytest.mark.parametrize(("answer", "guess", "low"), [(2.45, 3, 0), (102, 700, 0), (0.04, 0, 0), (-3, 5, 0), (0, 0, 0)])
def test_guess_and_answer_stand_on_one_line_in_their_order(answer, guess, low, javascript):
    places = javascript("onLine(x, x.guess)", {"answer": answer, "guess": guess, "low": low})
    assert all(0 <= place < 1 for place in places.values())
    assert (places["truth"] < places["yours"]) == (answer < guess)


@pytest.mark.parametrize("storage", [STORAGE, FORBIDDEN])
def test_a_guess_is_kept_for_its_page_and_list_also_without_storage(storage, javascript):
    javascript(storage)
    javascript("keepGuess('bigrams', x)", GUESS)
    assert javascript("keptGuess('bigrams', 'names')?.guess") == 3
    assert javascript("[keptGuess('bigrams', 'de') ?? null, keptGuess('words', 'names') ?? null]") == [None, None]
    assert javascript("canKeep()") == (storage == STORAGE)
    javascript("keepGuess('bigrams', null)")
    assert javascript("keptGuesses()") == {}


def test_a_guess_on_an_own_list_is_in_the_tabs_storage_alone_and_is_forgotten_with_the_list(javascript):
    javascript(STORAGE)
    javascript("keepGuess('bigrams', x)", GUESS)
    javascript("keepGuess('words', x)", GUESS | {"list": "3f2a", "own": True, "ask": "how many has zyxwvut?"})
    assert "zyxwvut" not in javascript("JSON.stringify(localStorage.kept)")
    assert "zyxwvut" in javascript("JSON.stringify(sessionStorage.kept)")
    assert javascript("keptGuess('words', '3f2a')?.guess") == 3
    javascript("forgetGuesses({ own: true })")
    assert list(javascript("keptGuesses()")) == ["bigrams"]
    assert "zyxwvut" not in javascript("JSON.stringify(sessionStorage.kept)")


def test_a_guess_is_forgotten_after_the_evening(javascript):
    javascript(STORAGE)
    javascript("keepGuess('bigrams', x)", GUESS)
    later = """(() => {
      const now = Date.now;
      Date.now = () => now() + 19 * 3600e3;
      const all = keptGuesses();
      Date.now = now;
      return all;
    })()"""
    assert javascript(later) == {}


@pytest.mark.parametrize("text", ["[]", "null", "3", "{", '{"bigrams": 5}', '{"bigrams": {"at": "soon"}}'])
def test_a_storage_with_other_things_in_it_is_no_guess(text, javascript):
    javascript(STORAGE)
    javascript("localStorage.setItem('bigram-lab-guesses', x)", text)
    assert javascript("keptGuess('bigrams', 'names') ?? null") is None


def test_a_guess_needs_an_answer_that_can_be_given():
    with pytest.raises(ValueError, match="one of a, b, got c"):
        guess_choice("?", {"a": {}, "b": {}}, right="c")
    with pytest.raises(ValueError, match="finite answer and a distance above 0, got 1 within 0"):
        guess_number("?", 1, within=0, unit="", why="")
