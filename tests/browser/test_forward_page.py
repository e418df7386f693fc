"""Forward pass in a real browser: what is pointed at lights up in every table, with the arithmetic between them."""

import pytest
from playwright.sync_api import expect

from analysis.counts.tables import load_tables
from analysis.net.forward_trace import trace_forward
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE, wear
from tests.browser.ui import fits, place, python_answers, type_exact

VOCAB = load_tables("names").vocab
ARROW = "→"
LIT = """(canvas) => {
    // the cells with a thick line of the colour of what is chosen along their left and their right edge
    const { at: places, theme } = canvas.getRootNode().querySelector(".forward").state;
    const at = places[canvas.classList[0]], ratio = devicePixelRatio, ctx = canvas.getContext("2d"), lit = [];
    const chosen = [1, 3, 5].map((i) => parseInt(theme.chosen.slice(i, i + 2), 16));
    const thick = (x, y) => {
        const { data } = ctx.getImageData(Math.round((x - 1) * ratio), Math.round(y * ratio), Math.round(2 * ratio), 1);
        return data.every((value, i) => i % 4 === 3 || Math.abs(value - chosen[i % 4]) < 30);
    };
    for (let row = 0; row < Math.round((at.height - at.top - 3) / at.high); row++)
        for (let next = 0; next < 27; next++) {
            const x = at.left + next * at.cell, y = at.top + (row + 0.5) * at.high;
            if (thick(x, y) && thick(x + at.cell, y)) lit.push([row, next]);
        }
    return lit;
}"""


def lit(page, table):
    """The cells of a table that are outlined, [row, column], read off the picture."""
    return page.locator(f".forward canvas.{table}").evaluate(LIT)


def step(page, title):
    """Go to a step, and wait until its pictures stand."""
    page.locator("[data-control=stage] label").filter(has_text=title).click()
    python_answers(page)


@pytest.fixture
def forward(visit):
    """Open the page, and wait until the pictures stand."""

    def forward(query=""):
        page = visit(f"forward{query}")
        expect(page.locator(".forward .pairs li").first).to_be_attached()
        return page

    return forward


@pytest.mark.slow
def test_pointing_lights_up_every_table_and_the_arithmetic_is_right(forward):
    page = forward("?skip=220&stage=neurons")
    net = trace_forward("emma", VOCAB, 2147483647, 220)
    # as it opens: the lecture's (xenc @ W)[3, 13]
    expect(page.locator(".forward .sum")).to_have_text(
        "(xenc @ W)[3, 13] = 0 × W[0, 13] + 0 × W[1, 13] + … + 1 × W[13, 13] + … + 0 × W[26, 13]"
    )
    expect(page.locator(".forward .added")).to_contain_text("+ 1 × (−0.6284) + … + ")
    expect(page.locator(".forward .exp")).to_contain_text("exp(−0.6284) = 0.5334.")
    expect(page.locator(".forward .outputs")).to_contain_text(
        "“.” 0.1066, “e” −1.2464, “m” −0.6378, “m” −0.6378, “a” 1.8598"
    )
    e, w, g = (VOCAB.id_of(letter) for letter in "ewg")
    page.mouse.move(*place(page, "forward", "weights", e, w))
    expect(page.locator(".forward .chain")).to_contain_text("After “e”, is “w” next?")
    assert lit(page, "weights") == [[e, w]]
    step(page, "2 One-hot")
    page.mouse.move(*place(page, "forward", "hot", 1, w))  # its columns are the letters before
    assert lit(page, "hot") == [[1, e]]
    step(page, "4 Softmax")
    for table in ("logits", "counts", "probs"):
        # away from the steps, which stay at the top of the screen
        page.locator(".forward canvas.logits").evaluate("(canvas) => canvas.scrollIntoView({ block: 'center' })")
        page.mouse.move(*place(page, "forward", "logits", 0, g))
        expect(page.locator(".forward .chain")).to_contain_text("After “.”, is “g” next?")
        page.mouse.move(*place(page, "forward", table, 1, w))  # the second pair, e→m
        expect(page.locator(".forward .chain")).to_contain_text("After “e”, is “w” next?")
        for other in ("logits", "counts", "probs"):
            assert lit(page, other) == [[1, w]]
        logit, count, prob = (
            f"{float(values[e, w]):.4f}".replace("-", "−") for values in (net.weights, net.exps, net.probs)
        )
        total = f"{float(net.exps[e].sum()):.4f}"
        expect(page.locator(".forward .exp")).to_contain_text(
            f"exp({logit}) = {count}. All 27 of the row add up to {total}."
        )
        expect(page.locator(".forward .prob")).to_contain_text(f"{count} / {total} = {prob}.")
        expect(page.locator(".forward .prob")).to_contain_text("Likeliest after “e” is “w” with 0.1517.")
    expect(page.locator(".forward .loss")).to_have_text(
        "(3.9724 + 4.5586 + 4.6937 + 4.5859 + 3.3757) / 5 = 4.2373 nats per character"
    )
    # a row of W that no pair picks says so, and a click on a cell stays
    page.locator(".forward .back").click()
    page.mouse.move(*place(page, "forward", "weights", VOCAB.id_of("q"), 0))
    expect(page.locator(".forward .tip")).to_contain_text("no pair begins with “q”")
    page.locator(".forward .forth").click()
    page.mouse.click(*place(page, "forward", "probs", 4, 0))
    page.mouse.move(5, 5)
    expect(page.locator(".forward .chain")).to_contain_text("After “a”, is “.” next?")
    expect(page.locator(".forward tr.chosen td").first).to_have_text(f"a{ARROW}.")
    # the keys go on from there
    page.locator(".forward canvas.counts").focus()
    for key in ("ArrowUp", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".forward .chain")).to_contain_text("After “m”, is “a” next?")
    expect(page.locator(".forward select.example")).to_have_value("3")


