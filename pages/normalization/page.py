"""How do counts become probabilities? A table of 3 x 3 first; folded, the real one, shapes, the cost of a division."""

from analysis.settings import SMOOTHING
from pages.components.folds import open_linked_folds
from pages.components.guess import guess_choice, hidden_until_guessed
from pages.components.live.controls import number, seed
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import numbers, run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.normalization.checks import divided, figures, notice, result_table, seen, which_check
from pages.normalization.controls import divisor_lines, table_sizes
from pages.normalization.costs import costs_and_memory
from pages.normalization.lines import lines_of_page
from pages.normalization.live import stretch
from pages.normalization.shapes import shapes_that_fit

t = texts(__file__)
open_linked_folds(checks="divisor table_size smoothing seed", shapes="first_shape second_shape")
live = live_page("normalization", divisor_lines(), table_sizes(), number(SMOOTHING), seed())
divisor, size, smoothing, start = live.values
guess_choice(t("guess.ask"), t("guess.answers"), right="worse_words")
small = divided("small", 0.0)
one = small.compared[divisor]
stretch(live, "small", small.vocab, small.table, one, ["divisor"])
seen(one)
rest_of_page()
with hidden_until_guessed("numbers"):
    numbers(*figures(one))
checked = which_check(live, divisor, size, smoothing, start)  # None while it is folded
first, second = shapes_that_fit(one)
costs_and_memory(divided("real", smoothing).table)
with hidden_until_guessed("notice"):
    what_to_notice(notice(divided("real", smoothing)))
result_table((checked or small).vocab, (checked or small).compared[divisor])
run_this_yourself(lines_of_page(divisor, size, smoothing, start, first, second))
