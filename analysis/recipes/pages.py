"""The recipe of each page: its script and its commands at some settings, for a list of words.

Where only the counts of a list are known, what needs whole words is left out.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Any

from analysis.counts.bigrams import START
from analysis.counts.normalization.broadcasting import Shape
from analysis.counts.normalization.divisions import NAMES, SMALL_WORDS
from analysis.counts.word_list import WordList
from analysis.recipes import Recipe, Source, source_of
from analysis.samples.letters import TWENTY
from analysis.samples.names import OWN_ROW
from analysis.settings import SEED, SEEDED
from analysis.settings.numbers import show_number
from analysis.settings.pins import Comparison, write_pin
from analysis.streams import STREAMS

SLOW = 5  # names that are shown draw by draw


def baselines_recipe(words: WordList, smoothing: float, seed: int, n: int) -> Recipe:
    """How well the three models predict, how long their words are, their names, and longer contexts."""
    source = source_of(words)
    settings: dict[str, Any] = {"smoothing": smoothing, "seed": seed, "n": n}
    if source.kind == "table":
        commands = source.command("smooth", smoothing=smoothing), source.command("sample", **settings)
        return Recipe("", commands, source)
    commands = source.command("baselines", **settings), source.command("corpus", lengths=True)
    return Recipe("", commands, source) if source.reads_table else source.recipe("baselines", settings, *commands)


def bigrams_recipe(words: WordList, row: str, *, two_marks: bool = False, first: int | None = None) -> Recipe:
    """The count table, with one mark or two, and one row of it as probabilities; row "." is the start.

    `first`: of so many names, None for all.
    """
    source = source_of(words)
    settings: dict[str, Any] = {"two_marks": two_marks} | ({} if source.reads_table else {"first": first})
    marked = START if two_marks and row == source.boundary else row
    return source.recipe("bigrams", settings | {"row": row}, source.command("bigrams", **settings, row=marked))


def comparison_recipe(words: WordList, now: Comparison, scored: Sequence[str] = ()) -> Recipe:
    """The counted model and the net: kl, largest difference, each nll, the nearest smoothing, names, words scored.

    Pairs of numbers are those of the counted model and of the net. The command, whose options are those of a pin, also
    prints the names letter by letter. `scored` are over the letters of the list.
    """
    source = source_of(words)
    settings = {name: value for name, value in vars(now).items() if name != "stream"} | {"scored": list(scored)}
    asked = [f"--word {shlex.quote(word)}" for word in scored]
    command = " ".join(filter(None, ["python -m analysis compare", write_pin(now), *asked, source.option]))
    return source.recipe("comparison", settings, command, stream=now.stream)


def contexts_recipe(words: WordList, k: int, smoothing: float, beginning: str, seed: int, n: int) -> Recipe:
    """Fake counts and Kneser-Ney with k letters: cells, nll, the letters after a beginning, copies, and n names."""
    source = source_of(words)
    held_out = bool(words.tables.dev.any() and words.tables.test.any())
    models = f"kn:{k}", f"add:{k}:{show_number(smoothing)}"
    commands = (
        *([source.command("ladder")] if held_out else []),
        source.command("ladder", contexts=True, mix=held_out),
        *(source.command("score", model=model, beginning=beginning or source.boundary) for model in models),
        source.command("sample", model=models[0], seed=seed, n=n),
    )
    if source.reads_table:
        return Recipe("", commands, source)
    settings = {"k": k, "smoothing": smoothing, "beginning": beginning, "seed": seed, "n": n}
    return source.recipe("contexts", settings, *commands)


def figure_recipe(key: str) -> Recipe:
    """One published figure, calculated again: published, ours, and whether they agree; and all figures."""
    source = Source()  # what is published is about the lecture's list
    return source.recipe("reproduce", {"key": key}, source.command("published", key), source.command("published"))


def forward_recipe(words: WordList, word: str, seed: int, skip: int, neuron_skip: int) -> Recipe:
    """Pairs, dtypes, a single neuron, logits, "counts" and probabilities of each pair, the loss; no file is needed.

    `skip` is how many 32-bit words the generator has given before W, `neuron_skip` before the single neuron.
    """
    source, itos = source_of(words), "".join(words.tables.vocab.itos)
    return source.recipe(
        "forward",
        {"itos": itos, "word": word, "seed": seed, "skip": skip, "neuron_skip": neuron_skip},
        source.command("score", word, model="neural", epochs=0, init_seed=seed, skip=skip or None),
    )


def ladder_recipe(beginning: str, seed: int, n: int) -> Recipe:
    """All models of the ladder; what each expects after a beginning, and its names; how the best one was trained.

    The nll of chance and of the bigram are those of the command baselines. There is no script.
    """
    source = Source()  # the nets know the lecture's list
    commands = (
        source.command("ladder"),
        source.command("ladder", beginning=beginning or source.boundary, seed=seed, n=n),
        source.command("baselines", smoothing=1.0),
        source.command("sample", model="transformer", seed=seed, n=n),
        source.command("ladder", "train", "transformer", out="transformer.safetensors"),
    )
    return Recipe("", commands, source)


def languages_recipe(words: WordList, script: str, word: str, smoothing: float, first: str, second: str) -> Recipe:
    """A word under all lists of a script, two lists, all distances, and the held-out names; there is no script.

    The list at hand is one of the lists, if it is of this script.
    """
    source = source_of(words)
    added = source.option or f"--corpus {source.key}"
    asked = f"--script {shlex.quote(script)}"
    options = (
        f"--word {shlex.quote(word)} {asked} --smoothing {show_number(smoothing)}",
        f"--pair {first} {second}",
        asked,
        f"--test {asked} --smoothing {show_number(smoothing)}",
    )
    return Recipe("", tuple(f"python -m analysis languages {option} {added}" for option in options), source)


def likelihood_recipe(
    words: WordList, typed: Sequence[str], smoothing: float, row: str, following: str, factor: float
) -> Recipe:
    """The words letter by letter, their sum, and their rank in the list; the list's nll, two ways; one count scaled."""
    source = source_of(words)
    return source.recipe(
        "likelihood",
        {"typed": list(typed), "smoothing": smoothing, "row": row, "following": following, "factor": factor},
        source.command("score", *typed, smoothing=smoothing, together=source.kind != "table"),
        source.command("nudge", row=row, next=following, nudge=factor),
    )


