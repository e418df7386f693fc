"""The command that scores words with a model: score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.lists import TableOptions, read_words, words_or_note
from analysis.commands.models import ModelName, NetOptions, read_model
from analysis.commands.options import BEGINNING_HELP, Json, Option, OptionalSmoothing, ids_of_beginning, title_after
from analysis.commands.printing import Table, note, print_answer, some
from analysis.words.lists import clean_word, shown
from analysis.words.reading.list_format import ListFormat
from analysis.words.vocabulary import Vocabulary, display_char, labels

if TYPE_CHECKING:
    from analysis.counts.likelihood import Score
    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.models.base import Model

TOGETHER_HELP = "Also all words together: product, sum, mean; and the share of the list's words with a lower nll."


def score(
    *,
    word: Annotated[list[str] | None, typer.Argument(metavar="WORD...", help="One or more words.")] = None,
    file: Annotated[str | None, Option("Also the words of this file.", "FILE")] = None,
    smoothing: OptionalSmoothing = None,
    model: ModelName = settings.MODEL.default,
    net: NetOptions,
    together: Annotated[bool, Option(TOGETHER_HELP)] = False,
    beginning: Annotated[str | None, Option(f"Also the {BEGINNING_HELP}", "TEXT")] = None,
    source: TableOptions,
    json: Json = False,
) -> int:
    """Score each word letter by letter: probability, log-probability, mean nll in nats; and what comes after a text."""
    if not word and file is None and (together or beginning is None):
        raise ValueError("Missing argument 'WORD...': expected words, --file FILE or --beginning TEXT")
    open_model = read_model(model, smoothing, net, settings.SEED.default)
    fold = ListFormat(fold=source.fold, boundary=source.format.boundary)
    words = [clean_word(one.lower() if source.fold else one) for one in word or ()]
    words += () if file is None else read_words(file, fold).words
    tables, listed = source.open()
    from analysis.models.likelihood import score_word

    after = None if beginning is None else ids_of_beginning(beginning, tables.vocab, fold=source.fold)
    used, scores = open_model(tables, listed), []
    if not together or (listed is not None and words_or_note(listed) is None):
        listed = None
    for each in words:
        try:
            scores.append(score_word(each, tables.vocab, used))
        except ValueError as error:
            note(f"error: {shown(each)}: {error}")
    if scores or after is not None:
        sums = sum_up(scores, tables, used, listed) if together and scores else None
        keys = [score_keys(one, tables.vocab, used.k) for one in scores]
        more: dict[str, Any] = {} if sums is None else {"together": sums}
        people: Iterable[str | Table] = for_people(keys, used, sums, listed)
        if after is not None:
            more["next"] = next_keys(after, tables.vocab, used)
            people = chain(people, next_for_people(after, tables.vocab, more["next"]["probs"]))
        print_answer(json, {"words": keys, **more} if more else keys, people)
    return 0 if len(scores) == len(words) else 2


def next_keys(after: Sequence[int], vocab: Vocabulary, model: Model) -> dict[str, Any]:
    """The probability of each next character after some ids, in the order of `vocab`."""
    from analysis.models.base import next_after

    probs = next_after(model, [after])[0].tolist()
    return {"beginning": vocab.decode(after), "vocab": vocab.itos, "probs": probs}


def next_for_people(after: Sequence[int], vocab: Vocabulary, probs: Sequence[float]) -> Iterator[Table]:
    """The probability of each next character, as a table."""
    rows = [(label, f"{p:.6f}") for label, p in zip(labels(vocab), probs, strict=True)]
    yield Table(title_after(after, vocab), ["next", "probability"], rows)


def score_keys(score: Score, vocab: Vocabulary, k: int = 1) -> dict[str, Any]:
    """A score as `score --json` prints it; for a model with k > 1, the letters that it looked at too."""
    padded = vocab.boundary * k + score.word
    letters = [
        {"bigram": vocab.itos[x.previous] + vocab.itos[x.next], "prob": x.prob, "logprob": x.logprob}
        | ({"context": padded[i : i + k]} if k > 1 else {})
        for i, x in enumerate(score.letters)
    ]
    return {"word": score.word, "nll": score.nll, "log_likelihood": score.log_likelihood, "letters": letters}


def letters_label(letter: dict[str, Any]) -> str:
    """What a row of a score stands for: the pair; or, after more letters than one, all of them and the next."""
    return pair_label(letter.get("context", letter["bigram"][0]) + letter["bigram"][1])


def pair_label(bigram: str) -> str:
    """A pair for people: a space can be seen."""
    return "".join(map(display_char, bigram))


def sum_up(scores: Sequence[Score], tables: Tables, model: Model, listed: WordList | None) -> dict[str, Any]:
    """Product, sum and mean over the words, the share of the list below each, and the list's own nll, two ways.

    What needs the words of the list is None without them. `running` is the sum of the lecture's loop, in float32, which
    divides a table's `mass` (V, V), counts and fake counts, itself; its `probs` are the same, divided in float64.
    """
    from analysis.counts import likelihood
    from analysis.counts.bigrams import encode_words
    from analysis.counts.likelihood.steps import share_below, steps_of
    from analysis.models.likelihood import mean_nll, nlls_of_each
    from analysis.models.table import TableModel

    below: list[float | None] = [None] * len(scores)
    running: tuple[float | None, float | None] = (None, None)
    list_nll = None
    if listed is not None:
        nlls = nlls_of_each(listed.words, tables.vocab, model)
        below = [share_below(nlls, one.nll, listed.weights) for one in scores]
        list_nll = mean_nll(listed.words, tables.vocab, model, listed.weights)
    if isinstance(model, TableModel):
        list_nll = likelihood.mean_nll(tables.all, model.probs)  # from the counts, exactly
        if listed is not None and listed.weights is None:  # the loop knows no weights
            running = likelihood.running_sum(encode_words(listed.words, tables.vocab), model.mass)
    return {
        **steps_of(scores)._asdict(),
        "below": below,
        "list_nll": list_nll,
        "list_running_log_likelihood": running[0],
        "list_running_nll": running[1],
    }


def for_people(
    scores: list[dict[str, Any]], model: Model, sums: dict[str, Any] | None, listed: WordList | None
) -> Iterator[str | Table]:
    """The keys of --json: a table for each word, and why a word is impossible; then all words together."""
    from analysis.models.net import NetModel

    first = "bigram" if model.k == 1 else f"{model.k} letters, and the next"
    for one in scores:
        rows = [(letters_label(x), f"{x['prob']:.4f}", f"{x['logprob']:.4f}") for x in one["letters"]]
        yield Table(one["word"], [first, "probability", "ln probability (nats)"], rows)
        yield f"log-likelihood {one['log_likelihood']:.4f} nats, mean nll {one['nll']:.4f} nats per character"
        impossible = dict.fromkeys(letters_label(x) for x in one["letters"] if x["prob"] == 0)
        if impossible:
            never = f"{'that pair' if model.k == 1 else 'that'} was never counted; smoothing above 0 allows it"
            why = "the net gives it a probability of 0, to rounding" if isinstance(model, NetModel) else never
            yield f"impossible because of {', '.join(impossible)}: {why}"
    if sums is not None:
        yield from sums_for_people(sums)
    if sums is not None and listed is not None:
        shares = [(one["word"], f"{100 * below:.2f} %") for one, below in zip(scores, sums["below"], strict=True)]
        yield Table(f"among {some(listed.summary.words, 'word')}", ["word", "have a lower nll"], shares)


def sums_for_people(sums: dict[str, Any]) -> Iterator[str]:
    """All words together."""
    product = f"{sums['mantissa']:.4f}e{sums['exponent']}" if sums["mantissa"] else "0"
    at = sums["vanishes"]
    lost = "" if at is None else f" (in float32 it is 0 from character {at} on)"
    yield f"together, {some(sums['characters'], 'predicted character')}:"
    yield f"product {product}{lost}, log-likelihood {sums['log_likelihood']:.4f} nats"
    yield f"mean nll {sums['nll']:.4f} nats per character, perplexity {sums['perplexity']:.4f}"
    yield f"the whole list: mean nll {sums['list_nll']:.7f} nats per character"
    if sums["list_running_nll"] is not None:
        running = f"{sums['list_running_log_likelihood']:.4f} nats, mean nll {sums['list_running_nll']:.7f}"
        yield f"summed one by one in float32, as the lecture does: {running}"
