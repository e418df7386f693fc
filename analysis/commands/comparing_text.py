"""What compare prints for people: the numbers, the names of both models, words scored by both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.commands.printing import print_line, print_table
from analysis.commands.scoring import pair_label
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.counts.likelihood import Score
    from analysis.net.beside import Beside
    from analysis.samples.twins import Twin

FURTHEST = 3  # rows that people are shown


def print_beside(beside: Beside, smoothing: str, vocab: Vocabulary) -> None:
    """The numbers for people."""
    size, previous, following = beside.difference
    furthest = sorted(range(len(vocab)), key=lambda row: -beside.kl_rows[row])[:FURTHEST]
    rows = ", ".join(f"{display_char(vocab.itos[row])} {beside.kl_rows[row]:.4f}" for row in furthest)
    pair = display_char(vocab.itos[previous]) + display_char(vocab.itos[following])
    print_line(f"kl of the counted model (smoothing {smoothing}) to the net: {beside.kl:.7f} nats")
    print_line(f"rows that are furthest apart: {rows} nats")
    print_line(f"largest difference of a probability: {size:.4f}, at {pair}")
    near, lam = beside.smoothing, beside.lam
    print_line(f"nearest smoothing: {near.smoothing:.5g} fake counts per cell, {near.kl:.3g} nats left over")
    print_line(f"nearest lambda, trained to its end: {lam.lam:.5g}, {lam.kl:.3g} nats left over")
    nlls = [
        ("all, fitted on all", beside.nll_counts, beside.nll_neural),
        ("train, fitted on train", beside.train_nll_counts, beside.train_nll_neural),
        ("dev, fitted on train", beside.dev_nll_counts, beside.dev_nll_neural),
    ]
    shown = [(name, *("-" if nll is None else f"{nll:.6f}" for nll in both)) for name, *both in nlls]
    print_table("nll of words, nats per character", ["words", "counts", "net"], shown)


def print_twins(running: tuple[list[str], list[str]], twins: list[Twin], drawn: str) -> None:
    """Both running lists, then the names of both that begin at one place of the stream; `drawn` says of which."""
    from analysis.samples.twins import list_figures, same_names

    rows = [(one, other, "" if one == other else "differ") for one, other in zip(*running, strict=True)]
    print_table(f"names, {drawn}", ["counts", "net", ""], rows)
    aligned = [(one, other, "" if at is None else at + 1) for one, other, _, at in twins]
    print_table("each begun at one place of it", ["counts", "net", "differ at letter"], aligned)
    counts, net = (list_figures(words) for words in ([twin.first for twin in twins], [twin.second for twin in twins]))
    print_line(
        f"{same_names(twins)} of {len(twins)} are the same; mean length {counts.mean_length:.2f} and "
        f"{net.mean_length:.2f} letters, of one letter {counts.one_letter} and {net.one_letter}"
    )


def print_word(counted: Score, learned: Score, vocab: Vocabulary) -> None:
    """A word letter by letter, by both, for people."""
    pairs = zip(counted.letters, learned.letters, strict=True)
    rows = [(pair_label(one, vocab), f"{one.prob:.4f}", f"{other.prob:.4f}") for one, other in pairs]
    print_table(counted.word, ["bigram", "probability, counts", "probability, net"], rows)
    print_line(f"mean nll {counted.nll:.4f} by counts, {learned.nll:.4f} by the net, nats per character")
