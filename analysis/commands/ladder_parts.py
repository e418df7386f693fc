"""What the options of the command ladder show in place of its table: cells and copies, mix, next characters, words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from analysis import settings
from analysis.commands.options import BEGINNING_HELP, Option, given_options, ids_of_beginning, title_after
from analysis.commands.printing import Table, note
from analysis.words.names import WordsMissing
from analysis.words.vocabulary import Vocabulary, display_char, labels

if TYPE_CHECKING:
    from analysis.counts.word_list import WordList
    from analysis.models.base import Model

CONTEXTS_HELP = (
    "In place of the table: for each K, how many cells a table has and how many are ever seen; and the share (0 to 1) "
    "of the words of kn:K that are copies of the list. Counted on all words."
)
MIX_HELP = "In place of the table: the dev nll of each of the three models in mix, their weights, and its vowels."
SIDE_BY_SIDE = "In place of the table: for the bigram, kn:5 and each trained net"
OF_BEGINNING_HELP = f"{SIDE_BY_SIDE}, the {BEGINNING_HELP} And what the Transformer looks at there (shares, 0 to 1)."
N_HELP = f"{SIDE_BY_SIDE}, N words of the stream lecture."


@dataclass(frozen=True)
class PartOptions:
    """The options that show something else than the table."""

    contexts: Annotated[bool, Option(CONTEXTS_HELP)] = False
    mix: Annotated[bool, Option(MIX_HELP)] = False
    beginning: Annotated[str | None, Option(OF_BEGINNING_HELP, "TEXT")] = None
    n: Annotated[int | None, Option(N_HELP, "N", setting=settings.N)] = None
    seed: Annotated[int | None, Option("Seed of the words of --n.", "S", setting=settings.SEED)] = None

    def check(self, k: int | None, trained: list[str] | None, mean: list[str] | None) -> None:
        """Raise ValueError for options that do not go together."""
        if self.seed is not None and self.n is None:
            raise ValueError("--seed is for the words of --n, got no --n")
        others = [name for name, value in (("--trained", trained), ("--mean", mean)) if value]
        if self.given and others:
            raise ValueError(f"{', '.join(others)}: for the table of all models, got {', '.join(self.given)}")
        if self.given and k is not None and not self.contexts:
            raise ValueError(f"--k: for the table of all models and --contexts, got {', '.join(self.given)}")

    @property
    def given(self) -> list[str]:
        """The options that are given, as typed; none of them for the table."""
        return given_options(self)

    def read(self, listed: WordList, k: int | None, *, fold: bool, own: bool) -> list[Part]:
        """What the options ask for. `fold`: capitals become small letters. `own`: the list is not the default.

        Raises ValueError for what cannot be, and WordsMissing if the words are needed.
        """
        parts: list[Part] = []
        if self.contexts:
            parts.append(contexts_part(listed, most_letters(listed, k)))
        if self.mix:
            parts.append(mix_part(listed))
        if self.beginning is None and self.n is None:
            return parts
        vocab = listed.tables.vocab
        after = None if self.beginning is None else ids_of_beginning(self.beginning, vocab, fold=fold)
        models = models_side_by_side(listed, own)
        if after is not None:
            parts += next_parts(after, vocab, models)
        if self.n is not None:
            parts.append(words_part(models, vocab, self.n, settings.SEED.default if self.seed is None else self.seed))
        return parts


class Part(NamedTuple):
    """One part: its keys of --json, and the function that makes its lines and tables for people."""

    keys: dict[str, Any]
    people: Callable[[], Iterator[str | Table]]


def most_letters(listed: WordList, k: int | None) -> int:
    """The most letters of context that are counted: k, or 7, or as many as the longest word has."""
    return min(settings.K.default, max(map(len, listed.words))) if k is None else k


def contexts_part(listed: WordList, k: int) -> Part:
    """The cells of 0 ... k letters of context, and the copies of Kneser-Ney."""
    from analysis.counts.contexts import count_words
    from analysis.counts.contexts.sizes import sizes_of_counts
    from analysis.models.ngrams.choose import check_letters
    from analysis.models.ngrams.kneser_ney import all_kneser_ney
    from analysis.models.ngrams.overview import shares_by_heart
    from analysis.views.captions import percent

    check_letters(k, listed.words, "the ladder")
    counts = count_words(listed.words, listed.tables.vocab, k, listed.weights)
    shares = shares_by_heart(listed.words, counts, all_kneser_ney(counts))
    sizes = [size._asdict() | {"in_list": share} for size, share in zip(sizes_of_counts(counts), shares, strict=True)]

    def people() -> Iterator[str | Table]:
        rows = [
            (
                one["letters"],
                f"{one['cells']:,}",
                f"{one['seen']:,}",
                percent(one["share"]),
                f"{one['examples']:.1f}",
                percent(one["in_list"]),
            )
            for one in sizes
        ]
        columns = ["k", "cells", "ever seen", "share", "examples a cell seen", "copies"]
        yield Table("counted on all words, by k letters of context", columns, rows)
        yield "copies: the share of the words made by kn:k that are in the list; exact, no words are drawn for it"

    return Part({"contexts": sizes}, people)


def mix_part(listed: WordList) -> Part:
    """The mixture: its three models alone, and all together."""
    from analysis.models.ngrams.overview import mixture_nlls

    vocab = listed.tables.vocab
    known = mixture_nlls(listed.words, vocab, listed.weights)
    vowels = [vocab.itos[i] for i in known.vowels]

    def people() -> Iterator[str | Table]:
        names = ["five letters", "four letters and the place", "two letters and the pattern"]
        alone = zip(names, known.alone, known.weights, strict=True)
        rows = [(name, f"{nll:.4f}", f"{weight:.4f}") for name, nll, weight in alone]
        yield Table(
            "mix, made from the train words", ["model", "dev", "weight"], [*rows, ("mix", f"{known.dev:.4f}", "")]
        )
        yield f"dev: nll in nats per character; test nll of mix: {known.test:.4f}"
        yield f"vowels, found by counting: {' '.join(map(display_char, vowels)) or 'none'}"

    keys = {"dev_nll_alone": known.alone, "weights": known.weights, "dev_nll": known.dev, "test_nll": known.test}
    return Part({"mix": keys | {"vowels": vowels}}, people)


def models_side_by_side(listed: WordList, own: bool) -> dict[str, Model]:
    """The models by name; if the words of the default list are missing, those that do not need them, and a note."""
    from analysis.models.trained.rungs import shipped_nets
    from analysis.models.trained.side_by_side import side_by_side

    try:
        nets = shipped_nets(listed)
    except WordsMissing as missing:
        if own:
            raise
        note(f"counts of longer contexts need the words: {missing}")
        return side_by_side(listed, shipped_nets(), with_words=False)
    return side_by_side(listed, nets, with_words=True)


def next_parts(after: list[int], vocab: Vocabulary, models: dict[str, Model]) -> Iterator[Part]:
    """The next characters of each model; and what the Transformer looks at, if it is one of them."""
    from analysis.models.trained.model import TrainedModel
    from analysis.models.trained.nets.transformer import Transformer
    from analysis.models.trained.pictures import attention_after
    from analysis.models.trained.side_by_side import SMOOTHING, next_probs_of_each

    probs = {name: rows[0].tolist() for name, rows in next_probs_of_each(models, [after]).items()}
    title, characters = title_after(after, vocab), labels(vocab)

    def next_for_people() -> Iterator[str | Table]:
        columns = zip(*probs.values(), strict=True)
        rows = [(label, *(f"{p:.4f}" for p in row)) for label, row in zip(characters, columns, strict=True)]
        yield Table(f"probability of the next character {title}", ["next", *probs], rows)
        yield f"made from the train words; the bigram has {SMOOTHING:g} fake count in each cell"

    yield Part({"next": {"beginning": vocab.decode(after), "vocab": vocab.itos, "probs": probs}}, next_for_people)
    transformer = models.get("transformer")
    if not isinstance(transformer, TrainedModel) or not isinstance(transformer.net, Transformer):
        return
    ids, shares = attention_after(transformer.net, after)

    def attention_for_people() -> Iterator[str | Table]:
        rows = [
            (characters[i], *(f"{share:.4f}" for share in column))
            for i, column in zip(ids, shares.T.tolist(), strict=True)
        ]
        layers = [f"layer {layer}" for layer in range(1, len(shares) + 1)]
        yield Table(f"what the Transformer looks at {title}", ["letter", *layers], rows)
        yield "a share is the mean of the heads of a layer; the shares of a layer sum to 1"

    keys = {"letters": [vocab.itos[i] for i in ids], "shares": shares.tolist()}
    yield Part({"attention": keys}, attention_for_people)


def words_part(models: dict[str, Model], vocab: Vocabulary, n: int, seed: int) -> Part:
    """Words of each model."""
    from analysis.samples.names import sample_from_each

    drawn = sample_from_each(models, vocab, n, seed)

    def people() -> Iterator[str]:
        yield f"words drawn from each, stream lecture, seed {seed}:"
        for name, words in drawn.items():
            yield f"  {name}: {', '.join(word or '(empty)' for word in words)}"

    return Part({"words": drawn}, people)
