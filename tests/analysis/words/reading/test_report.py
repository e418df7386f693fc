"""`read_list`: whatever the bytes are, a list of words with a report, or one line that says what would help."""

import bz2
import gzip
import io
import json
import lzma
import re
import unicodedata
import zipfile

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from analysis.words.lists import SHARED, Limits
from analysis.words.reading.files import read_file
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.report import read_list

WORDS = ("emma", "mary ann", "zoé", "日本", 'o"neil', "ava")
TEXT = "\n".join(WORDS).encode()
CSV = b"Ana,F,30\nBo,M,20\nCleo,F,10\n"
TABLE = b"previous\\next,.,a\n.,0,2\na,2,1\n"
PAGE = ListFormat(guess=True, skip_bad_words=True)


def zipped(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return file.getvalue()


def in_parquet(**columns):
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file)
    return file.getvalue()


@given(st.lists(st.text("abe\u0301éß日🦉 -'", min_size=1, max_size=6).filter(str.strip), min_size=1))
def test_a_list_written_one_word_a_line_is_read_back_stripped_and_normalized(words):
    report = read_list("\n".join(words).encode(), "a")
    assert report.words == tuple(unicodedata.normalize("NFC", word).strip() for word in words)
    assert report.normalized == sum(not unicodedata.is_normalized("NFC", word) for word in words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("emma\r\nava\r\n", ["emma", "ava"]),
        ("emma\rava", ["emma", "ava"]),
        ("\n emma \n\n\tava\t\n", ["emma", "ava"]),
        ("\ufeffemma", ["emma"]),  # the mark some editors put before UTF-8
        ("a\u200db", ["a\u200db"]),  # a joiner is spelling
        ("emma\nemma", ["emma", "emma"]),
        ("a" * 2_000_000, ["a" * 2_000_000]),
        ("\u2028emma", ["emma"]),  # a separator around a word is a space
        ('["emma", "ava"]', ["emma", "ava"]),
        ("[a]\n[b]", ["[a]", "[b]"]),
        ("Smith, John\nDoe, Jane", ["Smith, John", "Doe, Jane"]),  # no numbers: words
        ("=1+1\n<b>x</b>", ["=1+1", "<b>x</b>"]),
    ],
)
def test_a_text_gives_its_words(text, expected):
    assert list(read_list(text.encode(), "a").words) == expected


PACKED = {
    ".gz": gzip.compress(TEXT),
    ".bz2": bz2.compress(TEXT),
    ".zst": pyarrow.compress(TEXT, "zstd", asbytes=True),
    ".xz": lzma.compress(TEXT),
    ".zip": zipped(("folder/", b""), ("folder/a.txt", TEXT)),
}


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("name", ["standard input", "a.txt{}"])
def test_a_packed_list_is_known_by_its_first_bytes(ending, name):
    assert read_list(PACKED[ending], name.format(ending)).words == WORDS


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, lambda data: zipped(("a", data))])
def test_what_grows_without_end_when_it_is_unpacked_stops_at_the_limit(pack):
    with pytest.raises(ValueError, match=r"^a: expected at most 2,000,000 bytes, got more$"):
        read_list(pack(bytes(20_000_000)), "a", limits=SHARED)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le", "utf-32"])
def test_another_encoding_is_read_if_it_is_named_and_guessed_for_a_page(encoding):
    data = "zoé\nava".encode(encoding)
    assert read_list(data, "a", ListFormat(encoding=encoding)).words == ("zoé", "ava")
    assert read_list(data, "a", PAGE).words == ("zoé", "ava")
    with pytest.raises(ValueError, match=r"^a, line 1: expected UTF-8 text, got the byte .* --encoding (utf|windows)-"):
        read_list(data, "a")


