"""Commands that tell how well a model predicts: score, smooth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from analysis import settings
from analysis.commands.models import read_model
from analysis.commands.options import (
    DEFAULT_SMOOTHING,
    CorpusKey,
    CountsFile,
    Epochs,
    Init,
    InitSeed,
    Json,
    Lam,
    LearningRate,
    Model,
    NetOptions,
    Only,
    OptionalSmoothing,
    Skip,
    WordsFile,
    open_list,
    open_tables,
    value_of,
)
from analysis.commands.printing import print_json, print_line, print_table
from analysis.commands.together import print_together
from analysis.commands.together import together as one_text
from analysis.settings.numbers import show_number
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.counts.likelihood import Letter, Score

TOGETHER_HELP = "Also all words as one text: product, sum, mean; where each stands among the list's words."


def score(
    word: Annotated[list[str], typer.Argument(metavar="WORD...", help="One or more words.")],
    smoothing: OptionalSmoothing = None,
    model: Model = settings.MODEL.default,
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    init: Init = None,
    init_seed: InitSeed = None,
    skip: Skip = None,
    only: Only = None,
    together: Annotated[bool, typer.Option("--together", help=TOGETHER_HELP)] = False,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    counts_file: CountsFile = None,
    json: Json = False,
) -> None:
    """Each word letter by letter: probability, log-probability, mean nll in nats."""
    if together and counts_file is not None:
        raise ValueError(f"--together needs whole words, and a table has none, got --counts {counts_file}")
    net = NetOptions(epochs, learning_rate, lam, init, init_seed, skip, only)
    used = read_model(model, smoothing, net, settings.SEED.default)
    if together:
        tables, listed = open_list(words_file, corpus)
    else:
        tables, listed = open_tables(words_file, corpus, counts_file), None
    from analysis.counts.likelihood import score_word

    probs = used.probs(tables)
    scores = [score_word(clean_word(one), tables.vocab, probs) for one in word]
    sums = one_text(scores, tables, probs, used.mass(tables, probs), listed) if together else None
    if json:
        keys = [score_keys(one, tables.vocab) for one in scores]
        print_json(keys if sums is None else {"words": keys, "together": sums})
        return
    for one in scores:
        rows = [(pair_label(x, tables.vocab), f"{x.prob:.4f}", f"{x.logprob:.4f}") for x in one.letters]
        print_table(one.word, ["bigram", "probability", "ln probability (nats)"], rows)
        print_line(f"log-likelihood {one.log_likelihood:.4f} nats, mean nll {one.nll:.4f} nats per character")
        if one.impossible:
            pairs = ", ".join(dict.fromkeys(pair_label(x, tables.vocab) for x in one.impossible))
            print_line(f"impossible because of {pairs}: {used.impossible}")
    if sums is not None:
        print_together(sums, scores, listed)


def score_keys(score: Score, vocab: Vocabulary) -> dict:
    """A score as `score --json` prints it."""
    letters = [
        {"bigram": vocab.itos[x.previous] + vocab.itos[x.next], "prob": x.prob, "logprob": x.logprob}
        for x in score.letters
    ]
    return {"word": score.word, "nll": score.nll, "log_likelihood": score.log_likelihood, "letters": letters}


def pair_label(letter: Letter, vocab: Vocabulary) -> str:
    """The pair of a letter, for people."""
    return display_char(vocab.itos[letter.previous]) + display_char(vocab.itos[letter.next])


def smooth(
    smoothing: Annotated[list[str], typer.Option("--smoothing", metavar="S ...", help=settings.SMOOTHING.help)] = (
        DEFAULT_SMOOTHING,
    ),
    more: Annotated[list[str] | None, typer.Argument(metavar="[S ...]", help="Further smoothings.")] = None,
    dev: Annotated[bool, typer.Option("--dev", help="Also count on train only, and score train and dev.")] = False,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    counts_file: CountsFile = None,
    json: Json = False,
) -> None:
    """Mean nll, perplexity and row entropies at each smoothing: --smoothing 0 1 10."""
    values = [value_of(settings.SMOOTHING, text) for text in [*smoothing, *(more or [])]]
    tables = open_tables(words_file, corpus, counts_file)
    from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect

    if dev and counts_file is not None:
        raise ValueError(f"--dev needs words to hold out, and a table has none, got --counts {counts_file}")
    if dev and not (tables.train.sum() and tables.dev.sum()):
        raise ValueError("--dev needs words to hold out: expected a list of 6 words or more")
    results = []
    for value in values:
        effect = smoothing_effect(tables, value)
        result = {
            "smoothing": value,
            "nll": effect.nll,
            "perplexity": effect.perplexity,
            "entropy": row_entropy(smoothed_probs(tables.all, value)).tolist(),
            "mean_entropy": effect.entropy,
        }
        results.append(result | ({"train_nll": effect.train_nll, "dev_nll": effect.dev_nll} if dev else {}))
    if json:
        print_json(results)
        return
    columns = ["smoothing", "nll", "perplexity", "mean entropy"] + (["train nll", "dev nll"] if dev else [])
    rows = []
    for r in results:
        row = [show_number(r["smoothing"]), f"{r['nll']:.6f}", f"{r['perplexity']:.4f}", f"{r['mean_entropy']:.4f}"]
        rows.append(row + ([f"{r['train_nll']:.6f}", f"{r['dev_nll']:.6f}"] if dev else []))
    print_table("smoothing", columns, rows)
    print_line("smoothing in fake counts per cell, nll in nats per character")
    print_line("mean entropy in nats, over the rows (--json has the entropy of each row)")
    if dev:
        print_line("train nll and dev nll: counted on the train words alone, scored on train and on dev")