def make_names_recipe(
    words: WordList,
    *,
    model: str,
    smoothing: float,
    temperature: float,
    seed: int,
    n: int,
    start: str,
    new: bool,
    shortest: int,
    longest: int,
    sort: str,
) -> Recipe:
    """Words that fit a wish, each with its nll at temperature 1; a net has the first settings of *Training*.

    `new` needs the words of the list.
    """
    source = source_of(words)
    drawn: dict[str, Any] = {"seed": seed, "n": n, "start": start, "new": new, "sort": sort}
    of_model = {"smoothing": smoothing} if model == "counts" else {"model": model, "init_seed": SEED.default}
    limits = {"temperature": None if temperature == 1 else temperature, "min": shortest or None, "max": longest}
    settings = {"model": model, "smoothing": smoothing, "temperature": temperature}
    return source.recipe(
        "make_names",
        drawn | settings | {"shortest": shortest, "longest": longest},
        source.command("sample", **of_model, **limits, **drawn),
    )


def normalization_recipe(
    words: WordList, divisor: str, table_size: str, smoothing: float, seed: int, first: Shape, second: Shape
) -> Recipe:
    """All five divisions, the names of one of them, two shapes broadcast, and in place against a new table.

    The small table is of words of its own, whatever the list.
    """
    small = table_size == "small"
    source = Source() if small else source_of(words)
    settings: dict[str, Any] = {"divisor": divisor, "smoothing": smoothing, "seed": seed, "n": NAMES}
    settings |= {"first": first, "second": second} | ({"words": list(SMALL_WORDS)} if small else {})
    options: dict[str, Any] = {"table_size": table_size if small else None, "smoothing": smoothing, "seed": seed}
    return source.recipe(
        "normalization",
        settings,
        source.command("normalize", **options),
        source.command("normalize", divisor=divisor, **options),
        f"python -m analysis normalize --shapes {shlex.quote(str(first))} {shlex.quote(str(second))}",
    )


