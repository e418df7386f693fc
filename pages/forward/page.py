"""Forward pass: one word through a net that has learned nothing, what flows back, and weights from other seeds."""

from analysis.net.forward_trace import before_neuron, trace_forward
from analysis.recipes.pages import forward_recipe
from analysis.settings import SEED, SKIP, STAGE
from pages.components.cached import first_word, tables
from pages.components.folds import fold, open_linked_folds
from pages.components.guess import guess_number
from pages.components.list_at_hand import list_at_hand
from pages.components.live.control_bar import control_bar
from pages.components.live.controls import choice, number, seed, words
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.forward.live import forward_pass
from pages.forward.sections import cross_entropy, numbers_table, other_weights, what_flows_back

t = texts(__file__)
vocab = tables().vocab
open_linked_folds(luck="seed skip")
live = live_page(
    "forward", words(vocab, first_word(), most=1), seed(button=t("reseed")), number(SKIP), choice(STAGE, t("stages"))
)
(word, *_), start, skip, _ = live.values
net = trace_forward(word, vocab, start, skip)
why = f"{t('guess.why')} {t('lecture.random')}"
asked = trace_forward(first_word(), vocab, SEED.default, SKIP.default)  # one question, whatever word is chosen
guess_number(t("guess.ask", word=first_word()), asked.loss, within=0.25, unit="nats", why=why)
forward_pass(live, vocab, net)
rest_of_page()

if (place := fold("backward", t("backward.title"))).open:
    with place:
        what_flows_back(vocab, net)
if (place := fold("cross_entropy", t("cross_entropy.title"))).open:
    with place:
        cross_entropy(net)
if (place := fold("luck", t("luck"))).open:
    with place:
        control_bar(live, "seed", "skip")
        other_weights(word, vocab, net)
what_to_notice(t("notice"))
numbers_table(vocab, net)
run_this_yourself(forward_recipe(list_at_hand(), word, start, skip, before_neuron(skip)))
