"""The table of pages, one row for each. The navigation, the start page, links and the tests all read it.

A new page is a folder with page.py and texts.toml (title, question, intro, teaser), a row here, and a test in
tests/pages. Copy the folder of *Smoothing* to begin with.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pages.components.texts import Texts, texts

PAGES_FOLDER = Path(__file__).parents[1]
FIRST = "start"


class Page(NamedTuple):
    """A page: its folder (its address too; the first page's is empty), icon, group and controls.

    `controls` are the keys that a link can set on this page. The same key has the same value on every page.
    """

    folder: str
    icon: str
    group: str
    controls: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its address below the host."""
        return "" if self.folder == FIRST else self.folder

    @property
    def file(self) -> str:
        """Its file in pages/, which Streamlit runs."""
        return f"{self.folder}/page.py"

    @property
    def texts(self) -> Texts:
        """Its texts, from texts.toml."""
        return texts(PAGES_FOLDER / self.file)

    @property
    def title(self) -> str:
        """Its name in the navigation."""
        return self.texts("title")

    @property
    def teaser(self) -> str:
        """One or two sentences about it, for its card on the start page."""
        return self.texts("teaser")


def _page(folder: str, icon: str, group: str, controls: str) -> Page:
    return Page(folder, icon, group, tuple(controls.split()))


PAGES = (
    _page(FIRST, "home", "", "smoothing row"),
    _page("own_list", "upload_file", "", ""),
    _page("words", "list", "Count", "word search order step"),
    _page("bigrams", "grid_on", "Count", "row two_marks fill first"),
    _page("normalization", "percent", "Count", "divisor table_size smoothing seed first_shape second_shape"),
    _page("likelihood", "functions", "Count", "word smoothing row next nudge"),
    _page("smoothing", "tune", "Count", "smoothing row seed"),
    _page("sampling", "casino", "Count", "smoothing row seed n stream draw draws"),
    _page("make_names", "auto_awesome", "Count", "n start new temperature smoothing model seed shortest longest sort"),
    _page("baselines", "flag", "Count", "smoothing seed n"),
    _page("forward", "arrow_forward", "Learn", "word seed skip"),
    _page("training", "trending_down", "Learn", "epochs learning_rate lam seed init only row"),
    _page("regularization", "balance", "Learn", "lam smoothing row match"),
    _page(
        "comparison",
        "compare",
        "Compare",
        "smoothing epochs learning_rate lam init init_seed stream seed n row word pins",
    ),
    _page("reproduce", "fact_check", "Compare", "figure part"),
    _page("languages", "translate", "Beyond", "word script smoothing first_list second_list"),
    _page("lecture", "map", "Lecture", ""),
    _page("lessons", "school", "Lecture", "lesson"),
    _page("glossary", "menu_book", "Lecture", ""),
)
CONTROLS = tuple(dict.fromkeys(key for page in PAGES for key in page.controls))
