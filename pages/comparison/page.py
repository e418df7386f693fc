"""Counts and net: both models and their words side by side, and views pinned to compare."""

from analysis.net.forward import initial_weights
from analysis.recipes.pages import comparison_recipe
from analysis.settings import INIT, SMOOTHING, STREAM
from analysis.settings.pins import COMPARED_NAMES, Comparison
from analysis.streams.installed import torch_draws_as
from analysis.views.net_captions import comparison_facts
from analysis.views.slider import SMOOTHING_SCALE
from pages.comparison.live import both_models
from pages.comparison.pins import pinned_views
from pages.comparison.sections import SMOOTHING_MARKS, shown
from pages.components.cached import first_word, tables
from pages.components.cached_nets import compared, net_of, paired
from pages.components.guess import guess_number, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import choice, number, row, seed, slider, words
from pages.components.live.runs import Start, run_controls
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts

ENDING = Comparison(smoothing=0, epochs=300, n=5)  # where the lecture draws five names from both models
t = texts(__file__)
names = tables()
live = live_page(
    "comparison",
    slider(SMOOTHING, SMOOTHING_SCALE, SMOOTHING_MARKS),
    *run_controls(),
    choice(INIT),
    seed("init_seed", **t("init_seed")),
    choice(STREAM),
    seed(),
    number(COMPARED_NAMES),
    row(names.vocab),
    words(names.vocab, first_word(), most=1),
)
smoothing, epochs, learning_rate, lam, init, init_seed, stream, start, n, _, (word, *_) = live.values
now = Comparison(smoothing, epochs, learning_rate, lam, init, init_seed, stream, start, n)
run, pairs = compared(now), paired(now, list_at_hand().has_words)
ending = paired(ENDING, False).same
why = t("guess.why")["alike" if ending == ENDING.n else "apart"]
guess_number(t("guess.ask"), ending, within=0.5, unit=t("guess.unit"), why=why, digits=0)
figures = run.comparison
both_models(
    live,
    names,
    Start(init, init_seed, initial_weights(init, len(names.vocab), init_seed)),
    figures._asdict() | {"max_abs_diff": figures.difference.size},
    torch_draws=torch_draws_as(),
    names={"counts": run.words_counts, "net": run.words_neural},
    words=[word],
    real=pairs.real,
    caption=comparison_facts(
        kl=figures.kl,
        flatter=run.flatter,
        same=pairs.same,
        n=n,
        smoothing=smoothing,
        epoch=net_of(now).reached.epoch,
        epochs=epochs,
        lam=lam,
        away=run.diverged,
    ),
    shown=shown(),
)
rest_of_page()
with hidden_until_guessed("more"):
    pinned_views(now, run)
    what_to_notice(t("notice"))
run_this_yourself(comparison_recipe(list_at_hand(), now, [word]))
