import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.words.lists import SHARED, Limits, parse_words
from analysis.words.reading import read_words


def parse(text: str) -> list[str]:
    return parse_words(text.encode(), "list.txt")


@given(st.lists(st.text("abe\u0301éß日🦉 -'", min_size=1, max_size=6).filter(str.strip), min_size=1))
def test_a_list_written_one_word_a_line_is_read_back_stripped_and_normalized(words):
    assert parse("\n".join(words)) == [unicodedata.normalize("NFC", word).strip() for word in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("emma\nava", ["emma", "ava"]),
        ("emma\r\nava\r\n", ["emma", "ava"]),
        ("emma\rava", ["emma", "ava"]),
        ("\n emma \n\n\tava\t\n", ["emma", "ava"]),
        ("\ufeffemma", ["emma"]),  # the mark some editors put before UTF-8
        ("mary ann", ["mary ann"]),
        ("re\u0301mi", ["r\u00e9mi"]),  # two code points become one letter
        ("a\u200db", ["a\u200db"]),  # a joiner is spelling
        ("emma\nemma", ["emma", "emma"]),
        ("a" * 5000, ["a" * 5000]),
        ("\u2028emma", ["emma"]),  # a separator around a word is a space
    ],
)
def test_a_text_gives_its_words(text, expected):
    assert parse(text) == expected


FEW = Limits(bytes=12, words=3, letters=4, alphabet=5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\nb\nc\n\n\n\n\n\n\n\n", "list.txt: expected at most 12 bytes, got more"),
        ("a\na\na\na", "list.txt: expected at most 3 words, got 4"),
        ("a\nemmas", "list.txt, line 2: expected a word of at most 4 characters, got 5"),
        ("abcd\nef", "list.txt: expected at most 5 different characters, got 6"),
    ],
)
def test_a_limit_that_is_given_is_kept(text, message):
    with pytest.raises(ValueError, match="^" + re.escape(message) + "$"):
        parse_words(text.encode(), "list.txt", FEW)
    assert parse(text)


@pytest.mark.parametrize("text", ["a\nb\nc\n\n\n\n\n\n\n", "a\na\na", "emma", "abcd\ne"])
def test_a_list_that_just_keeps_to_the_limits_is_read(text):
    assert parse_words(text.encode(), "list.txt", FEW) == parse(text)


def test_without_limits_a_list_may_be_larger_than_a_shared_server_takes():
    assert parse("emma\n" * 500_000) == ["emma"] * 500_000
    assert SHARED.words < 500_000
    assert SHARED.bytes < 5 * 500_000


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"emma\n\xff",
            "list.txt, line 2: expected UTF-8 text, got the byte 0xff (the file may be in Windows-1252)",
        ),
        (b"", "list.txt: expected one word on each line, got no word"),
        (b" \n\n", "list.txt: expected one word on each line, got no word"),
        (b"emma\n\nem.ma", "list.txt, line 3: a word cannot contain '.', which marks its start and end, got 'em.ma'"),
        (b"em\tma", r"list.txt, line 1: expected letters, got 'em\tma'"),
        (b"em\0ma", r"list.txt, line 1: expected letters, got 'em\x00ma'"),
        ("em\u2028ma".encode(), r"list.txt, line 1: expected letters, got 'em\u2028ma'"),
        ("\ufeff\ufeffemma".encode(), r"list.txt, line 1: expected letters, got '\ufeffemma'"),
        ("\u200b".encode(), r"list.txt, line 1: expected letters, got '\u200b'"),
        ("\ue000".encode(), r"list.txt, line 1: expected letters, got '\ue000'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_refused_in_one_line(data, message):
    with pytest.raises(ValueError, match="^" + re.escape(message) + "$"):
        parse_words(data, "list.txt")


def test_a_file_is_read_from_its_path(tmp_path):
    (tmp_path / "list.txt").write_bytes("zoé\nava".encode())
    assert read_words(tmp_path / "list.txt") == ["zoé", "ava"]


def test_of_a_file_too_large_no_more_is_read_than_tells_so(tmp_path):
    (tmp_path / "list.txt").write_bytes(b"a\n" * 7)
    with pytest.raises(ValueError, match="expected at most 12 bytes"):
        read_words(tmp_path / "list.txt", FEW)


@pytest.mark.parametrize("name", ["missing.txt", "."], ids=["no such file", "a folder"])
def test_a_path_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(ValueError, match=re.escape(str(tmp_path / name)) + r": cannot be read \("):
        read_words(tmp_path / name)
