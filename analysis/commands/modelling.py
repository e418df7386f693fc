"""Commands that use a model: score, smooth, sample."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from analysis import settings
from analysis.commands.models import Epochs, Init, InitSeed, Lam, LearningRate, Model, NetOptions, model_probs
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    CorpusKey,
    Json,
    OptionalSmoothing,
    SeedOption,
    StreamName,
    WordsFile,
    WordsNumber,
    open_tables,
)
from analysis.commands.printing import print_json, print_line, print_table
from analysis.counts.likelihood import Letter, Score, mean_nll, perplexity, score_word
from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.samples.names import OWN_ROW, sample_many, sample_steps, sample_words
from analysis.samples.replay import Draw, draw_keys, slow_motion
from analysis.settings import show_number
from analysis.streams import open_stream
from analysis.streams.lecture import LectureStream
from analysis.streams.numbers import uniform_rows
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, labels, visible

OWN_ROWS_HELP = (
    f"Each word reads its own row of {OWN_ROW} random numbers, as the live table shows it, instead of one running "
    "stream: change the smoothing a little and most letters stay. A longer word is cut."
)

STEPS_HELP = "Also each draw: the letter before, the one that came, and the random numbers that decided it."


def score(
    word: Annotated[list[str], typer.Argument(metavar="WORD...", help="One or more words.")],
    smoothing: OptionalSmoothing = None,
    model: Model = settings.MODEL.default,
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    init: Init = None,
    init_seed: InitSeed = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """Each word letter by letter: probability, log-probability, mean nll in nats."""
    tables = open_tables(words_file, corpus)
    net = NetOptions(epochs, learning_rate, lam, init, init_seed)
    probs = model_probs(model, tables, smoothing, net, settings.SEED.default)
    scores = [score_word(clean_word(one), tables.vocab, probs) for one in word]
    if json:
        print_json([score_keys(one, tables.vocab) for one in scores])
        return
    for one in scores:
        rows = [(pair_label(x, tables.vocab), f"{x.prob:.4f}", f"{x.logprob:.4f}") for x in one.letters]
        print_table(one.word, ["bigram", "probability", "ln probability (nats)"], rows)
        print_line(f"log-likelihood {one.log_likelihood:.4f} nats, mean nll {one.nll:.4f} nats per character")
        if one.impossible:
            pairs = ", ".join(dict.fromkeys(pair_label(x, tables.vocab) for x in one.impossible))
            print_line(f"impossible because of {pairs}: that pair was never counted; smoothing above 0 allows it")


def score_keys(score: Score, vocab: Vocabulary) -> dict:
    """A score as `score --json` prints it."""
    letters = [
        {"bigram": vocab.itos[x.previous] + vocab.itos[x.next], "prob": x.prob, "logprob": x.logprob}
        for x in score.letters
    ]
    return {"word": score.word, "nll": score.nll, "log_likelihood": score.log_likelihood, "letters": letters}


def pair_label(letter: Letter, vocab: Vocabulary) -> str:
    """The pair of a letter, for people."""
    return visible(vocab.itos[letter.previous]) + visible(vocab.itos[letter.next])


def smooth(
    smoothing: Annotated[list[str], typer.Option("--smoothing", metavar="S ...", help=settings.SMOOTHING.help)] = (
        DEFAULT_SMOOTHING,
    ),
    more: Annotated[list[str] | None, typer.Argument(metavar="[S ...]", help="Further smoothings.")] = None,
    dev: Annotated[bool, typer.Option("--dev", help="Also count on train only, and score train and dev.")] = False,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """Mean nll, perplexity and row entropies at each smoothing: --smoothing 0 1 10."""
    tables = open_tables(words_file, corpus)
    if dev and not (tables.train.sum() and tables.dev.sum()):
        raise ValueError("--dev needs words to hold out: expected a list of 6 words or more")
    results = []
    for text in [*smoothing, *(more or [])]:
        value = settings.SMOOTHING.check(text)
        probs = smoothed_probs(tables.all, value)
        nll = mean_nll(tables.all, probs)
        result = {
            "smoothing": value,
            "nll": nll,
            "perplexity": perplexity(nll),
            "entropy": row_entropy(probs).tolist(),
        }
        if dev:
            held_out = smoothed_probs(tables.train, value)
            result |= {"train_nll": mean_nll(tables.train, held_out), "dev_nll": mean_nll(tables.dev, held_out)}
        results.append(result)
    if json:
        print_json(results)
        return
    columns = ["smoothing", "nll", "perplexity", "row entropies"] + (["train nll", "dev nll"] if dev else [])
    rows = []
    for r in results:
        entropies = f"{min(r['entropy']):.4f} to {max(r['entropy']):.4f}"
        row = [show_number(r["smoothing"]), f"{r['nll']:.6f}", f"{r['perplexity']:.4f}", entropies]
        rows.append(row + ([f"{r['train_nll']:.6f}", f"{r['dev_nll']:.6f}"] if dev else []))
    print_table("smoothing", columns, rows)
    print_line("smoothing in fake counts per cell, nll in nats per character, entropy in nats")
    if dev:
        print_line("train nll and dev nll: counted on the train words alone, scored on train and on dev")


def sample(
    n: WordsNumber = DEFAULT_N,
    seed: SeedOption = DEFAULT_SEED,
    stream: StreamName = settings.STREAM.default,
    smoothing: OptionalSmoothing = None,
    own_rows: Annotated[bool, typer.Option("--own-rows", help=OWN_ROWS_HELP)] = False,
    steps: Annotated[bool, typer.Option("--steps", help=STEPS_HELP)] = False,
    model: Model = settings.MODEL.default,
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    init: Init = None,
    init_seed: InitSeed = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """Words drawn from a model, the boundary stripped."""
    number, names_seed = settings.N.check(n), settings.SEED.check(seed)
    at_start = open_stream(stream, names_seed)
    if own_rows and stream != LectureStream.name:
        raise ValueError(f"--own-rows reads uniforms of the stream lecture, got --stream {stream}")
    if own_rows and steps:
        raise ValueError("--steps shows the draws of one running stream, got --own-rows")
    tables = open_tables(words_file, corpus)
    net = NetOptions(epochs, learning_rate, lam, init, init_seed)
    probs = model_probs(model, tables, smoothing, net, names_seed)
    if own_rows:
        print_words(sample_many(probs, tables.vocab, uniform_rows(names_seed, number, OWN_ROW)), json)
        return
    if not steps:
        print_words(sample_words(probs, tables.vocab, number, at_start), json)
        return
    words_drawn = sample_steps(probs, number, at_start)
    drawn = [tables.vocab.decode(step.next for step in word) for word in words_drawn]
    draws = slow_motion(probs, words_drawn, at_start)
    if json:
        print_json({"words": drawn, "steps": [draw_keys(draw, tables.vocab) for draw in draws]})
        return
    for number, group in groupby(draws, key=lambda draw: draw.word):
        print_table(drawn[number - 1] or "(empty)", *steps_table(list(group), tables.vocab))


def print_words(drawn: list[str], json: bool) -> None:
    """One word a line, or as JSON."""
    if json:
        print_json({"words": drawn})
        return
    for word in drawn:
        print_line(word)


def steps_table(draws: list[Draw], vocab: Vocabulary) -> tuple[list[str], list[list[str]]]:
    """The draws of one word for people: columns and rows, with what decided them as far as the stream shows it."""
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
