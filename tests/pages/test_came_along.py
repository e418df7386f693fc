"""A value that another page has set is seen on the next page, with where it was set; a click sets it back."""

from tests.pages.reading import open_page, release, values


def chips(at):
    return [button.label for button in at.button if (button.key or "").startswith("along_")]


def test_a_value_of_one_page_is_seen_to_have_come_to_the_next_and_a_click_sets_it_back():
    at = open_page("start")
    release(at, "start", smoothing=1000)
    assert chips(at) == []  # it was set here
    at.switch_page("sampling/page.py").run()
    assert values(at)["smoothing"] == 1000
    assert chips(at) == ["Smoothing 1,000 came along from the page Start"]
    at.button(key="along_smoothing").click().run()
    assert values(at)["smoothing"] == 1
    assert chips(at) == []


def test_a_value_that_is_changed_here_did_not_come_along():
    at = open_page("start")
    release(at, "start", smoothing=1000)
    at.switch_page("smoothing/page.py").run()
    assert chips(at) == ["Smoothing 1,000 came along from the page Start"]
    release(at, "smoothing", smoothing=5)
    assert chips(at) == []
    at.switch_page("baselines/page.py").run()
    assert chips(at) == ["Smoothing 5 came along from the page Smoothing"]
    at.button(key="along_smoothing").click().run()
    assert (at.session_state["smoothing"], chips(at)) == (1.0, [])


def test_each_page_sets_a_value_back_to_what_it_opens_with():
    at = open_page("start")
    release(at, "start", smoothing=1000)
    at.switch_page("languages/page.py").run()
    at.button(key="along_smoothing").click().run()
    assert (at.session_state["smoothing"], chips(at)) == (0.1, [])
    at.switch_page("training/page.py").run()
    release(at, "training", lam=3)
    at.switch_page("regularization/page.py").run()
    assert chips(at) == ["Lambda (λ) 3 came along from the page Training"]
    at.button(key="along_lam").click().run()  # the smoothing that was matched to it goes back too
    assert (values(at)["lam"], values(at)["smoothing"]) == (0.01, 7.5975)
    assert chips(at) == []


def test_a_word_that_came_along_is_named_and_set_back_and_no_letter_of_it_is_a_mark():
    at = open_page("start")
    at.switch_page("likelihood/page.py").run()
    release(at, "likelihood", word="zoe")
    at.switch_page("words/page.py").run()
    assert chips(at) == ["Word zoe came along from the page Likelihood"]
    at.switch_page("languages/page.py").run()
    assert chips(at) == ["Word zoe came along from the page Likelihood"]
    at.button(key="along_word").click().run()
    assert (at.text_input(key="word").value, chips(at)) == ("jürgen", [])
