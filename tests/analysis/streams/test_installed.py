"""The torch that is installed."""

import torch

from analysis.samples.letters import draw_letters
from analysis.streams import open_stream
from analysis.streams.installed import torch_draws_as
from tests.analysis.streams.conftest import ROW, draws, every_seed, torch_draws


@every_seed
def test_the_torch_stream_is_torch_multinomial(seed):
    assert draws("torch", seed, ROW, 100) == torch_draws(seed, ROW, 100)


def test_the_numbers_of_the_installed_torch_stay_unseen():
    stream = open_stream("torch", 5)
    stream.draw(stream.prepare(ROW))
    assert stream.used is None


def test_the_installed_torch_is_found_by_its_draws(monkeypatch):
    torch_draws_as.cache_clear()
    method = torch_draws_as()
    if method is not None:
        assert draw_letters(ROW, method, 9, 300).tolist() == draw_letters(ROW, "torch", 9, 300).tolist()
    torch_draws_as.cache_clear()
    monkeypatch.setattr(torch, "multinomial", lambda row, *_, **__: torch.zeros(1, dtype=torch.int64))
    assert torch_draws_as() is None
    torch_draws_as.cache_clear()
