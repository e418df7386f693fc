"""Parts and pieces: whatever their sizes, together they are every line once."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.words.reading import pieces
from analysis.words.reading.decoding import BadLine, Recoded, line_ends
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.pieces import parts_of, whole_lines
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
        for start, stop in parts_of(source, ListFormat(), block)
        for bytes_ in whole_lines(io.BytesIO(data), start, stop, piece)
    ]
    assert [line for part in found for line in lines_of(part)] == lines_of(data)


def test_a_byte_order_mark_is_left_out_at_the_start_alone():
    mark = pieces.BYTE_ORDER_MARK
    assert [*whole_lines(io.BytesIO(mark + b"a\n" + mark), piece=5)] == [b"a\n", mark]


def test_a_line_that_is_too_long_is_refused_where_it_begins(monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST_LINE", 20)
    assert list(whole_lines(io.BytesIO(b"a\n" + b"b" * 20), piece=4))
    with pytest.raises(BadLine, match="expected a line of at most 20 bytes, got more") as refused:
        list(whole_lines(io.BytesIO(b"a\n" + b"b" * 40), piece=4))
    assert refused.value.line == 1  # after the piece before it


def test_lines_that_end_as_in_old_files_are_never_too_long(monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST_LINE", 20)
    assert len(lines_of(b"".join(whole_lines(io.BytesIO(b"emma\r" * 30), piece=8)))) == 30


@pytest.mark.parametrize(("encoding", "end"), [("utf-16", "\n"), ("shift_jis", "\r\n"), ("ascii", "\n")])
def test_bytes_that_are_not_of_the_encoding_are_refused_with_their_line(encoding, end):
    bad = {"utf-16": b"\x00\xd8a\x00", "shift_jis": b"\xff", "ascii": b"\xe9"}[encoding]
    data = (f"emma{end}" * 30).encode(encoding) + bad
    file = Recoded(io.BytesIO(data), encoding)
    pieces = []
    with pytest.raises(BadLine, match=f"expected text in {encoding}, got bytes that are not {encoding}") as refused:
        pieces.extend(whole_lines(file, piece=40))
    assert sum(map(line_ends, pieces)) + refused.value.line == 31
    assert pieces


@pytest.mark.parametrize(
    ("source", "options"),
    [
        (Source("a.gz", "/a.gz", 100, "", ".gz", splits=False), {}),
        (Source("a.json", "/a.json", 100, "", splits=False), {}),
        (Source("a", "/a", 100, ""), {"column": 1}),
        (Source("a", "/a", 100, ""), {"weights": True}),
        (Source("a", "/a", 100, ""), {"encoding": "utf-16"}),
        (Source("a", "/a", None, ""), {}),
    ],
)
def test_what_cannot_be_read_from_any_line_is_one_part(source, options):
    assert parts_of(source, ListFormat(**options), 10) == [(0, None)]


@pytest.mark.parametrize("options", [{"fold": True}, {"skip_bad_words": True}, {"boundary": "|"}, {"encoding": "UTF8"}])
def test_plain_lines_are_read_in_parts_with_every_other_option(options):
    assert len(parts_of(Source("a", "/a", 100, ""), ListFormat(**options), 10)) == 10
