"""Bigram table: the counts of all pairs; folded, one mark or two, and one cell in torch."""

from analysis.counts.bigrams import count_ids, with_start_and_end
from analysis.recipes.pages import bigrams_recipe
from pages.bigrams.live import counts_table
from pages.bigrams.sections import about_filling, counts_as_table, first_box, one_mark_or_two, what_a_cell_is
from pages.components.cached import ids_for_browser, tables, word_ids
from pages.components.folds import open_linked_folds
from pages.components.guess import guess_number, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import row, toggle
from pages.components.live.sync.page_state import live_page
from pages.components.offer_download import offer_download
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts

t = texts(__file__)
names = tables()
open_linked_folds(marks="two_marks")
live = live_page(
    "bigrams",
    row(names.vocab),
    toggle("two_marks", **t("two_marks.control"), default=False),
    toggle("fill", **t("fill"), default=False),
    first_box(list_at_hand()),
)
previous, two_marks, fill, first = live.values
filling = fill and list_at_hand().has_each_word
empty = int((names.all == 0).sum())
guess_number(t("guess.ask"), empty, within=15, unit=t("guess.unit"), why=t("guess.why"), digits=0)
counted = count_ids(word_ids(), first, len(names.vocab)) if filling else names.all
characters, whole = with_start_and_end(names.all, names.vocab) if two_marks else (names.vocab.itos, names.all)
counts = with_start_and_end(counted, names.vocab)[1] if two_marks else counted  # those that are seen now
counts_table(live, names.vocab, characters, whole, ids_for_browser() if filling else None)
if filling:
    with hidden_until_guessed("filling"):
        about_filling(counts, first)
elif fill:
    offer_download(t("filling.needs_names"))
rest_of_page()
one_mark_or_two(live, two_marks)
what_a_cell_is(characters, counts, previous, first if filling else list_at_hand().summary.words)
what_to_notice(f"{t('notice')}\n{t('lecture.notice')}")
counts_as_table(characters, counts)
run_this_yourself(bigrams_recipe(list_at_hand(), previous, two_marks=two_marks, first=first if filling else None))
