"""What the command compare prints: keys for programs, lines and tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, Any

from analysis.commands.printing import Table, or_dash
from analysis.commands.scoring import letters_label, pair_label
from analysis.settings import MODEL
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.models.comparison import ModelComparison
    from analysis.net.distance import LamMatch, Match
    from analysis.samples.paired import PairedSample

FURTHEST = 3  # rows that the table for people shows


def comparison_keys(
    compared: ModelComparison, matches: tuple[Match, LamMatch] | None, vocab: Vocabulary
) -> dict[str, Any]:
    """The numbers as `compare --json` prints them; `matches` only of the counted table and the net."""
    size, previous, following = compared.difference
    keys = {
        "kl": compared.kl,
        "kl_rows": compared.kl_rows,
        "max_abs_diff": size,
        "max_abs_diff_pair": vocab.itos[previous] + vocab.itos[following],
    }
    if matches is not None:
        keys |= {"matching_smoothing": matches[0].smoothing, "matching_lam": matches[1].lam}
    return keys | {name: value for name, value in compared._asdict().items() if "nll" in name}


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


def of_another_model(keys: dict[str, Any]) -> dict[str, Any]:
    """The keys where another model stands beside the net: `nll_first` in place of `nll_counts`, and so on.

    >>> of_another_model({"kl": 1, "dev_nll_counts": 2})
    {'kl': 1, 'dev_nll_first': 2}
    """
    return {name.replace("counts", "first"): value for name, value in keys.items()}


def for_people(
    keys: dict[str, Any],
    matches: tuple[Match, LamMatch] | None,
    vocab: Vocabulary,
    model: str,
    smoothing: str,
    drawn: str,
) -> Iterator[str | Table]:
    """The keys of --json as lines and tables. `model` is the one beside the net, and `drawn` names the stream."""
    called = f"the counted model (smoothing {smoothing})" if model == MODEL.default else model
    furthest = sorted(range(len(vocab)), key=lambda row: -keys["kl_rows"][row])[:FURTHEST]
    rows = ", ".join(f"{display_char(vocab.itos[row])} {keys['kl_rows'][row]:.4f}" for row in furthest)
    yield f"kl of {called} to the net: {keys['kl']:.7f} nats"
    yield f"rows that are furthest apart: {rows} nats"
    yield f"largest difference of a probability: {keys['max_abs_diff']:.4f}, at {pair_label(keys['max_abs_diff_pair'])}"
    if matches is not None:
        smoothing_left, lam_left = (f"{match.kl:.3g} nats left over" for match in matches)
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
    yield Table("nll of words, nats per character", ["words", model, "net"], nlls)
    running = zip(keys["words_counts"], keys["words_neural"], strict=True)
    names = [(one, other, "" if one == other else "differ") for one, other in running]
    yield Table(f"names, {drawn}", [model, "net", ""], names)
    aligned = [(one, other, "" if at is None else at + 1) for one, other, at in keys["aligned"]]
    yield Table("both from the same place of it", [model, "net", "differ at letter"], aligned)
    counts, net = keys["figures_counts"], keys["figures_neural"]
    yield (
        f"{keys['same']} of {len(aligned)} are the same; mean length {counts['mean_length']:.2f} and "
        f"{net['mean_length']:.2f} letters, of one letter {counts['one_letter']} and {net['one_letter']}"
    )
    for both in keys.get("words", ()):
        yield from word_for_people(both["counts"], both["neural"], model)


def word_for_people(counted: dict[str, Any], learned: dict[str, Any], model: str) -> Iterator[str | Table]:
    """A word letter by letter, scored by both models."""
    pairs = zip(counted["letters"], learned["letters"], strict=True)
    rows = [(letters_label(one), f"{one['prob']:.4f}", f"{other['prob']:.4f}") for one, other in pairs]
    first = "bigram" if model == MODEL.default else "letters"
    yield Table(counted["word"], [first, f"probability, {model}", "probability, net"], rows)
    yield f"mean nll {counted['nll']:.4f} by {model}, {learned['nll']:.4f} by the net, nats per character"
