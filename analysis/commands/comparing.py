"""The command that compares two models, the counted model and the net if none is named: compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from analysis.commands.compared import comparison_keys, for_people, for_programs, names_keys
from analysis.commands.lists import TableOptions, real_words
from analysis.commands.models import MODEL_HELP, NetOptions
from analysis.commands.options import Json, Option, OptionalSmoothing, SeedOption, StreamName, WordsNumber
from analysis.commands.pairs import COUNTS, NEURAL, read_sides, train_words
from analysis.commands.printing import print_answer
from analysis.commands.scoring import score_keys
from analysis.words.lists import clean_word

if TYPE_CHECKING:
    from analysis.net.distance import LamMatch, Match

PAIR_HELP = (
    "Once: compare this model with the net. Twice: compare two models. --smoothing is for counts, --epochs and the "
    f"other options of a net are for neural; if both models take them, for the second. {MODEL_HELP}"
)


def compare(
    *,
    model: Annotated[list[str] | None, Option(PAIR_HELP, "NAME")] = None,
    net: NetOptions,
    smoothing: OptionalSmoothing = None,
    n: WordsNumber,
    seed: SeedOption,
    stream: StreamName,
    word: Annotated[list[str] | None, Option("A word to score with both; may be repeated.", "WORD")] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Compare two models: how much they differ, and names of both from one stream. Without --model: counts and net."""
    sides = read_sides(model or (), smoothing, net, seed)
    tables, listed = source.open()
    from analysis.models.comparison import compare_models
    from analysis.models.likelihood import score_word
    from analysis.models.table import TableModel
    from analysis.net.distance import matching_lam, matching_smoothing
    from analysis.samples.paired import paired_samples, running_samples

    vocab = tables.vocab
    first, second = (side.open(tables, listed) for side in sides)
    probs = [one.probs for one in (first, second) if isinstance(one, TableModel)]
    if len(probs) < 2 and listed is None:
        raise ValueError(f"without whole words, only two bigram models can be compared, got {source.table_given}")
    over = None if len(probs) == 2 else listed  # two bigram models need only the tables
    scores = [
        [score_keys(score_word(clean_word(one), vocab, each), vocab, each.k) for each in (first, second)]
        for one in word or ()
    ]
    train = None if over is None else train_words(over)
    one, other = (side.open_of_train(tables, train) for side in sides)
    compared = compare_models(tables, (first, second), (one, other), over)
    matches: tuple[Match, LamMatch] | None = None
    if [side.name for side in sides] == [COUNTS, NEURAL]:
        matches = matching_smoothing(tables.all, probs[1]), matching_lam(tables.all, probs[0])
    running = running_samples(first, second, vocab, n, stream, seed)
    pairs = paired_samples(first, second, vocab, n, stream, seed)
    keys = comparison_keys(compared, matches, vocab) | names_keys(running, pairs, real_words(listed))
    if word:
        keys["words"] = [dict(zip(("counts", "neural"), both, strict=True)) for both in scores]
    people = for_people(keys, matches, vocab, sides, f"stream {stream}, seed {seed}")
    print_answer(json, for_programs(keys, sides), people)
