"""Random numbers, bit by bit as torch makes them: from a seed to uniforms and normals, on a CPU, with MKL, on a GPU.

Nothing here is truly random: three generators, each a formula in numpy, give the
same numbers on every machine. `lecture` and `races` turn uniforms into draws.

| numbers | generator | where torch takes them |
|---|---|---|
| `twister_words`, `twister_uniforms` | MT19937 | any CPU |
| `mkl_uniforms` | MCG31m1, seeded afresh by one word of MT19937 | builds with Intel's MKL |
| `cuda_uniforms`, `cuda_normals` | Philox4x32-10 | NVIDIA GPUs |

The CPU's normals are `torch.randn` itself, which has not changed for 16 values or more.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable

import numpy as np

from analysis.settings import SEED
from analysis.streams.tape import Tape

WORD = np.uint64(32)
LOW = np.uint64(2**32 - 1)


def twister_words(seed: int, skip: int = 0) -> Tape:
    """The 32-bit words of MT19937, uint64, seeded with the low 32 bits of the seed as torch does.

    The first `skip` words are left out: those that a used generator has already given.
    Raises ValueError for a seed that is not 0 ... 2 ** 64 - 1.

    >>> twister_words(5489).take(2).tolist()
    [3499211612, 581869302]
    """
    twister = np.random.RandomState(SEED.check(seed) % 2**32)

    def make(count: int) -> np.ndarray:
        return twister.randint(0, 2**32, size=count, dtype=np.uint32).astype(np.uint64)

    make(skip)
    return Tape(make)


def pair_words(words: np.ndarray) -> np.ndarray:
    """Uniforms in [0, 1), float64, (n,), each made from two 32-bit words w1, w2 of (2 n,), as torch makes them.

    ((w1 * 2 ** 32 + w2) mod 2 ** 53) * 2 ** -53. (numpy's `random_sample` combines them differently.)
    """
    return ((words[0::2] << WORD | words[1::2]) & np.uint64(2**53 - 1)) * 2.0**-53


def twister_uniforms(seed: int, skip: int = 0) -> Tape:
    """Uniforms in [0, 1), float64, as `torch.rand(..., dtype=torch.float64)` gives them on a CPU.

    Each needs two words of `twister_words`; the first `skip` words are left out.
    """
    words = twister_words(seed, skip)
    return Tape(lambda count: pair_words(words.take(2 * count)))


def uniform_rows(seed: int, n: int, length: int) -> np.ndarray:
    """One row of uniforms for each of n words, (n, length), float64: `torch.rand(n, length, dtype=torch.float64)`."""
    return twister_uniforms(seed).take(n * length).reshape(n, length)


MCG31_MODULUS, MCG31_FACTOR = 2**31 - 1, 1132489760


def mkl_uniforms(words: np.ndarray, size: int) -> np.ndarray:
    """For each 32-bit word (n,) the first `size` uniforms of MCG31m1 seeded with it: (n, size), float64, in (0, 1).

    With m = 2 ** 31 - 1: x0 = word mod m, 1 where that is 0; each next x is 1132489760 x mod m; u = x / m.
    Source: VSL_BRNG_MCG31 in Intel's MKL, as torch's exponential_ seeded it anew for every call.
    """
    modulus = np.uint64(MCG31_MODULUS)
    first = words % modulus
    first[first == 0] = 1
    return (first[:, None] * _mcg31_powers(size) % modulus) / MCG31_MODULUS


@functools.cache
def _mcg31_powers(size: int) -> np.ndarray:
    """The factor to the power of 0 ... size - 1, modulo the modulus: x after i steps from x0 is x0 times the i-th."""
    powers = np.array([pow(MCG31_FACTOR, i, MCG31_MODULUS) for i in range(size)], dtype=np.uint64)
    powers.setflags(write=False)  # all callers share this array
    return powers


def philox(counter: tuple[np.ndarray | int, ...], key: int) -> tuple[np.ndarray, ...]:
    """Philox4x32-10: a counter of four 32-bit words (arrays of one shape, or ints) and a key -> four words, uint64.

    Source: Salmon, Moraes, Dror & Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011).

    >>> [f"{int(word):08x}" for word in philox((0, 0, 0, 0), 0)]
    ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']
    """
    a, b, c, d = (np.asarray(word, dtype=np.uint64) for word in counter)
    low, high = key & 0xFFFFFFFF, key >> 32
    for _ in range(10):
        left, right = a * np.uint64(0xD2511F53), c * np.uint64(0xCD9E8D57)  # the product fits into 64 bits
        a, b, c, d = right >> WORD ^ b ^ np.uint64(low), right & LOW, left >> WORD ^ d ^ np.uint64(high), left & LOW
        low, high = (low + 0x9E3779B9) % 2**32, (high + 0xBB67AE85) % 2**32
    return a, b, c, d


def _unit(words: np.ndarray) -> np.ndarray:
    """32-bit words as float32 uniforms in (0, 1]: word * 2 ** -32 + 2 ** -33, each step in float32."""
    return words.astype(np.float32) * np.float32(2.0**-32) + np.float32(2.0**-33)


def cuda_uniforms(seed: int, first: int, count: int, size: int) -> np.ndarray:
    """The uniforms of `count` draws, starting with draw `first`: (count, size), float32, in (0, 1].

    The draws after seeding are numbered 0, 1, 2, ...; value i of a draw has the counter
    (draw, 0, i, 0), the seed is the key. Source: curand_uniform4 as torch calls it, one
    thread a value. Raises ValueError for a seed that is not 0 ... 2 ** 64 - 1.
    """
    draws = np.arange(first, first + count, dtype=np.uint64)[:, None]
    columns = np.arange(size, dtype=np.uint64)[None, :]
    draws, columns = np.broadcast_arrays(draws, columns)
    return _unit(philox((draws, 0, columns, 0), SEED.check(seed))[0])


def cuda_normals(seed: int, rows: int, columns: int) -> np.ndarray:
    """`torch.randn(rows, columns)` of a fresh CUDA generator: (rows, columns), float32.

    Value i, row by row, has the counter (0, 0, i, 0); of its words x and y,
    sqrt(-2 ln u) * sin(v), u = x * 2 ** -32 + 2 ** -33, v = 2 pi * (y * 2 ** -32 + 2 ** -33): the first
    of Box and Muller's pair, in float32. Source: curand_normal4 as torch calls it.
    Raises ValueError for a seed that is not 0 ... 2 ** 64 - 1.
    """
    cells = np.arange(rows * columns, dtype=np.uint64)
    x, y, _, _ = philox((0, 0, cells, 0), SEED.check(seed))
    angle = y.astype(np.float32) * np.float32(2.0**-32 * 2 * math.pi) + np.float32(2.0**-33 * 2 * math.pi)
    return (np.sqrt(np.float32(-2) * once(np.log, _unit(x))) * once(np.sin, angle)).reshape(rows, columns)


def once(function: Callable[[np.ndarray], np.ndarray], values: np.ndarray) -> np.ndarray:
    """A function of values (n,), float32, calculated in float64 and rounded once: (n,), float32.

    numpy's own float32 functions differ between processors.
    """
    return function(values.astype(np.float64)).astype(np.float32)
