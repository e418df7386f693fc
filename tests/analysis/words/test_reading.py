"""The one reader: the same words however a file is packed, laid out and encoded; one line for what is broken."""

import bz2
import gzip
import io
import lzma
import re
import threading
import zipfile

import pyarrow
import pytest
from pyarrow import csv, parquet

from analysis.words import columns, pieces
from analysis.words.lists import Limits
from analysis.words.reading import read_words
from analysis.words.sources import source_of

WORDS = ["emma", "mary ann", "zoé", "日本", 'o"neil', "ava"]
TEXT = "\n".join(WORDS).encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return file.getvalue()


PACKED = {
    ".txt": TEXT,
    ".gz": gzip.compress(TEXT),
    ".bz2": bz2.compress(TEXT),
    ".zst": pyarrow.compress(TEXT, "zstd", asbytes=True),
    ".xz": lzma.compress(TEXT),
    ".zip": zipped(("folder/", b""), ("folder/a.txt", TEXT)),
}


@pytest.mark.parametrize("ending", PACKED)
def test_a_list_is_read_however_it_is_packed(ending, tmp_path):
    path = tmp_path / f"a{ending}"
    path.write_bytes(PACKED[ending])
    assert read_words(path) == WORDS


@pytest.mark.parametrize("ending", [".csv", ".csv.xz", ".parquet"])
def test_a_list_is_a_column_of_a_table(ending, tmp_path):
    path, data = tmp_path / f"a{ending}", io.BytesIO()
    table = pyarrow.table({"year": [1] * 7, "name": [*WORDS, None]})
    (parquet.write_table if ending == ".parquet" else csv.write_csv)(table, data)
    path.write_bytes(lzma.compress(data.getvalue()) if ending.endswith("xz") else data.getvalue())
    assert read_words(path, column="name") == WORDS


@pytest.mark.parametrize("ending", ["a.txt", "a.csv", "a.gz"])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "UTF8"])
def test_a_list_is_read_in_the_encoding_that_is_named(encoding, ending, tmp_path):
    path, column = tmp_path / ending, "name" if ending == "a.csv" else None
    words = ["zoé", "ava"] * 2000
    data = "\n".join(["name"] * bool(column) + words).encode(encoding)
    path.write_bytes(gzip.compress(data) if ending == "a.gz" else data)
    assert read_words(path, column=column, encoding=encoding) == words


@pytest.mark.parametrize(("name", "encoding"), [("a.txt", "utf-16"), ("a.gz", "utf-8")])
def test_limits_hold_for_what_is_unpacked(name, encoding, tmp_path):
    data = ("a\n" * 3_000_000).encode(encoding)
    (tmp_path / name).write_bytes(gzip.compress(data) if name == "a.gz" else data)
    with pytest.raises(ValueError, match="expected at most 5,000,000 bytes, got more"):
        read_words(tmp_path / name, Limits(5_000_000, 10**9, 9, 9), encoding=encoding)


def test_a_quoted_cell_may_go_on_in_the_next_piece(tmp_path, monkeypatch):
    monkeypatch.setattr(pieces.whole_lines, "__defaults__", (0, None, 4))
    (tmp_path / "a.csv").write_bytes(b'note,name\n"a\r\nlong ""note""\n",emma\n\n"b",ava\n')
    assert read_words(tmp_path / "a.csv", column="name") == ["emma", "ava"]


def test_a_table_is_read_by_the_calling_thread_alone(tmp_path, monkeypatch):
    """A thread that still reads when the process ends would abort it."""
    threads, open_source = set(), columns.open_source

    def watched(source):
        file = open_source(source)
        read = file.read
        return type("Watched", (), {
            "read": lambda _, size: threads.add(threading.get_ident()) or read(size),
            "__enter__": lambda self: self,
            "__exit__": lambda *_: file.close(),
        })()  # fmt: skip

    monkeypatch.setattr(columns, "open_source", watched)
    (tmp_path / "a.csv").write_bytes(b"name\n" + b"emma\n" * 500_000)
    with pytest.raises(ValueError, match="expected a column 'first', got name"):
        read_words(tmp_path / "a.csv", column="first")
    assert len(read_words(tmp_path / "a.csv", column="name")) == 500_000
    assert threads == {threading.get_ident()}


BROKEN = {
    "a bad word": ("a.csv", b'note,name\n"1\n2",emma\n\n3,a.b\n', {"column": "name"}, "a.csv, line 5: a word cannot"),
    "a bad row": (
        "a.csv",
        b"n,name\n1,emma\n1\n",
        {"column": "name"},
        "a.csv, line 3: expected as many cells",
    ),
    "a bad byte": ("a.csv", b"n,name\n1,zo\xe9\n", {"column": "name"}, "a.csv, line 2: expected UTF-8 text, got the"),
    "another column": ("a.csv", b"n;name\n1;a\n", {"column": "name"}, "a.csv: expected a column 'name', got n;name"),
    "no word": ("a.csv", b"name\n\n", {"column": "name"}, "a.csv: expected a word in a row, got no word"),
    "an empty table": ("a.csv", b"", {"column": "name"}, "a.csv: expected a column 'name', got "),
    "no encoding": ("a.txt", b"a", {"encoding": "tea"}, "expected an encoding, such as utf-16 or latin-1, got tea"),
    "another encoding": ("a.txt", b"\xff", {"encoding": "ascii"}, "a.txt: expected text in ascii, got bytes that are"),
    "no xz": ("a.xz", b"emma" * 9, {}, "a.xz: cannot be read (Input format not supported by decoder)"),
    "a cut xz": ("a.xz", lzma.compress(TEXT)[:-9], {}, "a.xz: cannot be read (Compressed file ended before"),
    "no zip": ("a.zip", b"emma", {}, "a.zip: cannot be read (File is not a zip file)"),
    "two in a zip": ("a.zip", zipped(("a", b"a"), ("b", b"b")), {}, "a.zip: expected one file in the .zip, got 2"),
    "a bad line": ("a.xz", lzma.compress(b"emma\na.b"), {}, "a.xz, line 2: a word cannot contain '.'"),
}


@pytest.mark.parametrize(("name", "data", "options", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_list_is_refused_in_one_line(name, data, options, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ValueError, match="^" + re.escape(message)):
        read_words(name, **options)


def test_a_row_of_parquet_has_a_number_and_no_line(tmp_path):
    parquet.write_table(pyarrow.table({"name": ["emma", "a.b"]}), tmp_path / "a.parquet")
    with pytest.raises(ValueError, match=r"a\.parquet, row 2: a word cannot contain"):
        read_words(tmp_path / "a.parquet", column="name")


def test_a_source_in_another_encoding_is_read_whole():
    assert not source_of("a.txt", encoding="utf-16").splittable
