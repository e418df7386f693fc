"""Regularization: the net's penalty λ beside fake counts, live, and the loss when λ is switched on."""

from analysis.net.regularization import side_by_side
from analysis.recipes.pages import regularization_recipe
from pages.components.cached import tables
from pages.components.cached_nets import model_curves_of
from pages.components.guess import guess_choice, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import row, toggle
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.regularization.live import lam_beside_smoothing
from pages.regularization.opening import ELSEWHERE, MATCH, match_what_came_along, pair_of_sliders
from pages.regularization.sections import numbers_table, relatives, shown, why_it_jumps

t = texts(__file__)
PAGE = "regularization"
names = tables()
match_what_came_along(PAGE)
match = toggle(MATCH, **t("match"), default=True)
live = live_page(PAGE, *pair_of_sliders(), match, row(names.vocab), alone=ELSEWHERE)
lam, smoothing, _, previous = live.values
guess_choice(t("guess.ask"), t("guess.answers"), right="even")
lam_beside_smoothing(
    live,
    names,
    side_by_side(names.all, lam, smoothing, names.vocab.id_of(previous)),
    shown=shown(),
    curves=model_curves_of(),
)
rest_of_page()
why_it_jumps()
relatives()
with hidden_until_guessed("notice"):
    what_to_notice(f"{t('notice')}\n{t('lecture.notice')}")
numbers_table(names, lam, smoothing)
run_this_yourself(regularization_recipe(list_at_hand(), lam, smoothing, previous))
