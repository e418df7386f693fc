"""Forward pass: one word through an untrained net; a link sets word, seed and skip, and published numbers appear."""

import math
import re

from analysis.net.forward_trace import trace_forward
from tests.pages.reading import html_of, live_data, opener, values
from tests.word_lists import add_test_lists

SEED = 2147483647
open_page = opener("forward")


def loss_shown(at):
    return re.findall(r"<summary>Loss</summary>.*?<dd[^>]*>(\S+) <small>nats per character", html_of(at))[0]


def test_the_net_of_the_notes_is_there_number_by_number():
    at = open_page(skip="220", as_table="true")
    data = live_data(at)
    assert [round(data["neuron"][x], 4) for x in data["xs"]] == [0.1066, -1.2464, -0.6378, -0.6378, 1.8598]
    assert round(data["weights"][27 * data["xs"][3] + 13], 4) == -0.6284  # (xenc @ W)[3, 13]
    table = at.dataframe[0].value
    start, after_e = table[table["pair"] == 0], table[table["pair"] == 1]
    assert start["logit"].round(4).tolist()[:3] == [0.2603, 0.9090, -1.4458]
    assert start["prob"].round(4).tolist()[:3] == [0.0360, 0.0688, 0.0065]
    assert after_e["prob"].round(4).tolist()[:3] == [0.0582, 0.0233, 0.0303]
    best = after_e.loc[after_e["prob"].idxmax()]
    assert (best["previous"], best["next"], round(best["prob"], 7)) == ("e", "w", 0.1516958)
    assert table[table["right"]]["next"].tolist() == ["e", "m", "m", "a", "."]


def test_the_numbers_are_those_of_the_library_for_any_word(names):
    at = open_page(word="zoe", seed="7", skip="3")
    net, data = trace_forward("zoe", names.vocab, 7, 3), live_data(at)
    assert (data["xs"], data["ys"]) == (net.xs.tolist(), net.ys.tolist())
    for key in ("weights", "exps", "probs"):
        assert data[key] == getattr(net, key).flatten().tolist()
    assert data["sums"] == net.exps.sum(1).tolist()
    assert data["types"] == {
        "tensor": "int64",
        "big_tensor": "float32",
        "one_hot": "int64",
        "as_float": "float32",
        "columns": 27,  # z is in the word
    }


def test_the_lectures_four_tries_and_the_notes_are_a_click_away():
    at = open_page(luck="true")
    losses = [re.sub(".*: ", "", button.label) for button in at.button]
    assert losses == ["3.7693", "3.3771", "3.5753", "4.2260", "4.2373"]
    for i, loss in enumerate(losses):
        at.button[i].click().run()
        assert loss_shown(at) == loss
    assert (values(at)["seed"], values(at)["skip"]) == (str(SEED), 220)


def test_another_list_has_no_tries_of_the_lecture(monkeypatch):
    add_test_lists(monkeypatch)
    assert len(open_page(session={"corpus": "three"}, luck="true").button) == 0


def test_a_link_names_a_step_and_a_seed_of_the_link_opens_its_part():
    at = open_page(stage="softmax")
    assert values(at)["stage"] == "softmax"
    assert "<summary>Loss</summary>" not in html_of(at)
    assert loss_shown(open_page(seed=str(SEED + 1))) == "3.3771"


def test_what_flows_back_is_shown_from_the_weight_to_the_loss():
    flow = html_of(open_page(backward="true")).split("class='flow'")[1]
    shown = re.findall(r"<small>(.*?)</small><b>(.*?)</b><small>slope</small><span class='slope'>(.*?)</span>", flow)
    assert shown[0] == ("W[0, 5]", "−0.0296", "−0.1975")
    assert shown[3] == ("p", "0.0123", "−16.2784")
    assert shown[5] == ("loss", "3.7693", "1.0000")


def test_f_cross_entropy_gives_the_loss_of_the_page_and_survives_large_logits():
    at = opener("forward")(cross_entropy="true")
    (table,) = (one.value for one in at.dataframe)
    own, ready = (table[column].tolist() for column in table.columns[1:])
    assert own[0] == ready[0] == "3.7693"  # the lecture's loss of emma
    assert own[1:] == ["inf", "nan"]
    assert all(math.isfinite(float(loss.replace(",", ""))) for loss in ready)
