"""What the command compare prints: keys for programs, lines and tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, Any

from analysis.commands.pairs import COUNTS, NEURAL, Side
from analysis.commands.printing import Table, or_dash
from analysis.commands.scoring import letters_label, pair_label
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.models.comparison import ModelComparison
    from analysis.net.distance import LamMatch, Match
    from analysis.samples.paired import PairedSample

FURTHEST = 3  # rows that the table for people shows


def comparison_keys(
    compared: ModelComparison, matches: tuple[Match, LamMatch] | None, vocab: Vocabulary
) -> dict[str, Any]:
    """The numbers, by key; `counts` is the first model, `neural` the second. `matches` only of the counted table and
    the net.
    """
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


def for_programs(keys: dict[str, Any], sides: tuple[Side, Side]) -> dict[str, Any]:
    """The keys as --json prints them: `nll_first` in place of `nll_counts` and so on, if the models are not the counted
    one and the net; `nll_second` in place of `nll_neural`, if the second is not the net.
    """
    one, other = (side.name for side in sides)
    if (one, other) == (COUNTS, NEURAL):
        return keys
    second = "neural" if other == NEURAL else "second"
    named = {name.replace("counts", "first").replace("neural", second): value for name, value in keys.items()}
    if "words" in keys:
        named["words"] = [{"first": both["counts"], second: both["neural"]} for both in keys["words"]]
    return named


def for_people(
    keys: dict[str, Any],
    matches: tuple[Match, LamMatch] | None,
    vocab: Vocabulary,
    sides: tuple[Side, Side],
    drawn: str,
) -> Iterator[str | Table]:
    """The keys as lines and tables. `drawn` names the stream."""
    first, second = titles = [side.column for side in sides]
    furthest = sorted(range(len(vocab)), key=lambda row: -keys["kl_rows"][row])[:FURTHEST]
    rows = ", ".join(f"{display_char(vocab.itos[row])} {keys['kl_rows'][row]:.4f}" for row in furthest)
    yield f"kl of {sides[0].title} to {sides[1].title}: {keys['kl']:.7f} nats"
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
    yield Table("nll of words, nats per character", ["words", first, second], nlls)
    for side in sides:
        if side.is_trained_before:
            yield f"{side.name} uses weights that were trained before: they are the same in all three rows above"
    running = zip(keys["words_counts"], keys["words_neural"], strict=True)
    names = [(one, other, "" if one == other else "differ") for one, other in running]
    yield Table(f"names, {drawn}", [first, second, ""], names)
    aligned = [(one, other, "" if at is None else at + 1) for one, other, at in keys["aligned"]]
    yield Table("both from the same place of it", [first, second, "differ at letter"], aligned)
    one, other = keys["figures_counts"], keys["figures_neural"]
    yield (
        f"{keys['same']} of {len(aligned)} are the same; mean length {one['mean_length']:.2f} and "
        f"{other['mean_length']:.2f} letters, of one letter {one['one_letter']} and {other['one_letter']}"
    )
    for both in keys.get("words", ()):
        yield from word_for_people(both["counts"], both["neural"], titles)


def word_for_people(one: dict[str, Any], other: dict[str, Any], titles: Sequence[str]) -> Iterator[str | Table]:
    """A word letter by letter, scored by both models; with the letters of the one that looks at more."""
    first, second = titles
    labels = [max(map(letters_label, both), key=len) for both in zip(one["letters"], other["letters"], strict=True)]
    probs = zip(*([f"{letter['prob']:.4f}" for letter in score["letters"]] for score in (one, other)), strict=True)
    looked_at = "letters" if "context" in one["letters"][0] | other["letters"][0] else "bigram"
    rows = [(label, *both) for label, both in zip(labels, probs, strict=True)]
    yield Table(one["word"], [looked_at, f"probability, {first}", f"probability, {second}"], rows)
    by = ["the net" if title == "net" else title for title in titles]
    yield f"mean nll {one['nll']:.4f} by {by[0]}, {other['nll']:.4f} by {by[1]}, nats per character"
