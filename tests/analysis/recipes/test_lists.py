"""The scripts and the commands of all pages on other lists: built-in, own words, weighted ones, a table of counts."""

import json
import re
import shlex

import pytest

from analysis.__main__ import main
from analysis.counts.baselines import compare_baselines
from analysis.counts.contexts import count_words
from analysis.counts.likelihood import mean_nll, score_word
from analysis.counts.likelihood.scaled_count import scale_count
from analysis.counts.normalization.divisions import compare_divisions
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.word_list import WordList, list_of_words, load_list
from analysis.models.base import next_after
from analysis.models.comparison import compare_with_net
from analysis.models.ngrams.choose import NgramName
from analysis.models.ngrams.overview import shares_by_heart
from analysis.net.forward import initial_weights
from analysis.net.forward_trace import before_neuron, trace_forward
from analysis.net.regularization import side_by_side
from analysis.net.training import train
from analysis.recipes import Source, own_text, source_of
from analysis.recipes.pages import (
    baselines_recipe,
    bigrams_recipe,
    comparison_recipe,
    contexts_recipe,
    forward_recipe,
    likelihood_recipe,
    make_names_recipe,
    normalization_recipe,
    own_list_recipe,
    regularization_recipe,
    sampling_recipe,
    smoothing_recipe,
    training_recipe,
    words_recipe,
)
from analysis.samples.names import sample_words
from analysis.settings.pins import Comparison
from analysis.streams import open_stream
from tests.word_lists import TEST_LISTS, add_test_lists

ODD = ["-ana", "san josé", "o'neil", 'a"b', "c\\d", "$x y", "กิน", "=1+1", "#u", "-ana", "né", "san"]
OF_THE_LECTURE = re.compile(r"\b27\b|\bemma\b|names\.txt|isabella")


class Counted(WordList):
    """A list of which only the table is known."""

    has_words = property(lambda self: False)


LISTS = {
    "built_in": ("chars14", TEST_LISTS["chars14"]),
    "own": ("own", list_of_words(ODD)),
    "weighted": ("own", list_of_words(sorted(set(ODD)), weights=[3_000_000_000, *range(1, len(set(ODD)))])),
    "table": ("own", Counted("own", "A table", "word", "words", own=TEST_LISTS["chars60"].own)),
}


@pytest.fixture(params=LISTS)
def words(request, monkeypatch):
    add_test_lists(monkeypatch)
    key, known = LISTS[request.param]
    return load_list(key) if request.param == "built_in" else known


@pytest.fixture
def beside(words, tmp_path, monkeypatch, capsys):
    """The file that the scripts read, written as the page says. A table is counted from its words here."""
    monkeypatch.chdir(tmp_path)
    source = source_of(words)
    (tmp_path / "own.txt").write_text(own_text(words), encoding="utf-8")
    if source.save:
        save = source.save.replace('--table "..."', "--words own.txt")
        assert main(shlex.split(save.removeprefix("python -m analysis "))) == 0
        capsys.readouterr()


@pytest.fixture
def run(run_lines, run_commands, words):
    """Run a recipe: what its script prints, by the first word of each line, as numbers; what its commands print."""

    def run(recipe):
        assert not OF_THE_LECTURE.search("\n".join([recipe.code, *recipe.commands]))
        lines = run_lines(recipe) if recipe.code else None
        assert bool(lines) == bool(recipe.code)
        return lines, run_commands(recipe)

    return run


def reads_words(words):
    """True if the scripts read the words of a list one by one."""
    return not source_of(words).reads_table


def numbers(line):
    return [float(value) for value in line.split() if re.fullmatch(r"-?\d.*|inf|nan", value)]


