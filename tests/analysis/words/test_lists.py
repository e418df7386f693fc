import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.words.lists import parse_words, read_words


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
        ("a" * 64, ["a" * 64]),
    ],
)
def test_a_text_gives_its_words(text, expected):
    assert parse(text) == expected


def test_a_file_of_exactly_two_million_bytes_is_read():
    assert parse("a" + "\n" * 1_999_999) == ["a"]


def test_two_hundred_thousand_words_are_read():
    assert parse("a\n" * 200_000) == ["a"] * 200_000


def test_an_alphabet_of_256_characters_is_read():
    letters = [chr(0x4E00 + i) for i in range(256)]
    assert parse("\n".join(letters)) == letters


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a" * 2_000_001, "list.txt: expected at most 2,000,000 bytes, got more"),
        (b"emma\n\xff", "list.txt: expected UTF-8 text, got a byte that is not, at position 5"),
        (b"", "list.txt: expected one word a line, got no word"),
        (b" \n\n", "list.txt: expected one word a line, got no word"),
        (b"a\n" * 200_001, "list.txt: expected at most 200,000 words, got 200,001"),
        (
            "\n".join(chr(0x4E00 + i) for i in range(257)).encode(),
            "list.txt: expected at most 256 different characters, got 257",
        ),
        (b"emma\n\nem.ma", "list.txt, line 3: a word cannot hold '.', which marks its start and end, got 'em.ma'"),
        (b"a" * 65, "list.txt, line 1: expected a word of at most 64 characters, got 65"),
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


def test_a_file_too_large_is_refused(tmp_path):
    (tmp_path / "list.txt").write_bytes(b"a\n" * 1_500_000)
    with pytest.raises(ValueError, match="expected at most 2,000,000 bytes"):
        read_words(tmp_path / "list.txt")


@pytest.mark.parametrize("name", ["missing.txt", "."], ids=["no such file", "a folder"])
def test_a_path_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(ValueError, match=re.escape(str(tmp_path / name)) + r": cannot be read \("):
        read_words(tmp_path / name)
