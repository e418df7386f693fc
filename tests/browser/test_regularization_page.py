"""λ beside smoothing in a real browser: all moves while a slider is dragged, and at rest every number is Python's."""

import random

import pytest
from playwright.sync_api import expect

from analysis.counts.smoothing import smoothed_probs
from analysis.net.comparison import matching_lam
from analysis.net.optimum import optimum_weights
from analysis.net.regularization import pulls, side_by_side
from analysis.views.slider import LAM_SCALE, SMOOTHING_SCALE
from tests.browser.accessibility import faults
from tests.browser.test_live_table import picture, state, wait_for_link

PICTURES = ["net .cells", "counted .cells", "difference .cells", "gaps", "bars", "spring"]


def grip(page, name):
    """Where a slider is: a function from a share of its width to a point."""
    slider = page.locator(f".live #{name}")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    return lambda share: (box["x"] + 9 + (box["width"] - 18) * share, box["y"] + box["height"] / 2)


def box_of(page, key):
    return page.locator(f".st-key-{key} input").first


def test_all_moves_while_lambda_is_dragged_nothing_is_sent_and_the_smoothing_goes_along(visit, page, names):
    sent = []
    page.on("websocket", lambda websocket: websocket.on("framesent", lambda frame: sent.append(len(frame))))
    visit("regularization?lam=0.001&smoothing=1.1372&row=q")
    at, before = grip(page, "lam"), {name: picture(page, name) for name in PICTURES}
    texts = [page.locator(f".live {name}").inner_text() for name in (".nearest", ".furthest", ".pulled", ".factor")]
    page.mouse.move(*at(round(LAM_SCALE.position(0.001)) / LAM_SCALE.last))
    page.wait_for_timeout(500)
    known = len(sent)
    page.mouse.down()
    page.mouse.move(*at(0.8), steps=10)
    page.mouse.move(*at(LAM_SCALE.position(0.01) / LAM_SCALE.last), steps=10)
    expect(page.locator(".output.smoothing")).to_have_text("7.5975")
    page.wait_for_timeout(200)
    assert len(sent) == known
    assert "lam=0.001" in page.url
    assert box_of(page, "lam").input_value() == "0.001"
    moving = page.locator(".live").inner_text()
    assert all(picture(page, name) != pixels for name, pixels in before.items())
    assert all(text not in moving for text in texts)
    page.mouse.up()
    wait_for_link(page, "lam", 0.01)
    wait_for_link(page, "smoothing", 7.5975)
    expect(box_of(page, "lam")).to_have_value("0.01")
    expect(box_of(page, "smoothing")).to_have_value("7.5975")
    page.wait_for_timeout(500)
    assert len(sent) == known + 1
    assert page.locator(".live").inner_text() == moving  # now Python's
    for text in ("2.4604", "7.5975 fake counts per cell; 0.0006302 nats", "0.2183, at “qu”"):
        assert text in moving


def test_the_smoothing_takes_lambda_along_and_with_the_switch_off_it_does_not(visit, page, names):
    visit("regularization?lam=0.01&smoothing=7.5975")
    page.locator(".smoothing-side .stops button", has_text="1k").first.click()
    wait_for_link(page, "smoothing", 1000)
    wait_for_link(page, "lam", f"{matching_lam(names.all, smoothed_probs(names.all, 1000.0)).lam:.3g}")  # 2.15
    page.locator(".st-key-match label").click()
    is_off = "() => [...bigramLabChannels.values()].some(({ data }) => data?.match === false)"
    page.wait_for_function(is_off)  # the switch is Streamlit's: the picture hears of it from Python
    page.locator(".lam-side .stops button", has_text="100").first.click()
    wait_for_link(page, "lam", 100)
    page.wait_for_timeout(500)
    expect(page.locator(".output.smoothing")).to_have_text("1,000")
    box_of(page, "smoothing").fill("3")
    box_of(page, "smoothing").press("Enter")
    expect(page.locator(".output.smoothing")).to_have_text("3")
    expect(page.locator(".output.lam")).to_have_text("100")


def test_what_the_browser_shows_at_release_is_what_python_says_at_40_places(visit, names):
    page = visit("regularization?match=false")
    dice = random.Random(7)
    places = [(dice.randrange(LAM_SCALE.last + 1), dice.randrange(SMOOTHING_SCALE.last + 1)) for _ in range(40)]
    shown = page.locator(".live").evaluate(
        """async (live, places) => {
            const S = live.state, shown = [], frame = () => new Promise(requestAnimationFrame);
            for (const place of places) {
                ['lam', 'smoothing'].forEach((name, i) => {
                    S.sides[name].slider.value = place[i];
                    S.sides[name].slider.oninput();
                });
                await frame();
                await frame(); // texts follow at every second frame
                const moving = S.owned.held ? live.innerText : 'nothing moved';
                S.sides.lam.slider.onchange();
                while (S.owned.pending) await frame();
                await frame();
                shown.push([moving, live.innerText, S.now.numbers]);
            }
            return shown;
        }""",
        places,
    )
    for (lam, smoothing), (moving, at_rest, numbers) in zip(places, shown, strict=True):
        both = side_by_side(names.all, LAM_SCALE.at(lam), SMOOTHING_SCALE.at(smoothing), 0)
        assert numbers["net_nll"] == both.net_nll
        assert numbers["difference"] == both.difference
        assert moving == at_rest, (LAM_SCALE.at(lam), SMOOTHING_SCALE.at(smoothing))


def test_a_click_on_a_cell_shows_its_weight_on_the_spring_with_both_pulls(visit, names):
    page = visit("regularization?lam=0.01&smoothing=7.5975")
    table = page.locator(".counted .table")
    table.scroll_into_view_if_needed()
    at = state(page, "at")
    i, j = names.vocab.stoi["q"], names.vocab.stoi["u"]
    table.click(position={"x": at["left"] + (j + 0.5) * at["cell"], "y": at["top"] + (i + 0.5) * at["cell"]})
    wait_for_link(page, "row", "q")
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


@pytest.mark.parametrize("lam", ["0", "1000000"])
def test_at_the_ends_of_lambda_there_is_no_nan_to_be_seen(lam, visit):
    page = visit(f"regularization?lam={lam}&smoothing=0")
    text = page.locator(".live").inner_text()
    assert "NaN" not in text
    assert ("there is no finite W" in text) == (lam == "0")
    tables = [picture(page, f"{part} .cells") for part in ("net", "counted")]
    assert len(set(tables)) == 2
    assert page.locator(".live").evaluate("(live) => [...live.state.netProbs].every(Number.isFinite)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_stands_still_while_it_is_dragged_and_axe_finds_no_fault_of_ours(scheme, visit, page):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 780})
    visit("regularization")
    tops = page.locator(".live").evaluate("""async ({ state: S }) => {
        const tops = new Set(), slider = S.sides.lam.slider;
        for (let position = 0; position <= slider.max; position += 10) {
            slider.value = position;
            slider.oninput();
            for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
            tops.add(`${slider.getBoundingClientRect().top} ${S.table.getBoundingClientRect().top}`);
        }
        slider.onpointercancel();
        return [...tops];
    }""")
    assert len(tops) == 1
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    assert faults(page) == []