def test_contexts(words, run):
    if not words.has_words:
        pytest.skip("of a table, the page says that it needs words")
    lines, printed = run(contexts_recipe(words, 2, 0.5, words.words[0][:2], seed=7, n=3))
    vocab = words.tables.vocab
    model = NgramName("kn", 2).count(words.words, vocab, words.weights)
    assert printed[-1]["words"] == sample_words(model, vocab, 3, open_stream("lecture", 7))
    assert not lines or lines["name"] == printed[-1]["words"]
    row = next_after(model, [vocab.encode(words.words[0][:2])[1:-1]])[0].tolist()
    assert printed[-3]["next"]["probs"] == pytest.approx(row)
    counts = count_words(words.words, vocab, 2, words.weights)
    (parts,) = (one for one in printed if "contexts" in one)
    assert parts["contexts"][2]["in_list"] == pytest.approx(shares_by_heart(words.words, counts, [model])[0])
    assert parts["contexts"][0]["examples"] == pytest.approx(words.summary.bigrams / len(counts.orders[0].cells))
    if lines:
        assert lines["cells"] == [f"{parts['contexts'][2]['cells']} {parts['contexts'][2]['seen']}"]
        assert float(lines["by-heart"][0]) == pytest.approx(parts["contexts"][2]["in_list"])


def test_smoothing(words, run):
    tables, row = words.tables, words.tables.vocab.itos[1]
    lines, (smooth, bigrams, own_rows, sample) = run(smoothing_recipe(words, 0.5, row, seed=7, n=3, shown=2))
    probs = smoothed_probs(tables.all, 0.5)
    nll, names = mean_nll(tables.all, probs), sample_words(probs, tables.vocab, 3, open_stream("lecture", 7))
    assert [*numbers(lines["nll"][0]), smooth[0]["nll"]] == pytest.approx([nll, nll], abs=1e-12)
    assert [cell["prob"] for cell in bigrams["row"]] == pytest.approx(probs[1].tolist())
    assert (lines["lecture"], sample["words"]) == (names, names)
    assert lines["name"] == own_rows["words"]
    dev = mean_nll(tables.dev, smoothed_probs(tables.train, 0.5)) if words.has_words else None
    assert smooth[0].get("dev_nll") == dev
    assert [numbers(line) for line in lines.get("dev", [])] == ([[pytest.approx(dev)]] if reads_words(words) else [])


@pytest.mark.parametrize(("short", "held_out"), [(["ab", "b", "abba"], {"train_nll", "dev_nll"}), (["ab"], set())])
def test_the_command_of_smoothing_runs_on_a_list_too_short_for_dev_words(
    short, held_out, tmp_path, monkeypatch, run_commands
):
    monkeypatch.chdir(tmp_path)
    words = list_of_words(short)
    (tmp_path / "own.txt").write_text(own_text(words), encoding="utf-8")
    ((smooth,), *_) = run_commands(smoothing_recipe(words, 0.5, ".", seed=7, n=3, shown=2))
    assert {key for key in ("train_nll", "dev_nll") if key in smooth} == held_out
    assert smooth["nll"] == pytest.approx(mean_nll(words.tables.all, smoothed_probs(words.tables.all, 0.5)))


def test_baselines(words, run):
    lines, printed = run(baselines_recipe(words, 0.5, seed=7, n=3))
    bigram = compare_baselines(words.tables, 0.5)[-1]
    names = sample_words(bigram.probs, words.tables.vocab, 3, open_stream("lecture", 7))
    assert (lines is not None) == reads_words(words)
    if lines:
        assert numbers(lines["bigram"][0]) == pytest.approx([bigram.nll, bigram.dev_nll], abs=1e-12)
        assert numbers(lines["context"][3])[2] == printed[0]["contexts"][3]["seen"]
        assert lines["lecture"][-3:] == names
    if words.has_words:
        shown = printed[0]["models"][-1]
        assert (shown["nll"], shown["dev_nll"], shown["words"]) == (bigram.nll, bigram.dev_nll, names)
    else:
        assert (printed[0][0]["nll"], printed[1]["words"]) == (bigram.nll, names)


