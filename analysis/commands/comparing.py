"""The command that compares the counted model, or another one, with the net: compare."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from analysis import settings
from analysis.commands.compared import comparison_keys, for_people, names_keys, of_another_model
from analysis.commands.lists import TableOptions, real_words
from analysis.commands.models import MODEL_HELP, Net, NetOptions, read_model
from analysis.commands.options import Json, Option, OptionalSmoothing, SeedOption, StreamName, WordsNumber
from analysis.commands.printing import note, print_answer
from analysis.commands.scoring import score_keys
from analysis.settings.numbers import show_number
from analysis.words.lists import clean_word
from analysis.words.split import split_words

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.net.distance import LamMatch, Match

COUNTS = settings.MODEL.default


def compare(
    *,
    model: Annotated[str, Option(f"The model beside the net: {MODEL_HELP}")] = COUNTS,
    net: NetOptions,
    smoothing: OptionalSmoothing = None,
    n: WordsNumber,
    seed: SeedOption,
    stream: StreamName,
    word: Annotated[list[str] | None, Option("A word to score with both; may be repeated.", "WORD")] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Compare the counted model with the net: how much they differ, and the names of both from one stream."""
    trained, open_first = net.read(seed), read_model(model, smoothing, NetOptions(), seed)
    tables, words = source.open()
    from analysis.counts.smoothing import smoothed_probs
    from analysis.models.comparison import compare_models, compare_with_net
    from analysis.models.likelihood import score_word
    from analysis.models.net import NetModel
    from analysis.net.distance import matching_lam, matching_smoothing
    from analysis.samples.paired import paired_samples, running_samples

    vocab, fake = tables.vocab, settings.SMOOTHING.default if smoothing is None else smoothing
    single = None if model == COUNTS else single_words(model, words)
    first = open_first(tables, words)
    learned = NetModel(trained.train(tables).weights)
    scores = [
        [score_keys(score_word(clean_word(one), vocab, each), vocab, each.k) for each in (first, learned)]
        for one in word or []
    ]
    of_train = train_weights(trained, tables)
    matches: tuple[Match, LamMatch] | None = None
    if single is None:
        compared = compare_with_net(tables, fake, learned.weights, of_train)
        matches = (
            matching_smoothing(tables.all, learned.probs),
            matching_lam(tables.all, smoothed_probs(tables.all, fake)),
        )
    else:
        pair = None
        if of_train is not None and not os.path.isfile(model):  # a file may know the other words
            pair = (
                open_first(
                    replace(tables, all=tables.train), replace(single, own=tuple(split_words(single.words).train))
                ),
                NetModel(of_train),
            )
        compared = compare_models(vocab, single.words, (first, learned), pair)
    running = running_samples(first, learned, vocab, n, stream, seed)
    pairs = paired_samples(first, learned, vocab, n, stream, seed)
    keys = comparison_keys(compared, matches, vocab) | names_keys(running, pairs, real_words(words))
    if word:
        keys["words"] = [dict(zip(("counts", "neural"), both, strict=True)) for both in scores]
    people = for_people(keys, matches, vocab, model, show_number(fake), f"stream {stream}, seed {seed}")
    print_answer(json, keys if single is None else of_another_model(keys), people)


def single_words(model: str, words: WordList | None) -> WordList:
    """The list over which another model is compared; ValueError for a table, or words with weights."""
    if words is None or words.weights is not None:
        got = "a table of counts" if words is None else "words with --weights"
        raise ValueError(f"--model {model} is compared with the net over single words, got {got}")
    return words


def train_weights(net: Net, tables: Tables) -> torch.Tensor | None:
    """The weights (V, V) of the same net, trained on the train words only.

    None if there are no such words, if the net starts with the weights of another run (which may know the other
    words), or if it is trained on one word.
    """
    if net.only is not None or net.init not in settings.INIT.options or not tables.train.sum():
        return None
    note("the same net on the train words only:")
    return net.train(replace(tables, all=tables.train)).weights