@pytest.mark.slow
def test_a_shorter_word_and_another_seed_are_shown_without_a_leftover(forward):
    page = forward("?luck=true&stage=loss")
    expect(page.locator(".forward .loss")).to_contain_text("= 3.7693 nats per character")
    page.get_by_role("button", name="2147483648: 3.3771").click()
    expect(page.locator(".forward .loss")).to_contain_text("= 3.3771 nats per character")
    page.wait_for_url("**/forward?*seed=2147483648*")
    type_exact(page, "word", "q")
    # at once, before Python has heard of it
    assert page.locator(".forward").evaluate("forward => forward.state.net.xs") == [0, 17]
    expect(page.locator(".forward tbody tr")).to_have_count(2)
    step(page, "4 Softmax")
    expect(page.locator(".forward .chain")).to_contain_text("After “q”")
    assert page.locator(".forward select.example option").all_inner_texts() == [f"0: .{ARROW}q", f"1: q{ARROW}."]


def test_a_phone_shows_all_of_it_a_tap_picks_and_axe_finds_nothing(visit, page, finger):
    page.set_viewport_size(PHONE)
    visit(f"forward?stage=softmax&word={'abcdefghijklmnopqrstuvwxyz' * 2}")
    finger(place(page, "forward", "probs", 20, 17))
    expect(page.locator(".forward .chain")).to_contain_text("After “t”, is “q” next?")
    page.locator(".forward select.next").select_option("5")
    expect(page.locator(".forward .chain")).to_contain_text("After “t”, is “e” next?")
    assert fits(page)
    for colour in ("light", "dark"):
        wear(page, colour)
        assert faults(page, streamlits_too=True) == [], colour


def test_next_back_and_the_buttons_go_from_step_to_step_and_play_shows_them_one_after_the_other(forward):
    page = forward()
    back, forth, play = (page.locator(f".forward .{name}") for name in ("back", "forth", "play"))
    seen = page.locator(".forward [data-stage]:visible")
    expect(back).to_be_disabled()
    for stage in ("one-hot", "neurons", "softmax", "loss"):
        forth.click()
        expect(seen).to_have_attribute("data-stage", stage)
    expect(forth).to_be_disabled()
    page.wait_for_url("**/forward?stage=loss")
    page.locator(".forward").evaluate("(root) => { root.state.steps.ms = 900; }")  # in place of five seconds
    play.click()
    expect(seen).to_have_attribute("data-stage", "pairs")
    expect(play).to_have_text("Pause")
    expect(seen).to_have_attribute("data-stage", "one-hot")
    play.click()
    expect(play).to_have_text("▶ Play")
    play.click()
    page.locator("[data-control=stage] label").filter(has_text="4 Softmax").click()  # a hand ends it
    expect(play).to_have_text("▶ Play")
    page.wait_for_timeout(2500)
    expect(seen).to_have_attribute("data-stage", "softmax")
