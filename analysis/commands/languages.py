"""The command `languages`: compare lists of several languages, and find the one that a word most likely comes from.

Which lists these are is in `language_lists`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.language_lists import added_list, choose_lists, open_lists
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, value_of
from analysis.commands.printing import note, print_json, print_line, print_table, some
from analysis.words.lists import clean_word
from analysis.words.vocabulary import display_char

if TYPE_CHECKING:
    from analysis.counts.word_list import WordList

PAIR_HELP = "Compare two lists on the letters that both have: on which pairs do they differ most?"
WORD_HELP = "Which list this word most likely comes from, letter by letter."
TEST_HELP = "How often the list of a held-out word is found, and which lists are taken for each other."
SCRIPT_HELP = (
    "Compare the lists in this script: Latin, Cyrillic ... [default: the script of the word, of the list, or Latin]"
)
LISTS_HELP = "Compare these lists, such as de,fr,names, instead of all lists in a script."
SMOOTHING_HELP = "For --word and --test: fake counts added to every cell, above 0.  [default: 0.1]"
DEFAULT_SMOOTHING = "0.1"  # near the best for held-out first names
TOP = 10  # pairs that are shown
LEADERS = 4  # lists that are shown letter by letter


def languages(
    *,
    pair: Annotated[tuple[str, str] | None, typer.Option("--pair", metavar="A B", help=PAIR_HELP)] = None,
    word: Annotated[str | None, typer.Option("--word", metavar="WORD", help=WORD_HELP)] = None,
    test: Annotated[bool, typer.Option("--test", help=TEST_HELP)] = False,
    script: Annotated[str | None, typer.Option("--script", help=SCRIPT_HELP)] = None,
    lists: Annotated[str | None, typer.Option("--lists", metavar="KEYS", help=LISTS_HELP)] = None,
    smoothing: Annotated[str | None, typer.Option("--smoothing", metavar="S", help=SMOOTHING_HELP)] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """How far lists of names are apart, and which language a name is from."""
    check_together(pair, word, test, script, lists, smoothing)
    fake = value_of(settings.SMOOTHING, DEFAULT_SMOOTHING if smoothing is None else smoothing)
    if fake == 0:
        raise ValueError("--smoothing must be above 0 here, so that every list is possible, got 0")
    added = added_list(source)
    if pair is not None:
        show_pair(open_lists(list(pair), added if added is not None and added.key in pair else None), json)
        return
    chosen = choose_lists(lists, script, clean_word(word or ""), added)
    if word is not None:
        show_word(clean_word(word), chosen, fake, json)
    elif test:
        show_test(chosen, fake, json)
    else:
        show_distances(chosen, json)


def check_together(
    pair: tuple[str, str] | None, word: str | None, test: bool, script: str | None, lists: str | None, fake: str | None
) -> None:
    """Raise ValueError for options that do not go together."""
    named = {"--pair": pair is not None, "--word": word is not None, "--test": test}
    if sum(named.values()) > 1:
        raise ValueError(f"give only one of {', '.join(named)}, got {', '.join(one for one in named if named[one])}")
    if script is not None and lists is not None:
        raise ValueError("give --script or --lists, not both")
    if pair is not None and (script is not None or lists is not None):
        raise ValueError("--pair names its two lists, got --script or --lists too")
    if fake is not None and word is None and not test:
        raise ValueError("--smoothing is for --word and --test: the other figures are of the counts alone")
    if word is not None and not clean_word(word):
        raise ValueError("--word must be a word with at least one letter, got nothing")


def show_distances(chosen: dict[str, WordList], json: bool) -> None:
    """The distance of every pair of lists; for people, the nearest and the farthest of each."""
    from analysis.models.languages.distances import measure_distances

    keys = list(chosen)
    distances = measure_distances({key: one.tables for key, one in chosen.items()}).tolist()
    if json:
        print_json({"lists": keys, "words": [one.summary.words for one in chosen.values()], "distances": distances})
        return
    rows = []
    for key, row in zip(keys, distances, strict=True):
        others = sorted((bits, other) for other, bits in zip(keys, row, strict=True) if other != key)
        ends = [cell for bits, other in (others[0], others[-1]) for cell in (other, f"{bits:.4f}")]
        rows.append([key, chosen[key].title, f"{chosen[key].summary.words:,}", *ends])
    print_table("distances", ["list", "name", "words", "nearest", "bits", "farthest", "bits"], rows)
    print_line("Jensen-Shannon divergence of the pairs of letters, 0 to 1 bit (--json has all distances)")


def show_pair(chosen: dict[str, WordList], json: bool) -> None:
    """Two lists on their shared letters."""
    from analysis.models.languages.distances import compare_shared, largest_differences

    one, other = chosen.values()
    shared = compare_shared(one.tables, other.tables)
    top = largest_differences(shared, TOP)
    if json:
        print_json(
            {
                "lists": list(chosen),
                "vocab": list(shared.vocab.itos),
                "only": list(shared.only),
                "kept": list(shared.kept),
                "distance": shared.distance,
                "counts": [shared.first.tolist(), shared.second.tolist()],
                "top": [pair._asdict() for pair in top],
            }
        )
        return
    print_line(f"{some(len(shared.vocab), 'character')} in both: {' '.join(map(display_char, shared.vocab.itos))}")
    for key, letters, kept in zip(chosen, shared.only, shared.kept, strict=True):
        only = " ".join(map(display_char, letters)) or "(none)"
        print_line(f"only in {key}: {only}; {100 * kept:.2f} % of its pairs are of the characters in both")
    rows = [
        (
            "".join(map(display_char, pair.pair)),
            f"{100 * pair.first:.3f} %",
            f"{100 * pair.second:.3f} %",
            f"{pair.bits:.5f}",
        )
        for pair in top
    ]
    print_table("where they differ most", ["pair", *chosen, "bits"], rows)
    print_line(f"distance {shared.distance:.4f} bits (Jensen-Shannon divergence of the pairs, 0 to 1 bit)")


def show_word(word: str, chosen: dict[str, WordList], smoothing: float, json: bool) -> None:
    """Which list a word most likely comes from."""
    from analysis.models.languages.classify import build_models, score_word_by_list

    scores = score_word_by_list(build_models({key: one.tables for key, one in chosen.items()}, smoothing), word)
    logprobs, posteriors = scores.logprobs.T.tolist(), scores.posteriors.T.tolist()  # by step
    totals = scores.log_likelihood.tolist()
    if json:
        steps = zip(scores.pairs, logprobs, posteriors, strict=True)
        letters = [{"bigram": pair, "logprob": one, "posterior": after} for pair, one, after in steps]
        keys: dict[str, Any] = {"word": word, "smoothing": smoothing, "lists": list(chosen)}
        print_json(keys | {"log_likelihood": totals, "posterior": posteriors[-1], "letters": letters})
        return
    order = scores.ranking
    names = list(chosen)
    rows = [(names[i], chosen[names[i]].title, f"{totals[i]:.4f}", f"{100 * posteriors[-1][i]:.2f} %") for i in order]
    print_table(word, ["list", "name", "ln P(word) (nats)", "P(list | word)"], rows)
    leaders = order[:LEADERS]
    table = [
        ("".join(map(display_char, pair)), *(f"{100 * after[i]:.2f} %" for i in leaders))
        for pair, after in zip(scores.pairs, posteriors, strict=True)
    ]
    print_table("P(list | the letters so far)", ["pair", *(names[i] for i in leaders)], table)


def show_test(chosen: dict[str, WordList], smoothing: float, json: bool) -> None:
    """Accuracy and confusions on the dev words; the models are counted on the train words.

    A list of which only the table is known has no such words, and is left out. Raises ValueError if fewer than two
    lists remain.
    """
    from analysis.models.languages.classify import build_models, count_confusions
    from analysis.words.split import split_words

    without = [key for key, one in chosen.items() if not one.has_parts]
    if len(chosen) - len(without) < 2:
        got = " and ".join(f"the table {key}" if key in without else key for key in chosen)
        raise ValueError(f"--test holds words out, so it needs two lists with words or more, got {got}")
    for key in without:
        del chosen[key]
        note(f"left out: {key}, of which only the table of counts is known")
    dev = {key: split_words(one.words).dev for key, one in chosen.items()}
    models = build_models({key: one.tables for key, one in chosen.items()}, smoothing, "train")
    found = count_confusions(models, dev)
    totals = [len(words) for words in dev.values()]
    if json:
        keys: dict[str, Any] = {"smoothing": smoothing, "lists": list(chosen), "words": totals}
        figures = {"accuracy": found.accuracy, "mean_recall": found.mean_recall, "recalls": found.recalls}
        print_json(keys | figures | {"confusions": found.table.tolist()})
        return
    rows = []
    for i, (key, row) in enumerate(zip(chosen, found.table.tolist(), strict=True)):
        recall = found.recalls[i]
        wrong = sorted(((count, one) for one, count in zip(chosen, row, strict=True) if one != key), reverse=True)
        share = "–" if recall is None else f"{100 * recall:.2f} %"
        other = f"{wrong[0][1]} {wrong[0][0]:,}" if wrong[0][0] else "–"
        rows.append([key, chosen[key].title, f"{totals[i]:,}", share, other])
    print_table("held-out words", ["list", "name", "words", "found", "most often taken for"], rows)
    print_line(
        f"accuracy {100 * found.accuracy:.2f} % of {some(sum(totals), 'word')}, mean over the lists "
        f"{100 * found.mean_recall:.2f} %, by chance {100 / len(chosen):.2f} %"
    )
