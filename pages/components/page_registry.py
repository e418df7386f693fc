"""The table of pages, one row for each. The navigation, the start page, links and the tests all read it.

A new page is a folder with page.py and texts.toml (title, question, intro, teaser; learned, for a step on the way), a
row here, and a test in tests/pages. Begin with a copy of the folder of *Smoothing*.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pages.components.texts import Texts, texts

PAGES_FOLDER = Path(__file__).parents[1]
FIRST = "start"
VIDEO = "https://www.youtube.com/watch?v=PaCmpygFfXo"  # the lecture


class Page(NamedTuple):
    """A page: its folder (its address too; the first page's is empty), icon, group and controls.

    `controls` are the keys that a link can set on this page. The same key has the same value on every page. `at` is the
    time in the lecture that the page is about, "1:00:50". `number` counts the steps of the way through the lecture from
    1; it is 0 for a page beside the way.
    """

    folder: str
    icon: str
    group: str
    controls: tuple[str, ...]
    at: str = ""
    number: int = 0

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
        return texts(f"{PAGES_FOLDER}/{self.file}")

    @property
    def title(self) -> str:
        """Its name in the navigation."""
        return self.texts("title")

    @property
    def seconds(self) -> int:
        """`at` in seconds."""
        seconds = 0
        for part in self.at.split(":"):
            seconds = 60 * seconds + int(part)
        return seconds

    @property
    def teaser(self) -> str:
        """One or two sentences about it, for search engines and for previews of links."""
        return self.texts("teaser")


def _page(folder: str, icon: str, group: str, controls: str, at: str = "") -> Page:
    return Page(folder, icon, group, tuple(controls.split()), at)


# The way through the lecture, in its order.
WAY = (
    _page(FIRST, "home", "", "smoothing row", "0:00"),
    _page("words", "list", "Count", "word search order step", "3:03"),
    _page("bigrams", "grid_on", "Count", "row two_marks fill first", "12:45"),
    _page("sampling", "casino", "Count", "smoothing row seed n stream draw draws", "24:02"),
    _page("normalization", "percent", "Count", "divisor table_size smoothing seed first_shape second_shape", "36:17"),
    _page("likelihood", "functions", "Count", "word smoothing row next nudge", "50:14"),
    _page("smoothing", "tune", "Count", "smoothing row seed", "1:00:50"),
    _page("baselines", "flag", "Count", "smoothing seed n", "24:02"),
    _page("forward", "arrow_forward", "Learn", "word seed skip stage", "1:05:26"),
    _page("training", "trending_down", "Learn", "epochs learning_rate lam seed init only row", "1:38:36"),
    _page("regularization", "balance", "Learn", "lam smoothing row match", "1:50:18"),
    _page(
        "comparison",
        "compare",
        "Compare",
        "smoothing epochs learning_rate lam init init_seed stream seed n row word pins",
        "1:54:31",
    ),
    _page("reproduce", "fact_check", "Compare", "figure part verdict"),
)
STEPS = tuple(page._replace(number=number) for number, page in enumerate(WAY, 1))
PAGES = (
    STEPS[0],
    _page("lecture", "map", "", ""),
    *STEPS[1:],
    _page("contexts", "stacked_line_chart", "Beyond", "k beginning seed", "1:56:16"),
    _page("ladder", "stairs", "Beyond", "beginning seed", "1:56:16"),
    _page("make_names", "auto_awesome", "More", "n start new temperature smoothing model seed shortest longest sort"),
    _page("languages", "translate", "More", "word script smoothing first_list second_list"),
    _page("own_list", "upload_file", "More", ""),
    _page("lessons", "school", "More", "lesson"),
    _page("glossary", "menu_book", "More", ""),
)
CONTROLS = tuple(dict.fromkeys(key for page in PAGES for key in page.controls))
