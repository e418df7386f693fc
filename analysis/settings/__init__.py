"""Each parameter once: its name, default, limits or options, unit and help.

The command line, the controls of the pages and the tests read these. A value that
`check` accepts is one that the analysis can use. Pages, which many people share, have
other defaults and lower limits: those of `on_page`. The kinds of settings are in
`kinds`, reading and writing numbers in `numbers`, pinned comparisons in `pins`.
"""

from __future__ import annotations

from typing import Any

from analysis.settings.kinds import Choice, Setting

SMOOTHING = Setting(
    "smoothing",
    "Smoothing",
    float,
    default=0.0,
    low=0.0,
    high=1e6,
    unit="fake counts per cell",
    help="This many fake counts are added to every cell, before each row is divided by its sum. 0 keeps the counts as "
    "they are; the lecture uses 1; a million makes every letter about equally likely.",
    default_on_pages=1.0,  # as in the lecture: no name is impossible, and there is something to see in every cell
)
K = Setting(
    "k",
    "Letters of context",
    int,
    default=7,
    low=0,
    high=64,
    unit="",
    help="How many letters before the next one the model looks at. 1 is the bigram of the lecture, 2 a trigram.",
    default_on_pages=2,
    high_on_pages=7,
)
SEED = Setting(
    "seed",
    "Seed",
    int,
    default=2147483647,
    low=0,
    high=2**64 - 1,
    unit="",
    help="Where the stream of random numbers starts: the same seed gives the same names. The lecture uses 2147483647.",
)
N = Setting(
    "n",
    "Names",
    int,
    default=10,
    low=1,
    high=10_000_000,
    unit="words",
    help="How many words to draw.",
    high_on_pages=500,  # one visitor must not hold the others
)
DRAW = Setting(
    "draw",
    "Draw",
    int,
    default=1,
    low=1,
    high=200,
    unit="",
    help="Which draw is shown. Draw 1 is the first letter of the first name.",
)
DRAWS = Setting(
    "draws",
    "Draws",
    int,
    default=100,
    low=1,
    high=10_000_000,
    unit="letters",
    help="How many letters to draw from one row.",
    high_on_pages=100_000,
)
EPOCHS = Setting(
    "epochs",
    "Epochs",
    int,
    default=200,
    low=0,
    high=10_000_000,
    unit="updates",
    help="How many times the net sees all the words; each time, every weight takes one step. 0 is the start.",
    high_on_pages=2000,
)
LEARNING_RATE = Setting(
    "learning_rate",
    "Learning rate",
    float,
    default=50.0,
    low=0.0,
    high=1e6,
    unit="",
    help="The length of a step, as a multiple of the gradient. The lecture uses 50. On the lecture's names, 400 is "
    "too much: the loss ends higher than it began.",
)
LAM = Setting(
    "lam",
    "Lambda (λ)",
    float,
    default=0.0,
    low=0.0,
    high=1e6,
    unit="",
    help="Strength of the penalty on large weights: λ times the mean of their squares is added to the loss. It does to "
    "the net nearly what smoothing does to the counts. The lecture uses 0.01.",
)
SKIP = Setting(
    "skip",
    "Drawn before W",
    int,
    default=0,
    low=0,
    high=1_000_000,
    unit="random numbers of 32 bits",
    help="How many random numbers of 32 bits the generator has given before the first weights. 0: a new generator. "
    "220: as in the published notes.",
    high_on_pages=10_000,
)
STEPS = Setting(
    "steps",
    "Steps",
    int,
    default=4000,
    low=1,
    high=10_000_000,
    unit="batches of words",
    help="How many training steps; each step uses a batch of 256 words.",
)
RATE = Setting(
    "rate",
    "Learning rate of AdamW",
    float,
    default=0.002,
    low=1e-6,
    high=1.0,
    unit="",
    help="The highest learning rate of the training: it rises at first, then falls to 0.",
)
DROPOUT = Setting(
    "dropout",
    "Dropout",
    float,
    default=0.0,
    low=0.0,
    high=0.9,
    unit="",
    help="The share of numbers inside the net that each step sets to 0 at random, so that it does not learn by heart.",
)
STAGE = Choice(
    "stage",
    "Step",
    ("pairs", "one-hot", "neurons", "softmax", "loss"),
    default="pairs",
    help="Which step of the forward pass is shown.",
)
FIRST = Setting(
    "first",
    "Words counted",
    int,
    default=3,
    low=0,
    high=10_000_000,
    unit="from the first on",
    help="How many words of the list are counted. The lecture begins with three names: emma, olivia, ava.",
    high_on_pages=32_033,
)
NUDGE = Setting(
    "nudge",
    "Scale the count of the pair",
    float,
    default=1.0,
    low=0.1,
    high=10.0,
    unit="times",
    help="The count of one pair is multiplied by this, and its row is divided by its new sum. 1: as counted.",
)
STEP = Setting(
    "step",
    "Step",
    int,
    default=12,
    low=1,
    high=10_000_000,
    unit="",
    help="How many pairs have been counted, from the start of the first word.",
    high_on_pages=260,  # of four words of 64 letters: the first three of a list, and a typed one
)
TEMPERATURE = Setting(
    "temperature",
    "Temperature",
    float,
    default=1.0,
    low=0.01,
    high=100.0,
    unit="",
    help="Each probability is raised to the power 1 / temperature, and each row is divided by its new sum. 1: as they "
    "are. Near 0: almost always the likeliest letter. 100: all letters that can follow are almost equally likely.",
)
SHORTEST = Setting(
    "shortest",
    "Fewest letters",
    int,
    default=0,
    low=0,
    high=1000,
    unit="letters",
    help="Words with fewer letters are left out.",
    high_on_pages=64,
)
LONGEST = Setting(
    "longest",
    "Most letters",
    int,
    default=1000,
    low=1,
    high=1000,
    unit="letters",
    help="Words with more letters are left out.",
    default_on_pages=64,
    high_on_pages=64,
)
SORT = Choice(
    "sort",
    "Order",
    ("drawn", "nll"),
    "drawn",
    "drawn: as they were drawn. nll: the likeliest per letter first.",
)
LANGUAGES = "ar az bg da de el en es fi fr ga he hi hy id is it ne nl or pt ro ru si sk sl sv ta th tr".split()  # noqa: SIM905
CORPUS = Choice(
    "corpus",
    "List of words",
    ("names", *LANGUAGES),
    "names",
    f"A built-in list: names, the lecture's, or the first names of a language: {', '.join(LANGUAGES)}.",
)
PART = Choice("part", "Part", ("all", "train", "dev", "test"), "all", "Which part of the list.")
MODEL = Choice(
    "model", "Model", ("counts", "neural"), "counts", "counts: the counted model. neural: a net that is trained now."
)
STREAM = Choice(
    "stream",
    "Stream: the way to draw",
    ("lecture", "mkl", "cpu", "cuda", "torch"),
    "lecture",
    "How a letter is drawn: as one version of torch does it, on one kind of processor.",
)
INIT = Choice(
    "init",
    "First weights",
    ("randn", "rand", "cuda", "zeros"),
    "randn",
    "Where training starts. randn: bell-shaped random numbers, as in the lecture. rand: spread evenly from 0 to 1. "
    "cuda: what randn gives on an NVIDIA GPU. zeros: every next character equally likely.",
)
ONLY = Choice(
    "only",
    "Trained on",
    ("all names", "emma"),
    "all names",
    "All the names, or only the five bigrams of emma: the lecture begins with these.",
)
SEEDED = ("randn", "rand", "cuda")  # the first weights that are random
SKIPPED = ("randn", "rand")  # those of a generator that may have given words before
WORDS_ON_PAGE = 10  # words that are typed into one box
WORD = "emma"  # it may be any word over the characters of a list; this one is the lecture's
ROW = "."  # its options are the characters of a list; this one, the start of a word, is in all of them
SETTINGS: dict[str, Setting[Any]] = {
    setting.name: setting
    for setting in (SMOOTHING, SEED, N, DRAW, DRAWS, EPOCHS, LEARNING_RATE, LAM, SKIP, FIRST, NUDGE, STEP)
}
DIVISOR = Choice(
    "divisor",
    "Divided by",
    ("rows", "sum1", "columns", "sum0", "total"),
    "rows",
    "What the table P is divided by. rows is right: each row by its own sum.",
)
TABLE_SIZE = Choice(
    "table_size",
    "Table",
    ("real", "small"),
    "real",
    "real: the counts of the names. small: those of three short words (ava, av, aa), which you can check by hand.",
)
SHAPES = {"first_shape": "(27, 27)", "second_shape": "(27,)"}  # they may be any two; these are the lecture's mistake
ORDER = Choice(
    "order",
    "Which pairs first",
    ("most", "least", "alphabet"),
    "most",
    "most: the most frequent first. least: the rarest that occur. alphabet: by the pair. Equal counts are sorted by "
    "the pair.",
)