def own_list_recipe(words: WordList) -> Recipe:
    """Size, characters and counts of a list."""
    source = source_of(words)
    of_words = [] if source.kind == "table" else [source.command("corpus")]
    return source.recipe("own_list", {}, *of_words, source.command("bigrams"))


def regularization_recipe(words: WordList, lam: float, smoothing: float, row: str) -> Recipe:
    """The best net at a lambda, the counts at a smoothing, the nearest smoothing, and the forces on W of a row."""
    source = source_of(words)
    return source.recipe(
        "regularization",
        {"lam": lam, "smoothing": smoothing, "row": row},
        source.command("smooth", smoothing=smoothing, lam=lam, row=row),
    )


def sampling_recipe(
    words: WordList, smoothing: float, seed: int, n: int, stream: str, row: str, draws: int, different: int
) -> Recipe:
    """Names of a stream, 20 letters of a row at once (not on a GPU) and one by one, `draws` letters.

    The commands also show the first names draw by draw, and `different` letters without replacement.
    """
    source, chosen = source_of(words), STREAMS[stream]
    options: dict[str, Any] = {"seed": seed, "smoothing": smoothing}
    of_row: dict[str, Any] = {"row": row, **options, "stream": stream}
    stand_in = of_row | {"stream": chosen.stand_in or stream}
    return source.recipe(
        "sampling",
        options | {"n": n, "row": row, "draws": draws, "at_once": chosen.at_once},
        source.command("sample", stream=stream, **options, n=n),
        source.command("sample", stream=stream, **options, n=min(n, SLOW), steps=True),
        *([source.command("draws", **of_row, draws=TWENTY, at_once=True)] if chosen.at_once else []),
        source.command("draws", **of_row, draws=TWENTY),
        source.command("draws", **of_row, draws=draws),
        source.command("draws", **stand_in, draws=different, without_replacement=True),
        stream=stream,
    )


def smoothing_recipe(words: WordList, smoothing: float, row: str, seed: int, n: int, shown: int) -> Recipe:
    """The smoothed model: nll, perplexity, a row, its entropy, names both ways (`shown` and `n` of them), dev nll."""
    source = source_of(words)
    dev = source.kind != "table" and bool(words.tables.train.sum())
    return source.recipe(
        "smoothing",
        {"smoothing": smoothing, "row": row, "seed": seed, "n": n, "shown": shown, "own_row": OWN_ROW},
        source.command("smooth", smoothing=smoothing, dev=dev),
        source.command("bigrams", row=row, smoothing=smoothing),
        source.command("sample", n=shown, smoothing=smoothing, seed=seed, own_rows=True),
        source.command("sample", n=n, smoothing=smoothing, seed=seed, stream="lecture"),
    )


def training_recipe(
    words: WordList,
    epochs: int,
    learning_rate: float,
    lam: float,
    seed: int,
    init: str = "randn",
    only: str | None = None,
    n: int = 5,
) -> Recipe:
    """The net, trained on the counts by autograd from first weights `init`: losses, what is left, and n names.

    `only` is the word it is trained on alone, None for all. Names are the lecture's stream's, with its seed.
    """
    source = source_of(words)
    net: dict[str, Any] = {"epochs": epochs, "learning_rate": learning_rate, "lam": lam, "init": init, "only": only}
    of_weights = seed if init in SEEDED else None
    return source.recipe(
        "training",
        net | {"seed": seed, "n": n},
        source.command("train", **net, seed=of_weights),
        source.command("sample", model="neural", **net, init_seed=of_weights, n=n),
    )


def words_recipe(words: WordList, word: str, search: str, order: str, step: int) -> Recipe:
    """Size, lengths, ids, the pairs of a word, some steps of the dictionary, and the whole dictionary, sorted."""
    source = source_of(words)
    if source.kind == "table":
        return Recipe("", (source.command("bigrams"),), source)
    commands = (
        source.command("corpus", lengths=True),
        source.command("corpus", word=word, steps=step),
        source.command("corpus", dictionary=True, order=order, search=search),
    )
    settings = {"word": word, "search": search, "order": order, "stop": step}
    return Recipe("", commands, source) if source.reads_table else source.recipe("words", settings, *commands)
