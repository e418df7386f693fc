"""The command that compares the counted model with the net: compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from analysis import settings
from analysis.commands.lists import TableOptions, real_words
from analysis.commands.models import Net, NetOptions
from analysis.commands.options import Json, Option, SeedOption, Smoothing, StreamName, WordsNumber
from analysis.commands.printing import Table, note, or_dash, print_answer
from analysis.commands.scoring import pair_label, score_keys
from analysis.settings.numbers import show_number
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.models.comparison import ModelComparison
    from analysis.net.distance import LamMatch, Match
    from analysis.samples.paired import PairedSample

FURTHEST = 3  # rows that the table for people shows


def compare(
    *,
    net: NetOptions,
    smoothing: Smoothing,
    n: WordsNumber,
    seed: SeedOption,
    stream: StreamName,
    word: Annotated[list[str] | None, Option("A word to score with both; may be repeated.", "WORD")] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Compare the counted model with the net: how much they differ, and the names of both from one stream."""
    trained = net.read(seed)
    tables, words = source.open()
    from analysis.models.comparison import compare_with_net
    from analysis.models.likelihood import score_word
    from analysis.models.net import NetModel
    from analysis.models.table import CountedModel
    from analysis.net.distance import matching_lam, matching_smoothing
    from analysis.samples.paired import paired_samples, running_samples

    vocab = tables.vocab
    models = counted, learned = CountedModel(tables.all, smoothing), NetModel(trained.train(tables).weights)
    scores = [[score_keys(score_word(clean_word(one), vocab, model), vocab) for model in models] for one in word or []]
    compared = compare_with_net(tables, smoothing, learned.weights, train_weights(trained, tables))
    near, lam = matching_smoothing(tables.all, learned.probs), matching_lam(tables.all, counted.probs)
    running = running_samples(*models, vocab, n, stream, seed)
    pairs = paired_samples(*models, vocab, n, stream, seed)
    keys = comparison_keys(compared, near, lam, vocab) | names_keys(running, pairs, real_words(words))
    if word:
        keys["words"] = [dict(zip(("counts", "neural"), both, strict=True)) for both in scores]
    left_over = near.kl, lam.kl
    print_answer(
        json, keys, for_people(keys, left_over, vocab, show_number(smoothing), f"stream {stream}, seed {seed}")
    )


def train_weights(net: Net, tables: Tables) -> torch.Tensor | None:
    """The weights (V, V) of the same net, trained on the train words only.

    None if there are no such words, if the net starts with the weights of another run (which may know the other
    words), or if it is trained on one word.
    """
    if net.only is not None or net.init not in settings.INIT.options or not tables.train.sum():
        return None
    note("the same net on the train words only:")
    return net.train(replace(tables, all=tables.train)).weights


def comparison_keys(compared: ModelComparison, near: Match, lam: LamMatch, vocab: Vocabulary) -> dict[str, Any]:
    """The numbers as `compare --json` prints them."""
    size, previous, following = compared.difference
    return {
        "kl": compared.kl,
        "kl_rows": compared.kl_rows,
        "max_abs_diff": size,
        "max_abs_diff_pair": vocab.itos[previous] + vocab.itos[following],
        "matching_smoothing": near.smoothing,
        "matching_lam": lam.lam,
        **{name: value for name, value in compared._asdict().items() if "nll" in name},
    }


def names_keys(
    running: tuple[list[str], list[str]], pairs: Sequence[PairedSample], real: Set[str] | None
) -> dict[str, Any]:
    """The names of both models, running and aligned; how many are the same, and the figures of both lists."""
    from analysis.samples.paired import list_figures, same_names

    return {
        "words_counts": running[0],
        "words_neural": running[1],
        "aligned": [[pair.first, pair.second, pair.differs] for pair in pairs],
        "same": same_names(pairs),
        "figures_counts": list_figures([pair.first for pair in pairs], real)._asdict(),
        "figures_neural": list_figures([pair.second for pair in pairs], real)._asdict(),
    }


def for_people(
    keys: dict[str, Any], left_over: tuple[float, float], vocab: Vocabulary, smoothing: str, drawn: str
) -> Iterator[str | Table]:
    """The keys of --json as lines and tables. `left_over` are the nats of the two matches; `drawn` names the stream."""
    furthest = sorted(range(len(vocab)), key=lambda row: -keys["kl_rows"][row])[:FURTHEST]
    rows = ", ".join(f"{display_char(vocab.itos[row])} {keys['kl_rows'][row]:.4f}" for row in furthest)
    smoothing_left, lam_left = (f"{nats:.3g} nats left over" for nats in left_over)
    yield f"kl of the counted model (smoothing {smoothing}) to the net: {keys['kl']:.7f} nats"
    yield f"rows that are furthest apart: {rows} nats"
    yield f"largest difference of a probability: {keys['max_abs_diff']:.4f}, at {pair_label(keys['max_abs_diff_pair'])}"
    yield f"nearest smoothing: {keys['matching_smoothing']:.5g} fake counts per cell, {smoothing_left}"
    yield f"nearest lambda, trained to its end: {keys['matching_lam']:.5g}, {lam_left}"
    nlls = [
        (name, *(or_dash(keys[f"{part}nll_{model}"], ".6f", "-") for model in ("counts", "neural")))
        for part, name in (
            ("", "all, fitted on all"),
            ("train_", "train, fitted on train"),
            ("dev_", "dev, fitted on train"),
        )
    ]
    yield Table("nll of words, nats per character", ["words", "counts", "net"], nlls)
    running = zip(keys["words_counts"], keys["words_neural"], strict=True)
    names = [(one, other, "" if one == other else "differ") for one, other in running]
    yield Table(f"names, {drawn}", ["counts", "net", ""], names)
    aligned = [(one, other, "" if at is None else at + 1) for one, other, at in keys["aligned"]]
    yield Table("both from the same place of it", ["counts", "net", "differ at letter"], aligned)
    counts, net = keys["figures_counts"], keys["figures_neural"]
    yield (
        f"{keys['same']} of {len(aligned)} are the same; mean length {counts['mean_length']:.2f} and "
        f"{net['mean_length']:.2f} letters, of one letter {counts['one_letter']} and {net['one_letter']}"
    )
    for both in keys.get("words", ()):
        yield from word_for_people(both["counts"], both["neural"])


def word_for_people(counted: dict[str, Any], learned: dict[str, Any]) -> Iterator[str | Table]:
    """A word letter by letter, scored by both models."""
    pairs = zip(counted["letters"], learned["letters"], strict=True)
    rows = [(pair_label(one["bigram"]), f"{one['prob']:.4f}", f"{other['prob']:.4f}") for one, other in pairs]
    yield Table(counted["word"], ["bigram", "probability, counts", "probability, net"], rows)
    yield f"mean nll {counted['nll']:.4f} by counts, {learned['nll']:.4f} by the net, nats per character"
