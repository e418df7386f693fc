"""What do fake counts do?"""

from analysis.counts.smoothing import smoothing_effect
from analysis.recipes.pages import smoothing_recipe
from analysis.settings import SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE
from pages.components.cached import curves, sampled, stream_uniforms, tables, uniforms
from pages.components.guess import guess_number, hidden_until_guessed, nothing_to_guess
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import row, seed, slider
from pages.components.live.probability_table import live_table
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.smoothing.sections import best_on_dev, numbers_table, shown

SHOWN, LECTURE = 8, 5  # names next to the live table; names of the lecture's stream
t = texts(__file__)
names = tables()
live = live_page("smoothing", slider(SMOOTHING, SMOOTHING_SCALE), row(names.vocab), seed())
smoothing, previous, start = live.values
if best := best_on_dev():
    value, nll = best
    guess_number(t("guess.ask"), value, times=4, unit=t("guess.unit"), why=t("guess.why", nll=nll), digits=2)
else:
    nothing_to_guess()
live_table(
    live,
    names,
    smoothing_effect(names, smoothing),
    uniforms(start, SHOWN),
    shown=shown(),
    stream=stream_uniforms(start, len(names.vocab)),
    names=sampled("lecture", smoothing, start, LECTURE),
    curves=curves(),
)
rest_of_page()
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
numbers_table(names, smoothing)
run_this_yourself(smoothing_recipe(list_at_hand(), smoothing, previous, start, LECTURE, SHOWN))