TABLES = {
    "three fields": (CSV, {"column": 1, "weights": "3"}, ["Ana", "Bo", "Cleo"], [30, 20, 10]),
    "only words": (CSV, {"column": 1}, ["Ana", "Bo", "Cleo"], None),
    "as found": (CSV, {"guess": True}, ["Ana", "Bo", "Cleo"], [30, 20, 10]),
    "as found, without weights": (CSV, {"guess": True, "weights": False}, ["Ana", "Bo", "Cleo"], None),
    "a header": (b"town;people\nUlm;12\nBonn;34\n", {"column": "town"}, ["Ulm", "Bonn"], None),
    "a header as found": (b"n;name\n12;Ulm\n34;Ulm\n", {"guess": True}, ["Ulm"], [46]),
    "a header that is a number": (b"2020;2021\na;b\n", {"column": 2021}, ["b"], None),
    "tabs": (b"a\t1\nb\t2", {"weights": True}, ["a", "b"], [1, 2]),
    "spaces": (b"mary ann  1,200\n\nb 2", {"weights": True}, ["mary ann", "b"], [1200, 2]),
    "thousands": (b'name,n\nana,"1,200"\nbo,3.0\nc,0', {"weights": "n"}, ["ana", "bo"], [1200, 3]),
    "equal words": (b"Ana 1\nana 2\nbo 3", {"weights": True, "fold": True}, ["ana", "bo"], [3, 3]),
    "no header": (b"Ana,30\nBo,20", {"column": 1}, ["Ana", "Bo"], None),
    "cells of two lines": (b'n,name\n"a\r\nlong ""n""\n",emma\n\n"b",ava\n', {"column": "name"}, ["emma", "ava"], None),
    "one column": (b"name\nemma", {"column": "name"}, ["emma"], None),
    "objects": (b'[{"name": "ana"}, {"name": "bo"}]', {"column": "name"}, ["ana", "bo"], None),
    "parquet": (in_parquet(n=[3, 4], name=["é", None]), {"column": "name", "weights": "n"}, ["é"], [3]),
    "parquet as found": (in_parquet(n=[3, 4], name=["é", "a"]), {"guess": True}, ["é", "a"], [3, 4]),
    "lines whatever they look like": (b"a,1\nb,2", {"separator": ""}, ["a,1", "b,2"], None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "options", "words", "weights"), TABLES.values(), ids=TABLES)
def test_a_table_gives_its_words_and_how_often_they_occur(data, options, words, weights):
    report = read_list(data, "a", ListFormat(**options))
    assert (list(report.words), report.weights and list(report.weights)) == (words, weights)


def test_a_page_is_told_what_was_found_and_each_can_be_given_instead():
    report = read_list(b"n;name\n12;Ulm\n0;Bonn\n", "a", PAGE)
    assert report.layout == (";", True, ("n", "name"), 1, 0)
    assert (report.zero, report.total, report.distinct, report.letters) == (1, 12, 1, ("U", "l", "m"))
    other = ListFormat(guess=True, header=False, column=1, weights=False, separator=",", encoding="latin-1")
    assert read_list(b"n;name\n12;Ulm", "a", other).words == ("n;name", "12;Ulm")


def test_a_report_counts_what_was_changed_and_names_what_cannot_be_seen():
    report = read_list("re\u0301mi\n Ann\nbo\u200e\n".encode(), "a", ListFormat(fold=True))
    assert report.words == ("rémi", "ann", "bo\u200e")
    assert (report.normalized, report.trimmed, report.folded) == (1, 1, 1)
    assert report.hidden == ("U+200E LEFT-TO-RIGHT MARK",)


def test_refused_lines_are_all_named_and_left_out_if_asked():
    data = "ana\n" + "a.b\n" * 12 + "x\0y\n" + "zoe"
    with pytest.raises(
        ValueError, match=r"line 2 'a\.b', .*line 11 'a\.b', and 3 more; --boundary '\|' changes"
    ) as error:
        read_list(data.encode(), "a")
    assert "line 12" not in str(error.value)
    report = read_list(data.encode(), "a", ListFormat(skip_bad_words=True))
    assert report.words == ("ana", "zoe")
    assert [one.line for one in report.refused] == [*range(2, 15)]
    assert report.refused[-1] == (14, r"'x\x00y'", "expected letters", "--skip-bad-words")


def test_another_boundary_and_what_then_is_refused():
    assert read_list(b"St. Ives\nbo", "a", ListFormat(boundary="|")).words == ("St. Ives", "bo")
    with pytest.raises(ValueError, match=r"^a, line 2: a word cannot contain '\|'"):
        read_list(b"ana\na|b", "a", ListFormat(boundary="|"))


