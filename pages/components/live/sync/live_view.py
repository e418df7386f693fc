"""A live view: a component made from live.html, live.css and live.js in a folder. Each run sends it numbers."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from pages.components.list_at_hand import cache_name, list_at_hand
from pages.components.live import COLOURS, HERE, VARIABLES, files, source
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)


class Metric(NamedTuple):
    """A number in a picture: its name in the data from Python, label, unit, decimals and meaning."""

    name: str
    label: str
    unit: str
    digits: int
    help: str


def live_view(key: str, file: str) -> Callable[..., None]:
    """Register the view in the folder of a file. What comes back shows it: `show(live, data, **numbers)`.

    `live` is what the page's `live_page` gave, `data` what the view is painted from (it goes to the browser when it
    changes), `numbers` what Python says of the values on this run; `remarks` among them are lines at controls, by
    their names. `at` is the name of this place, for a view that a page shows in several.
    """
    folder = Path(file).parent
    page, script = folder / "live.html", source(folder / "live.js")
    styles = files(HERE / "live.css", folder / "live.css", HERE / "print.css") + VARIABLES

    @functools.cache
    def component(name: str) -> Callable[..., Any]:
        """The component with the texts of the list at hand. They depend on what is in `name`, and on nothing else."""
        return st.components.v2.component(name, html=texts(page).html(page), css=styles, js=script)

    def show(live: LivePage, data: Mapping[str, Any], *, at: str = key, **numbers: Any) -> None:
        with st.container(gap=None):
            # as a text, which live_view.js reads: an object would be written out twice by Streamlit, on every run
            place = f"{at}_{cache_name()}"  # with another list, no picture begins with the numbers of the old one
            about = {"key": place, "colours": COLOURS, "stop": t("controls.stop"), "shared": t("shared")}
            words = list_at_hand()
            name = f"{key}_{words.noun}_{words.nouns}_{len(words.summary.vocab)}"
            component(name)(key=f"{at}_picture_{cache_name()}", data=json.dumps(about | live.describe() | data))
            live.send(place, numbers)

    return show
