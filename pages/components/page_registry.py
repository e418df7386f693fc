"""The pages, a row each: the navigation, the front page, links and the tests read this table and no other."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """A page: its folder (its address too; the first page's is empty), title, icon, group, teaser and controls.

    `controls` are the keys that a link can set on it; the same key is the same value on every page.
    """

    folder: str
    title: str
    icon: str
    group: str
    teaser: str
    controls: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its address below the host."""
        return "" if self.folder == FIRST else self.folder

    @property
    def file(self) -> str:
        """Its file below pages/: what Streamlit runs and links to."""
        return f"{self.folder}/page.py"


FIRST = "start"
PAGES = (
    Page(FIRST, "Start", "home", "", "", ("smoothing", "row")),
    Page(
        "words",
        "Words",
        "list",
        "Count",
        "What is in the list? Its names, its alphabet, the pairs of any word, and the dictionary that counts them.",
        ("word", "search", "order", "step"),
    ),
    Page(
        "bigrams",
        "Bigram table",
        "grid_on",
        "Count",
        "Which character follows which? The counts everything else stands on, cell by cell.",
        ("row", "two_marks", "fill", "first"),
    ),
    Page(
        "normalization",
        "Normalization",
        "percent",
        "Count",
        "Which way does the division go? The right line of torch beside four that run just as well and are wrong.",
        ("divisor", "table_size", "smoothing", "seed", "first_shape", "second_shape"),
    ),
    Page(
        "likelihood",
        "Likelihood",
        "functions",
        "Count",
        "How good is a model, in one number? Any words, letter by letter, and why counting is already the best.",
        ("word", "smoothing", "row", "next", "nudge"),
    ),
    Page(
        "smoothing",
        "Smoothing",
        "tune",
        "Count",
        "What do fake counts do? Every number of the table above, and what it costs.",
        ("smoothing", "row", "seed"),
    ),
    Page(
        "sampling",
        "Sampling",
        "casino",
        "Count",
        "Why are my names not the ones in the video? One draw of a letter in slow motion.",
        ("smoothing", "row", "seed", "n", "stream", "draw", "draws"),
    ),
    Page(
        "baselines",
        "Baselines",
        "flag",
        "Count",
        "Is a bigram any good? It beside models that know less, what it cannot do, what longer contexts would take.",
        ("smoothing", "seed", "n"),
    ),
    Page(
        "forward",
        "Forward pass",
        "arrow_forward",
        "Learn",
        "How does a letter become 27 probabilities? One word through a net that has learned nothing yet.",
        ("word", "seed", "skip"),
    ),
    Page(
        "training",
        "Training",
        "trending_down",
        "Learn",
        "Can a net learn the table by itself? Drag λ, the learning rate, the epochs or the seed, and it is retrained.",
        ("epochs", "learning_rate", "lam", "seed", "init", "only", "row"),
    ),
    Page(
        "regularization",
        "Regularization",
        "balance",
        "Learn",
        "What does λ do? The net's own smoothing, beside fake counts, and how nearly they are the same.",
        ("lam", "smoothing", "row", "match"),
    ),
    Page(
        "comparison",
        "Counts and net",
        "compare",
        "Compare",
        "Do the two roads lead to the same names? Both models drink from one random stream, side by side.",
        (
            "smoothing",
            "epochs",
            "learning_rate",
            "lam",
            "init",
            "init_seed",
            "stream",
            "seed",
            "n",
            "row",
            "word",
            "pins",
        ),
    ),
    Page(
        "reproduce",
        "Does it reproduce?",
        "fact_check",
        "Compare",
        "Do the lecture's numbers come out again? Each published figure beside ours.",
        ("figure", "part"),
    ),
)
CONTROLS = tuple(dict.fromkeys(key for page in PAGES for key in page.controls))
