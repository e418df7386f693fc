"""Sampling: one draw in slow motion; folded, many draws beside p, and why other versions of torch draw other names."""

from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.pages import SLOW, sampling_recipe
from analysis.samples.letters import different_letters
from analysis.settings import DRAW, SMOOTHING, STREAM, N
from analysis.streams import STREAMS
from pages.components.cached import draws_of_names, tables
from pages.components.folds import fold, open_linked_folds
from pages.components.guess import guess_choice, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import choice, number, row, seed
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.sampling.live import replay
from pages.sampling.sections import about_the_picture, more_draws, names_table
from pages.sampling.streams import how_multinomial_draws, other_rows, why_not_the_videos

t = texts(__file__)
names = tables()
open_linked_folds(more_draws="row draws multinomial", streams="stream n")
live = live_page("sampling", seed(), number(N), number(SMOOTHING), choice(STREAM), number(DRAW), row(names.vocab))
start, n, smoothing, stream, draw, previous = live.values
probs = smoothed_probs(names.all, smoothing)
guess_choice(t("guess.ask"), t("guess.answers"), right="last")
replay(live, names.vocab, probs, draws_of_names(stream, smoothing, start, min(n, SLOW)), draw)
rest_of_page()
about_the_picture(STREAMS[stream], smoothing)
draws = fold("more_draws", t("draws.title"))
count = more_draws(draws, live, names.vocab, probs, stream, smoothing, start, previous)
how_multinomial_draws(draws, stream, smoothing, start, previous)
why_not_the_videos(live, stream, smoothing, start, n, previous)
other_rows(names, smoothing, start)
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
names_table(smoothing, start, n)
different = different_letters(probs[names.vocab.id_of(previous)])
run_this_yourself(sampling_recipe(list_at_hand(), smoothing, start, n, stream, previous, count, different))