@pytest.mark.parametrize("two_marks", [False, True])
def test_bigrams(two_marks, words, run):
    row = words.tables.vocab.itos[1]
    lines, (table,) = run(
        bigrams_recipe(words, row, two_marks=two_marks, first=5 if words is LISTS["own"][1] else None)
    )
    assert lines["bigrams"] == [str(sum(map(sum, table["counts"])))]
    assert [cell["count"] for cell in table["row"]] == json.loads(lines["counts"][0])


def test_comparison(words, run):
    tables, word = words.tables, words.own[0]
    lines, (printed,) = run(comparison_recipe(words, Comparison(smoothing=1, epochs=5, n=5), [word]))
    first = initial_weights("randn", len(tables.vocab), Comparison().seed)
    learned, of_train = (
        train(counts, first, epochs=5, learning_rate=50, lam=0).weights for counts in (tables.all, tables.train)
    )
    library = compare_with_net(tables, 1.0, learned, of_train)
    assert [*numbers(lines["kl"][0]), printed["kl"]] == pytest.approx([library.kl] * 2, abs=1e-9)
    score = score_word(word, tables.vocab, smoothed_probs(tables.all, 1))
    assert float(lines["word"][0].split()[-2]) == pytest.approx(score.nll) == printed["words"][0]["counts"]["nll"]
    assert (lines["counts"], lines["net"]) == (printed["words_counts"], printed["words_neural"])
    if reads_words(words):
        assert numbers(lines["dev-nll"][0]) == pytest.approx(list(library[-2:]))
    else:
        assert "dev-nll" not in lines


def test_forward(words, run):
    word = words.own[0]
    lines, ((score,),) = run(forward_recipe(words, word, 7, 3, before_neuron(3)))
    net = trace_forward(word, words.tables.vocab, 7, 3)
    assert [*numbers(lines["loss"][0]), score["nll"]] == pytest.approx([net.loss] * 2, abs=1e-6)
    assert len(words.tables.vocab) == numbers(lines["xenc"][0])[1]


def test_likelihood(words, run):
    tables, typed = words.tables, list(words.own[:2])
    row, following = tables.vocab.itos[1], tables.vocab.itos[0]
    lines, (score, nudge) = run(likelihood_recipe(words, typed, 0.5, row, following, 2.0))
    scaled = scale_count(tables.all, 1, 0, 2.0)
    assert numbers(lines["scaled"][0]) == pytest.approx([scaled.prob, scaled.nll])
    assert nudge["prob"] == scaled.prob
    scores = [score_word(word, tables.vocab, smoothed_probs(tables.all, 0.5)) for word in typed]
    assert [one["nll"] for one in (score["words"] if words.has_words else score)] == [one.nll for one in scores]
    assert numbers(lines["sum"][0]) == pytest.approx([sum(one.log_likelihood for one in scores)])
    if reads_words(words):
        assert [float(line.split()[-1]) for line in lines["below"]] == pytest.approx(score["together"]["below"])
        assert numbers(lines["running"][0])[0] == pytest.approx(score["together"]["list_running_log_likelihood"])
    else:
        assert lines.keys().isdisjoint({"below", "running"})


def test_normalization(words, run):
    size = len(words.tables.vocab)
    recipe = normalization_recipe(words, "sum1", "real", 1.0, 7, (size, size), (size,))
    lines, (every, one, both) = run(recipe)
    library = compare_divisions(words.tables.all, 1.0)
    nlls = [way.nll for way in library.values()]
    assert [float(line.split()[1]) for line in lines["nll"]] == pytest.approx(nlls)
    assert [way["nll"] for way in every["divisions"]] == nlls
    assert lines["lecture"] == one["divisions"][0]["names"]
    assert (both["first"], both["second"]) == ([size, size], [size])


def test_own_list(words, run):
    summary, counts = words.summary, words.tables.all.tolist()
    lines, (*corpus, bigrams) = run(own_list_recipe(words))
    assert [int(lines["words"][0]), bigrams["counts"]] == [summary.words, counts]
    assert lines["counts"] == [f"{letter!r} {row}" for letter, row in zip(summary.vocab, counts, strict=True)]
    assert lines["characters"] == [" ".join([str(len(counts)), *summary.vocab])]
    for one in corpus:  # not of a table
        assert (one["words"], one["distinct"], one["longest"]) == (summary.words, summary.distinct, summary.longest)
    if reads_words(words):
        assert [lines["different"], lines["longest"]] == [[str(summary.distinct)], [str(summary.longest)]]


