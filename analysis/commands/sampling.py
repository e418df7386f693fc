"""The command that draws words from a model: sample."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.models import ModelName, NetOptions, read_model
from analysis.commands.options import Json, OptionalSmoothing, SeedOption, StreamName, WordsNumber, value_of
from analysis.commands.printing import note, print_json, print_line, print_table
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, labels

if TYPE_CHECKING:
    from analysis.counts.word_list import WordList
    from analysis.samples.make import Wish
    from analysis.samples.replay import Draw

OWN_ROWS_HELP = (
    "Each word reads its own row of 40 random numbers, as the live table shows it, instead of one running "
    "stream: change the smoothing a little and most letters stay. A longer word is cut."
)
TEMPERATURE_HELP = f"{settings.TEMPERATURE.help} [0.01 to 100]"
NEW_HELP = "Only words that are not in the list."
START_HELP = "Only words that begin with this; the model goes on after its last letter."
SORT_HELP = f"Show the nll of each word, as the command score does. {settings.SORT.help}"
STEPS_HELP = "Also show each draw: the letter before, the letter drawn, and the random numbers that decided it."


@dataclass(frozen=True)
class WishOptions:
    """The options that say which words are wanted, as typed; None for those not given."""

    new: Annotated[bool, typer.Option("--new", help=NEW_HELP)] = False
    shortest: Annotated[str | None, typer.Option("--min", metavar="K", help=settings.SHORTEST.help)] = None
    longest: Annotated[str | None, typer.Option("--max", metavar="K", help=settings.LONGEST.help)] = None
    start: Annotated[str | None, typer.Option("--start", metavar="TEXT", help=START_HELP)] = None

    @property
    def given(self) -> list[str]:
        """The names of the given options, as typed."""
        named = {"--new": self.new, "--min": self.shortest, "--max": self.longest, "--start": self.start}
        return [option for option, value in named.items() if value not in (None, False)]

    def read(self) -> Wish:
        """The wish of the options, without the words of --new. ValueError for bad options."""
        from analysis.samples.make import Wish

        if self.start is not None and not clean_word(self.start):
            raise ValueError("--start must have at least one letter, got none")
        return Wish(
            clean_word(self.start or ""),
            settings.SHORTEST.default if self.shortest is None else value_of(settings.SHORTEST, self.shortest, "--min"),
            settings.LONGEST.default if self.longest is None else value_of(settings.LONGEST, self.longest, "--max"),
        )


def sample(
    *,
    n: WordsNumber,
    seed: SeedOption,
    stream: StreamName,
    smoothing: OptionalSmoothing = None,
    own_rows: Annotated[bool, typer.Option("--own-rows", help=OWN_ROWS_HELP)] = False,
    steps: Annotated[bool, typer.Option("--steps", help=STEPS_HELP)] = False,
    temperature: Annotated[str | None, typer.Option("--temperature", metavar="T", help=TEMPERATURE_HELP)] = None,
    wishes: WishOptions,
    sort: Annotated[str | None, typer.Option("--sort", help=SORT_HELP)] = None,
    model: ModelName = settings.MODEL.default,
    net: NetOptions,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Draw words from a model."""
    number, names_seed = value_of(settings.N, n), value_of(settings.SEED, seed)
    stream = value_of(settings.STREAM, stream)
    check_together(stream, own_rows, steps, wishes, sort)
    order = None if sort is None else value_of(settings.SORT, sort)
    heat = settings.TEMPERATURE.default if temperature is None else value_of(settings.TEMPERATURE, temperature)
    wish = wishes.read()
    open_model = read_model(model, smoothing, net, names_seed)
    tables, listed = source.open()
    if wishes.new:
        wish = replace(wish, known=known_words(listed))
    from analysis.models.likelihood import judge_words
    from analysis.models.temperature import heat_model
    from analysis.samples.make import make_words
    from analysis.samples.names import sample_own_rows, sample_words
    from analysis.samples.replay import draw_keys, slow_motion
    from analysis.streams import open_stream

    plain, opened = open_model(tables, listed), open_stream(stream, names_seed)
    used = heat_model(plain, heat)
    if not steps:
        more: dict[str, Any] = {}
        if wishes.given:
            made = make_words(used, tables.vocab, number, opened, wish)
            if made.shortfall:
                note(f"warning: {made.shortfall}")
            drawn, more["tries"] = made.words, made.tries
        elif own_rows:
            drawn = sample_own_rows(used, tables.vocab, number, names_seed)
        else:
            drawn = sample_words(used, tables.vocab, number, opened)
        if order is not None:
            judged = judge_words(drawn, tables.vocab, plain, order)
            drawn, more["nll"] = [one.word for one in judged], [one.nll for one in judged]
        print_words(drawn, more, json)
        return
    words = [list(word) for _, word in groupby(slow_motion(used, number, opened).draws, key=lambda draw: draw.word)]
    spelled = [tables.vocab.decode(draw.next for draw in word) for word in words]
    if json:
        print_json({"words": spelled, "steps": [draw_keys(draw, tables.vocab) for word in words for draw in word]})
        return
    for name, word in zip(spelled, words, strict=True):
        print_table(name or "(empty)", *steps_table(word, tables.vocab))


def check_together(stream: str, own_rows: bool, steps: bool, wishes: WishOptions, sort: str | None) -> None:
    """Raise ValueError for options that do not go together."""
    if own_rows and stream != "lecture":
        raise ValueError(f"--own-rows uses random numbers of the stream lecture, got --stream {stream}")
    if own_rows and steps:
        raise ValueError("--steps shows the draws of one running stream, got --own-rows")
    if wishes.given and (own_rows or steps):
        used_with = "--own-rows" if own_rows else "--steps"
        raise ValueError(f"{', '.join(wishes.given)}: for words of one running stream, got {used_with}")
    if sort is not None and steps:
        raise ValueError("--sort orders words, and --steps shows draws, got both")


def known_words(listed: WordList | None) -> Set[str]:
    """The words of a list. ValueError for a table without words; WordsMissing if they cannot be downloaded."""
    if listed is None:
        raise ValueError("--new needs whole words, and a table of counts has none")
    return frozenset(listed.words)


def print_words(drawn: list[str], more: dict[str, Any], json: bool) -> None:
    """One word on each line, or a table of words and their nlls, if `more` has them; or JSON."""
    if json:
        print_json({"words": drawn, **more})
        return
    if "nll" in more:
        rows = [(word or "(empty)", f"{nll:.4f}") for word, nll in zip(drawn, more["nll"], strict=True)]
        print_table("words", ["word", "nll (nats per character)"], rows)
        return
    for word in drawn:
        print_line(word)


def steps_table(draws: list[Draw], vocab: Vocabulary) -> tuple[list[str], list[list[str]]]:
    """The draws of one word for people: columns and rows, with the random numbers if the stream shows them."""
    characters = labels(vocab)
    rows = [
        [
            characters[draw.previous] + characters[draw.next],
            f"{draw.prob:.4f}",
            *draw.decided.cells(characters.__getitem__),
        ]
        for draw in draws
    ]
    return ["pair", "p", *draws[0].decided.columns], rows
