"""Parts and pieces: whatever their sizes, together they are every line once."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.words.lists import BadLine
from analysis.words.reading import pieces
from analysis.words.reading.pieces import lines_before, parts_of, whole_lines
from analysis.words.reading.sources import Source

TEXTS = st.lists(st.sampled_from(["", "a", "emma", "é", "日本"]), max_size=12).flatmap(
    lambda words: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(words))
)


def lines_of(data: bytes) -> list[bytes]:
    """The lines of bytes that are not empty."""
    return [line for line in data.splitlines() if line]


@given(TEXTS, st.integers(1, 9), st.integers(1, 7))
def test_the_parts_of_a_file_give_every_line_once(text, block, piece):
    data = text.encode()
    source = Source("a.txt", "/a.txt", len(data), "")
    found = [
        bytes_
        for start, stop in parts_of(source, block)
        for _, bytes_ in whole_lines(io.BytesIO(data), start, stop, piece)
    ]
    assert [line for part in found for line in lines_of(part)] == lines_of(data)


@given(TEXTS, st.integers(1, 9), st.integers(1, 7))
def test_a_piece_says_where_it_begins(text, block, piece):
    data = text.encode()
    for start, stop in parts_of(Source("a.txt", "/a.txt", len(data), ""), block):
        for offset, part in whole_lines(io.BytesIO(data), start, stop, piece):
            assert data[offset:].startswith(part)


def test_a_byte_order_mark_is_left_out_at_the_start_alone():
    mark = pieces.BYTE_ORDER_MARK
    assert [*whole_lines(io.BytesIO(mark + b"a\n" + mark), piece=5)] == [(0, b"a\n"), (5, mark)]


def test_a_line_that_is_too_long_is_refused_where_it_begins(monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST_LINE", 20)
    assert list(whole_lines(io.BytesIO(b"a\n" + b"b" * 20), piece=4))
    with pytest.raises(BadLine, match="expected a line of at most 20 bytes, got more") as refused:
        list(whole_lines(io.BytesIO(b"a\n" + b"b" * 40), piece=4))
    assert refused.value.position == 2


def test_lines_that_end_as_in_old_files_are_never_too_long(monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST_LINE", 20)
    assert len(lines_of(b"".join(part for _, part in whole_lines(io.BytesIO(b"emma\r" * 30), piece=8)))) == 30


@given(TEXTS, st.integers(0, 40), st.integers(1, 7))
def test_lines_are_counted_up_to_a_place(text, position, piece):
    data = text.encode()[:position]
    ended = io.TextIOWrapper(io.BytesIO(data), encoding="latin-1").read().count("\n")
    assert lines_before(io.BytesIO(text.encode()), position, piece) == ended


def test_a_compressed_file_is_one_part():
    assert parts_of(Source("a.gz", "/a.gz", 100, "", compression="gzip"), 10) == [(0, None)]
