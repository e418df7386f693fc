"""What the tests do with the live pictures of a page: find a control, hold and drag it, read what it shows."""

from __future__ import annotations

import re

from playwright.sync_api import expect

SLIDER = ".live input[type=range]"


def control(page, name):
    """The control of a value."""
    return page.locator(f"[data-control={name}]").first


def slider_of(page, name):
    """Its slider."""
    return control(page, name).locator("input[type=range]")


def open_folds(page):
    """Open all parts of the live views that open on a click."""
    for _ in range(3):  # a view that is mounted anew in between has its parts closed again
        page.locator(".live details").evaluate_all("(all) => all.forEach((fold) => (fold.open = true))")
        page.wait_for_timeout(200)


def exact(page, name):
    """The box with its exact value."""
    return control(page, name).locator(".exact")


def mark(page, name, label):
    """One of the marks under its slider."""
    return control(page, name).locator(".stops button", has_text=re.compile(f"^{label}$")).first


def type_exact(page, name, value):
    """Type a value into its box."""
    exact(page, name).fill(str(value))
    exact(page, name).press("Enter")


def grip(page, slider=SLIDER):
    """Where a slider is: a function from a share of its width to a point (its thumb is 18 pixels wide)."""
    place = page.locator(slider).first
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    return lambda share: (box["x"] + 9 + (box["width"] - 18) * share, box["y"] + box["height"] / 2)


def hold(page, name, *shares):
    """Press the mouse on a slider and move it to one share of its width after the other; it stays down."""
    at = grip(page, f"[data-control={name}] input[type=range]")
    page.mouse.move(*at(shares[0]))
    page.mouse.down()
    for share in shares[1:]:
        page.mouse.move(*at(share), steps=8)
    page.wait_for_timeout(200)  # texts follow at every second frame


def drag(page, start, end, steps=10):
    """Take the thumb, move it, and let go."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=steps)
    page.mouse.up()


def state(page, key, view=".live"):
    """One value of the state of a picture."""
    return page.locator(view).evaluate("(live, key) => JSON.parse(JSON.stringify(live.state[key]))", key)


def value_of(page, name):
    """The value of a control, as the browser has it."""
    return page.locator(".live").first.evaluate("({ state: S }, name) => S.page.values[name]", name)


def picture(page, name, view=".live"):
    """The pixels of one canvas."""
    return page.locator(f"{view} .{name}").evaluate("(canvas) => canvas.toDataURL()")


def pictures(page, names):
    """The pixels of some canvases, by their names."""
    return {name: picture(page, name) for name in names}


def wait_for_link(page, key, value):
    """Wait until the address carries this number or text."""
    page.wait_for_function(
        """([key, value]) => {
            const got = new URL(location).searchParams.get(key);
            return got === value || (got && +got === +value);
        }""",
        arg=[key, str(value)],
    )


def python_answers(page):
    """Wait until the numbers on the screen are Python's, of the values on the screen."""
    page.wait_for_function("""() => {
        const views = [...document.querySelectorAll('*')].map((e) => e.shadowRoot?.querySelector('.live')?.state);
        return views.filter((S) => S?.now).every(
            ({ page, now }) => !page.moving && page.answered === page.version && now.run === page.run);
    }""")
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    expect(page.get_by_text("So far: epoch")).to_have_count(0)
    page.wait_for_timeout(50)  # a frame


def place(page, view, table, row, column):
    """Where a cell of a table stands on the screen; `view` is a class around it, `table` that of its canvas."""
    canvas = page.locator(f".{view} canvas.{table}").first
    canvas.scroll_into_view_if_needed()
    at = canvas.evaluate(
        """(root, table) => {
            while (!root.state) root = root.parentNode;
            return root.state.at[table] ?? root.state.at;
        }""",
        table,
    )
    box, high = canvas.bounding_box(), at.get("high", at["cell"])
    return (box["x"] + at["left"] + (column + 0.5) * at["cell"], box["y"] + at["top"] + (row + 0.5) * high)


def navigation(page):
    """The links to all pages."""
    return page.get_by_role("navigation", name="All pages")


def follow(page, title):
    """Go to another page, by its link in the navigation."""
    navigation(page).get_by_role("link", name=title).click()


def fits(page):
    """Whether nothing of the page is wider than the window."""
    main = page.get_by_test_id("stMain")
    return main.evaluate("(main) => main.scrollWidth") <= page.viewport_size["width"]


TOPS = """async ({ state: S }) => {
    const tops = new Set(), slider = S.root.querySelector("input[type=range]");
    const table = S.root.querySelector("canvas.cells");
    for (let position = 0; position <= slider.max; position += 10) {
        slider.value = position;
        slider.oninput();
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        tops.add(`${slider.getBoundingClientRect().top} ${table.getBoundingClientRect().top}`);
    }
    slider.onpointercancel();
    return tops.size;
}"""


def stands_still(page):
    """Whether slider and table stay where they are at every place of the first slider."""
    return page.locator(".live").evaluate(TOPS) == 1
