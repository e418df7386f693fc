"""λ beside smoothing in a real browser: all moves while a slider is dragged, and at rest every number is Python's."""

import random

import pytest
from playwright.sync_api import expect

from analysis.counts.smoothing import smoothed_probs
from analysis.net.distance import matching_lam, matching_smoothing
from analysis.net.optimum import optimum_probs, optimum_weights
from analysis.net.regularization import pulls, side_by_side
from analysis.views.net_captions import regularization_facts
from analysis.views.slider import LAM_SCALE, SMOOTHING_SCALE
from analysis.words.vocabulary import labels
from pages.components.live.sync.page_state import for_json
from tests.browser import ui
from tests.browser.accessibility import faults
from tests.browser.conftest import wear

PICTURES = ["net .cells", "counted .cells", "difference .cells", "gaps", "bars", "spring"]


# What is said to a screen reader, when all is at rest, is not on the screen.
SEEN = """(live) => {
    const { style } = live.querySelector(".said");
    style.display = "none";
    const text = live.innerText;
    style.display = "";
    return text;
}"""


def left_out(page):
    """How many blocks of the page are left out of its painting, and how high the page is, in pixels."""
    count = "document.querySelectorAll('[style*=content-visibility]').length"
    return tuple(page.evaluate(f"[{count}, document.querySelector('[data-testid=stMain]').scrollHeight]"))


def test_all_moves_while_lambda_is_dragged_and_a_click_on_a_cell_shows_its_weight_on_the_spring(
    visit, page, names, sent
):
    visit("regularization?lam=0.001&smoothing=1.1372&row=q")
    ui.open_folds(page)
    at, before = ui.grip(page, "[data-control=lam] input[type=range]"), ui.pictures(page, PICTURES)
    texts = [page.locator(f".live {name}").inner_text() for name in (".nearest", ".furthest", ".pulled", ".factor")]
    page.mouse.move(*at(round(LAM_SCALE.position(0.001)) / LAM_SCALE.last))
    page.wait_for_timeout(500)
    known, (_, high) = len(sent), left_out(page)
    page.mouse.down()
    page.mouse.move(*at(0.8), steps=10)
    page.mouse.move(*at(LAM_SCALE.position(0.01) / LAM_SCALE.last), steps=10)
    expect(ui.exact(page, "smoothing")).to_have_value("7.5975")
    page.wait_for_timeout(200)
    assert len(sent) == known
    assert "lam=0.001" in page.url
    moving = page.locator(".live").evaluate(SEEN)
    assert all(ui.picture(page, name) != pixels for name, pixels in before.items())
    assert all(text not in moving for text in texts)
    far, still_high = left_out(page)
    assert (far > 3, still_high) == (True, high)  # what is far below is not painted, and keeps its place
    page.mouse.up()
    page.wait_for_url("**/regularization?row=q")  # it opens with these two
    expect(ui.exact(page, "lam")).to_have_value("0.01")
    expect(ui.exact(page, "smoothing")).to_have_value("7.5975")
    ui.python_answers(page)
    page.wait_for_timeout(500)
    assert len(sent) == known + 1
    assert page.locator(".live").evaluate(SEEN) == moving  # now Python's
    assert left_out(page) == (0, high)
    for text in (
        "2.4604",
        "7.5975 fake counts per cell. There the two still differ by 0.0006302 nats",
        "0.2183, at “qu”",
    ):
        assert text in moving

    # a click on a cell shows its weight on the spring, with both pulls
    e, i, j = map(names.vocab.id_of, "equ")
    page.mouse.click(*ui.place(page, "counted", "table", e, e))
    ui.wait_for_link(page, "row", "e")
    page.mouse.click(*ui.place(page, "counted", "table", i, j))
    ui.wait_for_link(page, "row", "q")
    data, back = pulls(names.all, 0.01)
    weight = optimum_weights(names.all, 0.01)[i, j]
    pulled = page.locator(".pulled")
    expect(pulled).to_contain_text("“qu” was counted 206 times")
    expect(pulled).to_contain_text(f"= {float(data[i, j]):.3g}.")
    expect(pulled).to_contain_text(f"W = {weight:.4f} gives −{-float(back[i, j]):.3g}.")
    expect(page.locator(".factor")).to_have_text("exp(W) × 3.4141")
    expect(page.locator(".counted .tip")).to_contain_text(
        "qu: counted 206 times. P(u | q): net 0.6660, counted 0.4477, +0.2183"
    )


