"""A training run as a safetensors file: the weights as 16-bit numbers, and what made them.

While a run is not finished, the file also has what is needed to continue it, as 32-bit numbers. Files come from
anywhere: what does not fit is refused before any weight is used.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import safetensors
import torch
from safetensors.torch import save

from analysis.models.trained.model import TrainedModel
from analysis.models.trained.nets import NETS, Net
from analysis.models.trained.recipes import Recipe
from analysis.models.trained.training import Trainer
from analysis.words.shipped import shipped
from analysis.words.vocabulary import Vocabulary

KEY = "run"  # of the metadata
RESUME = "resume/"  # tensors that only a run in progress has
MAX_BYTES, MAX_SIZE = 500_000_000, 4096
WANTED = "expected a file that ladder train wrote"


@dataclass(frozen=True)
class Record:
    """What made the weights.

    `model` and its `sizes`; `alphabet`: the V characters; `seed`, `recipe`; `words`: the hash of the train words.
    `done`: steps so far. `seconds`: of the processor, all its threads together. `train_nll`, `dev_nll`, `test_nll`:
    nats per character, of the weights as they are in the file; None before the end, and of parts without words.
    `command`, `versions`: with which it was made.
    """

    model: str
    sizes: dict[str, int]
    alphabet: str
    seed: int
    recipe: Recipe
    words: str
    done: int = 0
    seconds: float = 0.0
    train_nll: float | None = None
    dev_nll: float | None = None
    test_nll: float | None = None
    command: str = ""
    versions: str = ""

    @property
    def finished(self) -> bool:
        """True if all steps are done."""
        return self.done == self.recipe.steps

    def check_same_run(self, other: Record, path: Path) -> None:
        """Raise ValueError if `other`, of the file at `path`, is not the same run at another step."""
        if self.words != other.words:
            raise ValueError(f"{path}: expected a run on the train words of this list, got a run on another list")
        for name in ("model", "sizes", "alphabet", "seed", "recipe"):
            ours, theirs = getattr(self, name), getattr(other, name)
            if ours != theirs:
                raise ValueError(f"{path}: expected a run with {name} {_show(ours)}, got {_show(theirs)}")


def _show(value: Any) -> str:
    return str(asdict(value) if isinstance(value, Recipe) else value)


def hash_of(words: Sequence[str], weights: Sequence[int] | None = None) -> str:
    """Identifies a list of words, with their weights: the first 16 hexadecimal digits of a sha256."""
    lines = words if weights is None else [f"{word}\t{weight}" for word, weight in zip(words, weights, strict=True)]
    return sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def versions() -> str:
    """The versions and the machine that a run depends on."""
    return f"Python {platform.python_version()}, torch {torch.__version__}, {platform.machine()}"


class _NoFirstValues(torch.overrides.TorchFunctionMode):
    """While it is on, no weight gets a normal random number as its first value.

    A net on the device "meta" has no values, but torch imports its compiler to make them: 3 seconds and 100 MB.
    """

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return None if func is torch.nn.init.normal_ else func(*args, **(kwargs or {}))


def make_net(model: str, size: int, sizes: dict[str, int]) -> Net:
    """A net without weights, which takes no memory. Raises ValueError for an unknown model or size."""
    if model not in NETS:
        raise ValueError(f"a model must be one of {', '.join(NETS)}, got {model}")
    if not all(type(value) is int and 1 <= value <= MAX_SIZE for value in sizes.values()):
        raise ValueError(f"sizes of a net must be whole numbers from 1 to {MAX_SIZE:,}, got {sizes}")
    try:
        with torch.device("meta"), _NoFirstValues():
            net = NETS[model](size, **sizes)
    except (TypeError, RuntimeError, OverflowError) as error:
        raise ValueError(f"these sizes do not fit {model}: {sizes} ({error})") from None
    if net.k > MAX_SIZE:
        raise ValueError(f"{model}: expected at most {MAX_SIZE:,} letters of context, got {net.k:,}")
    return net


def run_to_bytes(record: Record, trainer: Trainer) -> bytes:
    """The content of the file of a run."""
    tensors = {name: weights.half() for name, weights in trainer.average.items()}
    if not record.finished:
        tensors |= {RESUME + name: tensor for name, tensor in trainer.state().items()}
    return save({name: one.contiguous().cpu() for name, one in tensors.items()}, {KEY: json.dumps(asdict(record))})


def read_run(path: Path | str) -> tuple[Record, dict[str, torch.Tensor]]:
    """The record and all tensors of a file. ValueError, one line, if it is not one that `ladder train` wrote."""
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError(f"{path}: {WANTED}, got more than {MAX_BYTES:,} bytes")
        with safetensors.safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror or error})") from None
    except safetensors.SafetensorError as error:
        raise ValueError(f"{path}: {WANTED}, got no complete safetensors file ({error})") from None
    return _record_of(path, metadata), tensors


def _record_of(path: Path, metadata: dict[str, str]) -> Record:
    """The record in the metadata of a file: of the right types, and with each nll if the run is finished."""
    texts, whole, numbers = ("model", "alphabet", "words"), ("seed", "done"), ("train_nll", "dev_nll", "test_nll")
    try:
        values = json.loads(metadata[KEY])
        record = Record(**values | {"recipe": Recipe(**values["recipe"])})
        kinds = {**dict.fromkeys(texts, str), **dict.fromkeys(whole, int), "sizes": dict, "seconds": float}
        kinds |= dict.fromkeys(numbers, float) if record.finished else {}
        if all(type(getattr(record, name)) is kind for name, kind in kinds.items()):
            return record
    except (KeyError, TypeError, ValueError, RecursionError):
        pass
    raise ValueError(f"{path}: {WANTED}, got one that does not say how it was made")


def read_trained(path: Path | str, vocab: Vocabulary | None = None) -> tuple[Record, TrainedModel]:
    """The record and the model of a file; if the run is not finished, with the weights so far.

    Raises ValueError, one line, if the file is cut, of another shape, or, with a `vocab`, of another alphabet.
    """
    record, tensors = read_run(path)
    if vocab is not None and record.alphabet != "".join(vocab.itos):
        raise ValueError(f"{path}: expected a model over {''.join(vocab.itos)}, got one over {record.alphabet}")
    try:
        return record, model_of(record, tensors)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def model_of(record: Record, tensors: dict[str, torch.Tensor]) -> TrainedModel:
    """The model of a record and the tensors of its file. ValueError if they do not fit."""
    weights = {name: one for name, one in tensors.items() if not name.startswith(RESUME)}
    net = make_net(record.model, len(record.alphabet), record.sizes)
    wanted = {name: tuple(one.shape) for name, one in net.state_dict().items()}
    if {name: tuple(one.shape) for name, one in weights.items()} != wanted:
        raise ValueError(f"expected the weights of {record.model} with {record.sizes}, got other names or shapes")
    if not all(bool(one.is_floating_point() and one.isfinite().all()) for one in weights.values()):
        raise ValueError("expected weights that are finite numbers, got others")
    net.load_state_dict(weights, assign=True)
    return TrainedModel(net)


def shipped_path(model: str) -> Path:
    """The file of a model that comes with this project, trained on names.txt."""
    return shipped(f"ladder/{model}.safetensors")
