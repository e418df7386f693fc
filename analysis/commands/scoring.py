"""The command that scores words with a model: score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.models import Model, NetOptions, read_model
from analysis.commands.options import Json, OptionalSmoothing, TableOptions, read_words, words_or_note
from analysis.commands.printing import note, print_json, print_line, print_table, some
from analysis.words.list_format import ListFormat
from analysis.words.lists import clean_word, shown
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    from analysis.counts.likelihood import Letter, Score
    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.models.table import TableModel

TOGETHER_HELP = "Also all words together: product, sum, mean; and the share of the list's words with a lower nll."


def score(
    *,
    word: Annotated[list[str] | None, typer.Argument(metavar="WORD...", help="One or more words.")] = None,
    file: Annotated[str | None, typer.Option("--file", metavar="FILE", help="Also the words of this file.")] = None,
    smoothing: OptionalSmoothing = None,
    model: Model = settings.MODEL.default,
    net: NetOptions,
    together: Annotated[bool, typer.Option("--together", help=TOGETHER_HELP)] = False,
    source: TableOptions,
    json: Json = False,
) -> int:
    """Score each word letter by letter: probability, log-probability, mean nll in nats."""
    if not word and file is None:
        raise ValueError("Missing argument 'WORD...': expected words, or --file FILE")
    open_model = read_model(model, smoothing, net, settings.SEED.default)
    fold = ListFormat(fold=source.fold, boundary=source.format.boundary)
    words = [clean_word(one.lower() if source.fold else one) for one in word or ()]
    words += () if file is None else read_words(file, fold).words
    tables, listed = source.open()
    if not together or (listed is not None and words_or_note(listed) is None):
        listed = None
    from analysis.models.likelihood import score_word
    from analysis.models.table import CountedModel

    used, scores = open_model(tables), []
    for each in words:
        try:
            scores.append(score_word(each, tables.vocab, used))
        except ValueError as error:
            note(f"error: {shown(each)}: {error}")
    status = 0 if len(scores) == len(words) else 2
    if not scores:
        return status
    sums = sum_up(scores, tables, used, listed) if together else None
    if json:
        keys = [score_keys(one, tables.vocab) for one in scores]
        print_json(keys if sums is None else {"words": keys, "together": sums})
        return status
    for one in scores:
        rows = [(pair_label(x, tables.vocab), f"{x.prob:.4f}", f"{x.logprob:.4f}") for x in one.letters]
        print_table(one.word, ["bigram", "probability", "ln probability (nats)"], rows)
        print_line(f"log-likelihood {one.log_likelihood:.4f} nats, mean nll {one.nll:.4f} nats per character")
        if one.impossible:
            pairs = ", ".join(dict.fromkeys(pair_label(x, tables.vocab) for x in one.impossible))
            never = "that pair was never counted; smoothing above 0 allows it"
            why = never if isinstance(used, CountedModel) else "the net gives it a probability of 0, to rounding"
            print_line(f"impossible because of {pairs}: {why}")
    if sums is not None:
        print_sums(sums, scores, listed)
    return status


def score_keys(score: Score, vocab: Vocabulary) -> dict[str, Any]:
    """A score as `score --json` prints it."""
    letters = [
        {"bigram": vocab.itos[x.previous] + vocab.itos[x.next], "prob": x.prob, "logprob": x.logprob}
        for x in score.letters
    ]
    return {"word": score.word, "nll": score.nll, "log_likelihood": score.log_likelihood, "letters": letters}


def pair_label(letter: Letter, vocab: Vocabulary) -> str:
    """The pair of a letter, for people."""
    return display_char(vocab.itos[letter.previous]) + display_char(vocab.itos[letter.next])


def sum_up(scores: Sequence[Score], tables: Tables, model: TableModel, listed: WordList | None) -> dict[str, Any]:
    """Product, sum and mean over the words, the share of the list below each, and the list's own nll, two ways.

    What needs the words of the list is None without them. `running` is the sum of the lecture's loop, in float32, which
    divides the model's `mass` (V, V), counts and fake counts, itself; its `probs` are the same, divided in float64.
    """
    from analysis.counts.bigrams import encode_words
    from analysis.counts.likelihood import mean_nll, running_sum
    from analysis.counts.likelihood.steps import nlls_of_words, share_below, steps_of

    steps = steps_of(scores)
    below: list[float | None] = [None] * len(scores)
    running: tuple[float | None, float | None] = (None, None)
    if listed is not None:
        ids = encode_words(listed.words, tables.vocab)
        nlls = nlls_of_words(ids, model.probs)
        below = [share_below(nlls, one.nll, listed.weights) for one in scores]
        running = running_sum(ids, model.mass) if listed.weights is None else running  # the loop knows no weights
    return {
        **steps._asdict(),
        "below": below,
        "list_nll": mean_nll(tables.all, model.probs),
        "list_running_log_likelihood": running[0],
        "list_running_nll": running[1],
    }


def print_sums(sums: dict[str, Any], scores: Sequence[Score], listed: WordList | None) -> None:
    """The same for people."""
    print_line(f"together, {some(sums['characters'], 'predicted character')}:")
    product = f"{sums['mantissa']:.4f}e{sums['exponent']}" if sums["mantissa"] else "0"
    at = sums["vanishes"]
    lost = "" if at is None else f" (in float32 it is 0 from character {at} on)"
    print_line(f"product {product}{lost}, log-likelihood {sums['log_likelihood']:.4f} nats")
    print_line(f"mean nll {sums['nll']:.4f} nats per character, perplexity {sums['perplexity']:.4f}")
    print_line(f"the whole list: mean nll {sums['list_nll']:.7f} nats per character")
    if listed is None:
        return
    if sums["list_running_nll"] is not None:
        print_line(
            f"summed one by one in float32, as the lecture does: {sums['list_running_log_likelihood']:.4f} nats, "
            f"mean nll {sums['list_running_nll']:.7f}"
        )
    rows = [(one.word, f"{100 * below:.2f} %") for one, below in zip(scores, sums["below"], strict=True)]
    print_table(f"among {some(listed.summary.words, 'word')}", ["word", "have a lower nll"], rows)
