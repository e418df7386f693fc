"""Small nets of every kind, over three letters, with first weights that are not trained."""

import pytest
import torch

from analysis.models.trained.model import TrainedModel
from analysis.models.trained.nets import NETS
from analysis.models.trained.training import start_weights
from analysis.words.vocabulary import Vocabulary

ABC = Vocabulary((".", "a", "b", "c"))
SMALL = {
    "mlp": {"k": 3, "embedding": 2, "hidden": 5},
    "cnn": {"levels": 2, "embedding": 3, "width": 4},
    "rnn": {"k": 5, "embedding": 2, "hidden": 3},
    "gru": {"k": 5, "embedding": 2, "hidden": 3},
    "transformer": {"k": 5, "layers": 2, "heads": 2, "width": 4},
}


@pytest.fixture(params=NETS)
def net(request):
    """A small net, in float64."""
    net = NETS[request.param](len(ABC), **SMALL[request.param]).double()
    start_weights(net, torch.Generator().manual_seed(1))
    return net.eval()


@pytest.fixture
def model(net):
    return TrainedModel(net)
