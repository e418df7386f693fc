"""A tape: the same numbers however they are taken, also by two who go on from one place."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.streams.numbers import twister_uniforms
from analysis.streams.tape import BLOCK, Tape


@given(st.lists(st.integers(min_value=0, max_value=3 * BLOCK), max_size=5))
def test_a_tape_gives_the_same_numbers_however_many_are_taken_at_a_time(sizes):
    taken = twister_uniforms(5)
    pieces = [taken.take(size) for size in sizes]
    assert np.concatenate([[], *pieces]).tolist() == twister_uniforms(5).take(sum(sizes)).tolist()


def test_a_tape_makes_a_block_at_a_time():
    asked = []

    def make(count):
        asked.append(count)
        return np.zeros(count)

    tape = Tape(make)
    for size in (1, 10, BLOCK, 2 * BLOCK):
        assert len(tape.take(size)) == size
    assert asked == [0, BLOCK, BLOCK, 2 * BLOCK - (2 * BLOCK - 11 - BLOCK)]


@given(*[st.integers(min_value=0, max_value=2 * BLOCK)] * 3)
def test_a_fork_goes_on_from_the_same_place_and_leaves_the_tape_where_it_was(before, forked, after):
    tape, whole = twister_uniforms(5), twister_uniforms(5)
    assert tape.take(before).tolist() == whole.take(before).tolist()
    rest = whole.take(max(forked, after)).tolist()
    assert tape.fork().take(forked).tolist() == rest[:forked]
    assert tape.take(after).tolist() == rest[:after]