@pytest.mark.slow
def test_the_smoothing_takes_lambda_along_but_not_with_the_switch_off_and_at_the_ends_there_is_no_nan(
    visit, page, names
):
    visit("regularization?lam=0.01&smoothing=7.5975")
    ui.open_folds(page)
    ui.mark(page, "smoothing", "1k").click()
    ui.wait_for_link(page, "smoothing", 1000)
    ui.wait_for_link(page, "lam", f"{matching_lam(names.all, smoothed_probs(names.all, 1000.0)).lam:.3g}")  # 2.15
    ui.type_exact(page, "lam", 0.01)
    page.wait_for_url("**/regularization")  # it opens with λ 0.01 and 7.5975
    match = ui.control(page, "match").get_by_role("switch")
    match.click()
    ui.wait_for_link(page, "match", "false")
    ui.mark(page, "lam", "100").click()
    ui.wait_for_link(page, "lam", 100)
    ui.python_answers(page)
    expect(ui.exact(page, "smoothing")).to_have_value("7.5975")
    ui.type_exact(page, "smoothing", 3)
    ui.wait_for_link(page, "smoothing", 3)
    expect(ui.exact(page, "lam")).to_have_value("100")

    # turned on, the switch takes the smoothing to λ
    match.click()
    nearest = matching_smoothing(names.all, optimum_probs(names.all, 100.0)).smoothing
    ui.wait_for_link(page, "smoothing", f"{nearest:.5g}")
    match.click()
    ui.wait_for_link(page, "match", "false")

    # at the ends of λ there is no nan to be seen, nor to be painted
    ui.slider_of(page, "smoothing").press("Home")
    ui.wait_for_link(page, "smoothing", 0)
    for lam in (0, 1000000):
        ui.type_exact(page, "lam", lam)
        expect(ui.exact(page, "lam")).to_have_value(f"{lam}")
        ui.python_answers(page)
        text = page.locator(".live").inner_text()
        assert "NaN" not in text
        assert ("there is no finite W" in text) == (lam == 0)
        tables = [ui.picture(page, f"{part} .cells") for part in ("net", "counted")]
        assert len(set(tables)) == 2
        assert page.locator(".live").evaluate("(live) => [...live.state.netProbs].every(Number.isFinite)")


@pytest.mark.slow
def test_what_the_browser_shows_at_release_is_what_python_says_at_40_places(visit, names):
    # every tenth place is released to the server; the answer to the others, the same, comes from here at once
    page = visit("regularization?match=false")
    ui.open_folds(page)
    dice = random.Random(7)
    places = [(dice.randrange(LAM_SCALE.last + 1), dice.randrange(SMOOTHING_SCALE.last + 1)) for _ in range(40)]
    settings = [(LAM_SCALE.at(lam), SMOOTHING_SCALE.at(smoothing)) for lam, smoothing in places]
    both = [side_by_side(names.all, *setting, 0) for setting in settings]
    said = [regularization_facts(one, *at, labels(names.vocab)) for one, at in zip(both, settings, strict=True)]
    answers = [for_json(one._asdict()) | {"caption": known._asdict()} for one, known in zip(both, said, strict=True)]
    shown = page.locator(".live").evaluate(
        """async (live, [places, answers]) => {
            const seen = SEEN;
            const S = live.state, { page } = S, shown = [], frame = () => new Promise(requestAnimationFrame);
            const link = bigramLabLinks.get(page.page), { send } = link;
            const numbers = [...bigramLabNumbers].find(([view]) => view.startsWith('regularization_'))[1];
            for (const [i, place] of places.entries()) {
                ['lam', 'smoothing'].forEach((name, i) => {
                    const { range } = S.controls[name];
                    range.value = place[i];
                    range.oninput();
                });
                await frame();
                await frame(); // texts follow at every second frame
                const moving = page.moving ? seen(live) : 'nothing moved', run = page.run + 1;
                link.send = i % 10 ? () => {} : send;
                S.controls.lam.range.onpointerup();
                await new Promise((next) => setTimeout(next));
                if (i % 10) {
                    numbers.data = { ...numbers.data, run, numbers: answers[i] };
                    link.data = { ...link.data, run, version: page.version, values: { ...page.values } };
                    link.hear();
                    numbers.hear();
                }
                while (page.answered !== page.version || S.now.run !== page.run) await frame();
                await frame();
                shown.push([moving, seen(live), S.now.numbers]);
            }
            return shown;
        }""".replace("SEEN", SEEN),
        [places, answers],
    )
    for setting, answer, (moving, at_rest, numbers) in zip(settings, answers, shown, strict=True):
        assert numbers == answer
        assert moving == at_rest, setting


@pytest.mark.slow
def test_it_fits_a_phone_stands_still_while_it_is_dragged_and_axe_finds_no_fault_of_ours(visit, page):
    page.set_viewport_size({"width": 360, "height": 780})
    visit("regularization")
    ui.open_folds(page)
    assert ui.stands_still(page)
    assert ui.fits(page)
    for scheme in ("light", "dark"):
        wear(page, scheme)
        assert faults(page) == [], scheme
