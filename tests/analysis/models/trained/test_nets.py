"""Every net: its gradient, no look ahead, and the sizes that the papers and the lecture series give."""

import pytest
import torch
from torch.nn import functional as F

from analysis.models.trained.nets import NETS
from analysis.models.trained.nets.dropout import Dropout
from analysis.models.trained.pictures import looks_of_last, points_in_plane

IDS = torch.tensor([[0, 1, 2, 1, 3], [0, 3, 3, 2, 1]])
NEXT = torch.tensor([[1, 2, 1, 3, 0], [3, 3, 2, 1, 0]])


def test_the_gradient_is_the_slope_of_the_loss(net):
    def loss():
        return F.cross_entropy(net(IDS).flatten(0, 1), NEXT.flatten())

    loss().backward()
    step = 1e-5
    with torch.no_grad():
        for name, weights in net.named_parameters():
            for place in {0, weights.numel() // 2, weights.numel() - 1}:
                one = weights.view(-1)[place : place + 1]
                one += step
                above = float(loss())
                one -= 2 * step
                below = float(loss())
                one += step
                slope = float(weights.grad.view(-1)[place])
                assert slope == pytest.approx((above - below) / (2 * step), abs=1e-7), f"{name} {place}"


@pytest.mark.parametrize("place", range(1, 5))
def test_a_letter_changes_nothing_before_it_and_something_from_it_on(net, place):
    changed = IDS.clone()
    changed[:, place] = (changed[:, place] + 1) % 4
    before, after = net(IDS), net(changed)
    assert torch.equal(before[:, :place], after[:, :place])
    assert not torch.allclose(before[:, place], after[:, place])


@pytest.mark.parametrize(
    ("name", "sizes", "weights"),
    [
        ("mlp", {}, 11_897),  # the lecture series, part 3
        ("cnn", {}, 76_579),  # the same, part 5
        ("rnn", {}, 25_083),
        ("gru", {}, 66_555),
        ("transformer", {}, 204_571),
    ],
)
def test_a_net_over_the_names_has_so_many_weights(name, sizes, weights):
    assert sum(one.numel() for one in NETS[name](27, **sizes).parameters()) == weights


def test_the_mlp_is_what_the_lecture_series_writes():
    net = NETS["mlp"](4, k=2, embedding=2, hidden=3).double()
    points = net.embed.weight[torch.tensor([0, 1])].flatten()  # of ".a"
    hidden = torch.tanh(points @ net.hidden.weight.T + net.hidden.bias)
    logits = hidden @ net.out.weight.T + net.out.bias
    assert torch.allclose(net(torch.tensor([[0, 1]]))[0, 1], logits)


def test_the_attention_of_one_head_is_a_softmax_of_products():
    attention = NETS["transformer"](4, k=3, layers=1, heads=1, width=2).double().blocks[0].attention
    x = torch.randn(1, 3, 2, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    queries, keys, values = (x[0] @ attention.ask.weight.T + attention.ask.bias).split(2, dim=1)
    scores = (queries @ keys.T / 2**0.5).masked_fill(torch.ones(3, 3).triu(1).bool(), -torch.inf)
    shares = F.softmax(scores, 1)
    assert torch.allclose(attention.shares(x)[0, 0], shares)
    assert torch.allclose(attention(x)[0], shares @ values @ attention.out.weight.T + attention.out.bias)


def test_what_a_transformer_looks_at_is_asked_layer_by_layer():
    net = NETS["transformer"](4, k=5, layers=2, heads=2, width=4).double()
    shares = net.shares(IDS)
    assert shares.shape == (2, 2, 2, 5, 5)
    assert torch.allclose(shares.sum(4), torch.ones(2, 2, 2, 5, dtype=torch.float64))
    assert not shares.triu(1).any()  # no letter looks at a later one
    second = net.blocks[0](net.embed(IDS) + net.places.weight)
    assert torch.allclose(shares[1], net.blocks[1].attention.shares(net.blocks[1].norm_1(second)))


def test_dropout_sets_its_share_to_zero_and_keeps_the_mean():
    dropout = Dropout()
    dropout.rate, dropout.generator = 0.25, torch.Generator().manual_seed(1)
    x = torch.ones(100_000)
    dropped = dropout(x)
    assert sorted(set(dropped.tolist())) == pytest.approx([0, 4 / 3])
    assert float((dropped == 0).float().mean()) == pytest.approx(0.25, abs=0.01)
    assert torch.equal(dropout.eval()(x), x)


def test_letters_are_seen_from_where_they_are_furthest_apart():
    points = torch.tensor([[0.0, 0, 1], [6, 0, 1], [3, 1, 1], [3, -1, 1]])
    plane = points_in_plane(points)
    assert plane[:, 0].abs().tolist() == pytest.approx([3, 3, 0, 0])
    assert plane[:, 1].abs().tolist() == pytest.approx([0, 0, 1, 1])
    assert torch.allclose(torch.cdist(plane, plane), torch.cdist(points.double(), points.double()))


def test_what_the_last_letter_looks_at_is_the_mean_of_the_heads():
    net = NETS["transformer"](4, k=5, layers=2, heads=2, width=4).double()
    looks = looks_of_last(net, IDS[0])
    assert looks.shape == (2, 5)
    assert torch.allclose(looks, net.shares(IDS)[:, 0].mean(1)[:, -1])
