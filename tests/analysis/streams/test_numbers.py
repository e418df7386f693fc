"""Uniforms and normals against torch, against reference vectors of their generators, and by hand."""

import math

import numpy as np
import pytest
import torch

from analysis.streams.numbers import _mcg31_powers, cuda_normals, mkl_uniforms, philox, twister_words, uniform_rows
from analysis.streams.tape import BLOCK
from tests.analysis.streams.conftest import every_seed

PI = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344)  # its first digits, in base 16


@every_seed
@pytest.mark.parametrize("skip", [0, 3, 7])
def test_words_agree_with_torch_which_skips_one_for_each_small_whole_number(seed, skip):
    generator = torch.Generator().manual_seed(seed)
    torch.empty(skip, dtype=torch.int32).random_(generator=generator)
    theirs = torch.empty(20, dtype=torch.int32).random_(generator=generator)  # the low 31 bits
    assert (twister_words(seed, skip).take(20) % 2**31).tolist() == theirs.tolist()


@every_seed
def test_rows_of_uniforms_agree_with_torch_rand(seed):
    # over the end of a block of numbers
    theirs = torch.rand(3, BLOCK - 7, dtype=torch.float64, generator=torch.Generator().manual_seed(seed))
    assert uniform_rows(seed, 3, BLOCK - 7).tolist() == theirs.tolist()


def test_mkl_uniforms_are_those_seen_in_a_build_with_mkl():
    # pytorch issue 150538: seed 42, five words gone to torch.rand(5), then empty(5).exponential_(1)
    waits = -np.log(mkl_uniforms(twister_words(42, skip=5).take(1), 5)[0])
    assert waits.tolist() == pytest.approx([0.5809, 0.0436, 2.0548, 1.9680, 0.3315], abs=5e-5)


def test_mkl_uniforms_by_hand():
    # 1 -> 1132489760 -> 1132489760 ** 2 mod (2 ** 31 - 1); a word of the modulus itself counts as 0, and 0 as 1
    by_hand = [x / (2**31 - 1) for x in (1, 1132489760, 1132489760**2 % (2**31 - 1))]
    assert mkl_uniforms(np.array([1, 0, 2**31 - 1, 2**31], dtype=np.uint64), 3).tolist() == [by_hand] * 4


@pytest.mark.parametrize(
    ("counter", "key", "words"),
    [
        # the reference vectors that come with the authors' Random123
        ((0, 0, 0, 0), 0, "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        ((2**32 - 1,) * 4, 2**64 - 1, "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        (PI, 0x299F31D0A4093822, "d16cfe09 94fdcceb 5001e420 24126ea1"),
    ],
)
def test_philox_gives_its_reference_vectors(counter, key, words):
    assert " ".join(f"{int(word):08x}" for word in philox(counter, key)) == words


def test_cuda_normals_by_hand():
    x, y, _, _ = (int(word) for word in philox((0, 0, 5, 0), 7))
    value = math.sqrt(-2 * math.log((x + 0.5) / 2**32)) * math.sin(2 * math.pi * (y + 0.5) / 2**32)
    assert (cuda_normals(7, 2, 3)[1, 2], cuda_normals(7, 2, 3).dtype) == (pytest.approx(value, abs=1e-6), np.float32)


def test_the_powers_that_all_draws_of_mkl_share_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        _mcg31_powers(5)[0] = 2