def test_numbers_after_the_words_are_told_or_read_as_counts():
    data = b"emma 20355\nolivia 19553\n"
    assert "nearly every line ends in a number" in read_list(data, "a").notes[0]
    assert read_list(data, "a", ListFormat(guess=True)).weights == (20355, 19553)


def test_a_heading_is_told_and_left_out_with_other_bad_words():
    data = b"a comment by X\n\nana\nbo\n"
    assert "looks like a heading" in read_list(data, "a").notes[0]
    assert read_list(data, "a", ListFormat(skip_bad_words=True)).words == ("ana", "bo")


FEW = Limits(bytes=12, words=3, letters=4, alphabet=5)
LIMITED = {
    "too many bytes": (b"a\n" * 7, {}, "a: expected at most 12 bytes, got more"),
    "too many words": (b"a\na\na\na", {}, "a: expected at most 3 words, got 4"),
    "a long word": (b"a\nemmas", {}, "a, line 2: expected a word of at most 4 characters, got 'emmas'"),
    "too many letters": (b"abcd\nef", {}, "a: expected at most 5 different characters, got 6"),
}
BAD = {
    "nothing": (b"", {}, "a: expected one word on each line, got no word"),
    "blank lines": (b" \n\r\n\t", {}, "a: expected one word on each line, got no word"),
    "nothing but bad words": (b"a.b", {"skip_bad_words": True}, "a: expected one word on each line, got no word (ref"),
    "a tab": (b"em\tma\nb", {}, r"a, line 1: expected letters, got 'em\tma'; --column reads a column of a table, "),
    "NUL": (b"em\0ma", {}, r"a, line 1: expected letters, got 'em\x00ma'; --skip-bad-words"),
    "a line separator": ("e\u2028a".encode(), {}, r"a, line 1: expected letters, got 'e\u2028a'"),
    "two byte-order marks": ("\ufeff\ufeffe".encode(), {}, r"a, line 1: expected letters, got '\ufeffe'"),
    "nothing to be seen": ("\u200b".encode(), {}, r"a, line 1: expected letters, got '\u200b'"),
    "private use": ("\ue000".encode(), {}, r"a, line 1: expected letters, got '\ue000'"),
    "an image": (b"\x89PNG\r\n\x1a\n", {}, "a, line 1: expected UTF-8 text, got the byte 0x89"),
    "a table": (CSV, {}, "a: looks like a table with ',' between 3 columns: --column 1 --weights 3 reads it"),
    "a table with weights": (CSV, {"weights": True}, "a: looks like a table with ',' between 3 columns: --column 1"),
    "a count table": (TABLE, {}, "a: looks like a count table, as bigrams --csv writes it: --counts reads it"),
    "no such column": (CSV, {"column": "name"}, "a: expected a column 'name', got only the columns Ana, F, 30"),
    "column 4": (CSV, {"column": 4}, "a: expected a column from 1 to 3 (Ana, F, 30), got 4"),
    "one column twice": (CSV, {"column": 1, "weights": 1}, "a: expected two columns"),
    "weights alone": (CSV, {"weights": 3}, "a: expected --column too, with the column of the words, one of 1, 2, 3"),
    "a ragged row": (b"n;name\n1;a\n2\n", {"column": "name"}, "a, line 3: expected as many cells as the first row"),
    "a row after a quote": (b'note,name\n"1\n2",emma\n\n3,a.b\n', {"column": "name"}, "a, line 5: a word cannot"),
    "no number": (b"a 1\nb x", {"weights": True}, "a, line 2: expected a word and how often it occurs, got 'b x'"),
    "no numbers": (b"Smith, John\nDoe, Jane", {"weights": True}, "a, 2 lines are refused: expected a word and how"),
    "half": (b"a,1\nb,1.5", {"weights": 2, "column": 1}, "a, line 2: expected a whole number from 0 to"),
    "bad bytes": (b"a\n\xff", {"encoding": "ascii"}, "a, line 2: expected text in ascii, got bytes that are not ascii"),
    "objects": (b'[{"name": "ana"}]', {}, "a: expected a JSON list of strings, such as"),
    "lines of JSON": (b'{"name": "ana"}\n{"name": "bo"}', {}, "a: looks like JSON objects: a list of strings would do"),
    "parquet": (in_parquet(n=[1], name=["a"]), {}, "a: expected --column with the column of the words, one of n, name"),
    "a row of parquet": (in_parquet(name=["a", "a.b"]), {"column": "name"}, "a, row 2: a word cannot contain '.'"),
    "two in a zip": (zipped(("a", b"a"), ("b", b"b")), {}, "a: cannot be unpacked (expected one file in the .zip, "),
    "a cut xz": (lzma.compress(TEXT)[:-9], {}, "a: cannot be unpacked (Compressed file ended before"),
    "sums beyond 64 bits": (b"a" * 9_300_000 + b" 1000000000000", {"weights": True}, "a: expected counts that add up"),
}  # fmt: skip
FORMATS = {
    "no encoding": ({"encoding": "tea"}, "expected an encoding, such as utf-16 or latin-1, got tea"),
    "no text": ({"encoding": "base64"}, "expected an encoding, such as"),
    "a long boundary": ({"boundary": "ab"}, "--boundary must be one character that can be seen, got 'ab'"),
    "a space as boundary": ({"boundary": " "}, "--boundary must be one character"),
    "the boundary in the alphabet": ({"alphabet": "a."}, "--alphabet must be letters other than the boundary, got '.'"),
}


