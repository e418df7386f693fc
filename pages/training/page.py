"""Training: the net learns the table, live; runs worth a look, the gradient, and the lecture's own loop timed."""

from dataclasses import replace

import streamlit as st

from analysis.net.forward import initial_weights
from analysis.recipes.pages import training_recipe
from analysis.settings import EPOCHS, INIT, ONLY, SEED
from pages.components.cached import stream_uniforms, tables, uniforms
from pages.components.cached_nets import learned, names_of_net, trained_on_each
from pages.components.guess import guess_choice, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import choice, row, seed
from pages.components.live.runs import Start, run_controls
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.training.gradient import gradient_fold
from pages.training.live import training
from pages.training.one_hot_run import lecture_run
from pages.training.sections import losses_table, presets, shown

t = texts(__file__)
SHOWN = 5
vocab, counts = tables().vocab, trained_on_each()
words = choice(replace(ONLY, options=tuple(counts)), t("trained_on"))
named = EPOCHS.name in st.query_params
live = live_page("training", *run_controls(), seed(), choice(INIT), words, row(vocab))
epochs, learning_rate, lam, start, init, only, previous = live.values
settings = (only, init, start, learning_rate, lam, epochs)
run = learned(*settings)
guess_choice(t("guess.ask"), t("guess.answers"), right="counted")
training(
    live,
    vocab,
    counts,
    Start(init, start, initial_weights(init, len(vocab), start)),
    run.reached,
    names=names_of_net(*settings, SHOWN),
    own_rows=uniforms(SEED.default, SHOWN),
    stream=stream_uniforms(SEED.default, len(vocab)),
    shown=shown(),
    losses=run.losses["loss"].tolist(),
    train_itself=not named and epochs == EPOCHS.on_page.default,
)
rest_of_page()
gradient_fold(vocab, counts[only], run, learning_rate, lam, previous)
presets()
lecture_run()
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
losses_table(run)
run_this_yourself(
    training_recipe(
        list_at_hand(), epochs, learning_rate, lam, start, init, None if only == ONLY.default else only, SHOWN
    )
)