def test_regularization(words, run):
    lines, ((smooth,),) = run(regularization_recipe(words, 0.01, 1.0, words.tables.vocab.itos[1]))
    both = side_by_side(words.tables.all, 0.01, 1.0, 1)
    assert numbers(lines["net"][0])[0] == pytest.approx(both.net_nll, abs=1e-6)
    assert float(lines["in"][0].split()[-1]) == pytest.approx(both.row_difference, abs=1e-8)
    assert (smooth["nll"], smooth["net_nll"]) == (both.nll, both.net_nll)


def test_sampling(words, run):
    row = words.tables.vocab.itos[1]
    lines, (sample, _, *draws) = run(sampling_recipe(words, 1.0, 7, 4, "lecture", row, 50, 3))
    probs = smoothed_probs(words.tables.all, 1.0)
    assert lines["name"] == sample["words"] == sample_words(probs, words.tables.vocab, 4, open_stream("lecture", 7))
    assert lines["one-by-one"] == [" ".join(draws[1]["letters"])]


def test_make_names(words, run):
    wish = {"start": words.tables.vocab.itos[2], "new": words.has_words, "shortest": 2, "longest": 30, "sort": "nll"}
    recipe = make_names_recipe(words, model="counts", smoothing=0.5, temperature=0.8, seed=7, n=5, **wish)
    lines, (sample,) = run(recipe)
    made = [line.rsplit(" ", 1) for line in lines["name"]]
    assert [word for word, _ in made] == sample["words"]
    assert [float(nll) for _, nll in made] == pytest.approx(sample["nll"])


@pytest.mark.parametrize("only", [False, True])
def test_training(only, words, run):
    word = words.own[0] if only else None
    lines, (trained, sample) = run(training_recipe(words, 3, 10.0, 0.01, 7, only=word))
    assert numbers(lines["final"][0]) == pytest.approx([trained["final_loss"], trained["final_nll"]])
    assert len(trained["vocab"]) == len(words.tables.vocab)
    assert lines["lecture"] == sample["words"]


def test_words(words, run):
    word = words.own[0]
    lines, printed = run(words_recipe(words, word, "", "most", 4))
    assert (lines is not None) == reads_words(words)
    if not words.has_words:
        assert printed[0]["counts"] == words.tables.all.tolist()
        return
    assert printed[0]["words"] == words.summary.words
    assert printed[1]["word"]["examples"] == len(word) + 1
    assert len(printed[1]["steps"]) == 4
    if not lines:
        return
    assert int(lines["words"][0].split()[0]) == words.summary.words
    assert eval(lines["stoi"][0]) == words.tables.vocab.stoi
    counted = [line.rsplit(" ", 1) for line in lines["counted"]]
    assert [(eval(pair), int(count)) for pair, count in counted] == [
        (tuple(one["pair"]), one["count"]) for one in printed[2]["dictionary"]
    ]


def test_another_boundary_is_in_every_part_of_a_script(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.txt").write_text("st. ives\nu.s.\nbath", encoding="utf-8")
    source = Source("own", "own", boundary="#")
    for script in ("baselines", "words"):
        exec(source.fill(script), {})
    printed = capsys.readouterr().out
    assert "context 1 " in printed  # '#' and 8 letters, "." among them
    assert "'#': 0" in printed


def test_the_dots_stand_for_the_text_of_a_table():
    commands = smoothing_recipe(LISTS["table"][1], 1.0, "a", 7, 5, 8).commands
    assert commands[0] == 'python -m analysis smooth --smoothing 1 --table "..."'
    assert source_of(LISTS["table"][1]).save == 'python -m analysis bigrams --csv own.csv --table "..."'