@pytest.mark.parametrize(("data", "options", "message"), (LIMITED | BAD).values(), ids=LIMITED | BAD)
def test_a_bad_list_is_refused_in_one_line(data, options, message):
    with pytest.raises(ValueError, match="^" + re.escape(message)) as error:
        read_list(data, "a", ListFormat(**options), FEW if "at most" in message else None)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("options", "message"), FORMATS.values(), ids=FORMATS)
def test_a_bad_option_is_refused_in_one_line(options, message):
    with pytest.raises(ValueError, match="^" + re.escape(message)):
        ListFormat(**options)


TEXTS = st.one_of(
    st.binary(max_size=60),
    st.text(st.sampled_from("ab.,;\t\"'\n\r0123{}[]: \u0301\u200e\0\ufeff"), max_size=60).map(str.encode),
    st.binary(max_size=60).map(gzip.compress),
    st.binary(max_size=40).map(lambda data: b"PK\x03\x04" + data),
    st.binary(max_size=40).map(lambda data: b"PAR1" + data + b"PAR1"),
    st.recursive(st.none() | st.integers() | st.text(max_size=3), st.lists).map(lambda x: json.dumps(x).encode()),
    st.text(max_size=20).map(lambda text: text.encode("utf-16", "surrogatepass")),
)
FORMATTED = st.builds(
    ListFormat,
    fold=st.booleans(),
    column=st.sampled_from([None, None, 1, "2", "a"]),
    weights=st.sampled_from([None, True, False, 2, "b"]),
    encoding=st.sampled_from([None, None, "latin-1", "utf-16", "utf-7", "punycode"]),
    separator=st.sampled_from([None, None, ",", ""]),
    header=st.sampled_from([None, True, False]),
    skip_bad_words=st.booleans(),
    guess=st.booleans(),
)


@given(TEXTS, FORMATTED, st.sampled_from(["a", "a.csv", "a.json", "a.gz"]))
def test_whatever_comes_is_a_list_of_words_or_one_line(data, options, name):
    report, error = None, ""
    try:
        report = read_list(data, name, options, SHARED)
    except ValueError as refused:
        error = str(refused)
    if report is None:
        assert error.startswith(name)
        assert error.isprintable()
    else:
        assert report.words
        assert all(word and word == word.strip() and "." not in word for word in report.words)
        assert report.weights is None or (len(report.weights) == report.distinct and min(report.weights) > 0)


@pytest.mark.parametrize("name", ["missing.txt", "."], ids=["no such file", "a folder"])
def test_a_path_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(ValueError, match=re.escape(str(tmp_path / name)) + r": cannot be read \("):
        read_file(tmp_path / name)


def test_an_address_without_an_answer_says_so():
    with pytest.raises(ValueError, match=r"^memory://none/a.txt: cannot be read \(no such file, or no answer\)$"):
        read_file("memory://none/a.txt")


def test_of_a_file_too_large_no_more_is_read_than_tells_so(tmp_path):
    (tmp_path / "list.txt").write_bytes(b"a\n" * 7)
    with pytest.raises(ValueError, match="expected at most 12 bytes"):
        read_file(tmp_path / "list.txt", limits=FEW)
