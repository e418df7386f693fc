"""The engine: the same table from any files, in any blocks, packed in any way; one line for what is broken."""

import bz2
import gzip
import io
import json
import lzma
import re
from collections import Counter
from dataclasses import replace

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from analysis.large import engine, tasks
from analysis.large.engine import count_sources
from analysis.large.tasks import Task
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.report import read_list
from analysis.words.reading.sources import find_sources
from tests.analysis.large.test_kernel import as_counter, by_hand


def parquet_of(**columns) -> bytes:
    """A .parquet file."""
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file)
    return file.getvalue()


WORDS = ["emma", "mary ann", "zoé", "Анна", "日本", "🦉o", "ava"] * 40
TEXT = "\n".join(WORDS)


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Every corpus goes through Dask, in blocks of a kilobyte."""
    monkeypatch.setattr(engine, "SMALL", 0)


def count(*names, skip=False, progress=lambda task: None, block=1000, **options):
    """The pairs of files, in blocks of a kilobyte."""
    sources = find_sources([str(name) for name in names])
    return count_sources(sources, ListFormat(**options), skip=skip, progress=progress, block=block)


def zstd(data: bytes) -> bytes:
    return pyarrow.compress(data, "zstd", asbytes=True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_blocks_of_a_kilobyte_give_the_table_of_the_whole(end, tmp_path):
    (tmp_path / "a.txt").write_bytes(end.join(WORDS).encode())
    done = []
    counted = count(tmp_path / "a.txt", progress=done.append)
    assert as_counter(counted.pairs) == by_hand(WORDS)
    assert len(done) > 1
    assert sum(task.size for task in done) == (tmp_path / "a.txt").stat().st_size


@given(st.lists(st.text("ab é日", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(1, 60))
def test_any_lines_in_any_blocks_are_counted(tmp_path_factory, words, block):
    words = [word for word in words if word.strip()] or ["a"]
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_text("\n".join(words), encoding="utf-8")
    assert as_counter(count(path, block=block).pairs) == by_hand(word.strip() for word in words)


PACKED = {".txt": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".zst": zstd}


@pytest.mark.parametrize("ending", PACKED)
def test_each_compression_is_read(ending, tmp_path):
    (tmp_path / f"a{ending}").write_bytes(PACKED[ending](TEXT.encode()))
    assert as_counter(count(tmp_path / f"a{ending}").pairs) == by_hand(WORDS)


def test_two_gz_in_one_file_are_both_read(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"emma\n") + gzip.compress(b"ava\n"))
    assert as_counter(count(tmp_path / "a.gz").pairs) == by_hand(["emma", "ava"])


def test_the_files_of_a_pattern_are_one_corpus(tmp_path):
    for i in range(40):  # more than are added up at a time
        (tmp_path / f"{i}.txt").write_text(TEXT, encoding="utf-8")
    assert as_counter(count(tmp_path / "*.txt").pairs) == by_hand(WORDS * 40)


BROKEN = {
    "a gz cut short": ("a.gz", gzip.compress(TEXT.encode())[:-9], "a.gz: cannot be read (Compressed file ended before"),
    "a zst cut short": ("a.zst", zstd(TEXT.encode())[:-9], "a.zst: cannot be read (Truncated compressed stream)"),
    "a gz that is none": ("a.gz", b"emma\n", "a.gz: cannot be read (its name ends in .gz, but its content"),
    "a bad line in .gz": ("a.gz", gzip.compress(TEXT.encode() + b"\na.b"), "a.gz, line 281: a word cannot contain '.'"),
    "no parquet": ("a.parquet", b"emma\n" * 9, "a.parquet: "),
}


@pytest.mark.parametrize(("name", "data", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_ends_the_run_with_its_name_and_place(name, data, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ValueError, match="^" + re.escape(message)):
        count(name, column="name" if name.endswith("parquet") else None)


def test_a_line_of_a_hundred_megabytes_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.write(b"emma\n")
        file.truncate(100_000_000)  # zeros that take no room on the disk
    with pytest.raises(ValueError, match=r"a\.txt, line 2: expected a line of at most 8,000,000 bytes, got more"):
        count(tmp_path / "a.txt", block=50_000_000)


def test_a_file_that_changes_under_way_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    sources = find_sources([str(tmp_path / "a.txt")])
    (tmp_path / "a.txt").write_text(TEXT + "\nmia", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt: changed while it was being counted"):
        count_sources(sources)


def test_a_file_that_goes_away_is_named(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    sources = find_sources([str(tmp_path / "a.txt")])
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ValueError, match=r"a\.txt: cannot be read \(No such file or directory\)"):
        count_sources(sources)


def test_of_a_skipped_file_nothing_counts_and_it_is_told_once(tmp_path):
    (tmp_path / "good.txt").write_text("emma\n")
    (tmp_path / "bad.txt").write_text("x\n" * 2000 + "a.b\n" + "x\n" * 2000 + "c.d\n")
    counted = count(tmp_path / "*.txt", skip=True)
    assert as_counter(counted.pairs) == by_hand(["emma"])
    bad = tmp_path / "bad.txt"
    (line,) = counted.skipped
    assert line.startswith(
        f"{bad}, 2 lines are refused: a word cannot contain '.', which marks its start and end: line 2001 "
    )


def test_a_fault_of_our_own_is_no_bad_file(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    (tmp_path / "a.txt").write_text("emma\n")
    monkeypatch.setattr(tasks, "count_lines", fail)
    with pytest.raises(ZeroDivisionError):
        count(tmp_path / "a.txt", skip=True)


def test_a_corpus_of_many_terabytes_is_no_more_tasks_than_a_scheduler_takes(monkeypatch):
    (source,) = find_sources([__file__])
    terabytes = [type(source)(f"{i}", f"/{i}", 10**13, "") for i in range(3)]
    made: list[list[Task]] = []
    monkeypatch.setattr(engine, "_run", lambda tasks, *_: made.extend(tasks) or ([1], [1], [], []))
    count_sources(terabytes)
    assert 10_000 < sum(map(len, made)) <= engine.MOST_TASKS + 3


def test_a_small_corpus_needs_no_dask(tmp_path, monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(engine, "_run", lambda *_: pytest.fail("asked Dask"))
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("emma\n")
    assert as_counter(count(tmp_path / "*.txt").pairs) == by_hand(["emma", "emma"])


BAD_LINES = ["emma"] * 3000
for number, word in ((5, "a.b"), (1500, "x\ty"), (2990, "St. Ives")):
    BAD_LINES[number - 1] = word
LISTS = {
    "lines": ("a.txt", "\n".join(BAD_LINES).encode(), {}),
    "lines of a file from Windows": ("a.txt", "\r\n".join(BAD_LINES).encode(), {}),
    "packed": ("a.txt.xz", lzma.compress("\n".join(BAD_LINES).encode()), {}),
    "packed under another name": ("a.txt", gzip.compress("\n".join(BAD_LINES).encode()), {}),
    "UTF-16": ("a.txt", "\n".join(BAD_LINES).encode("utf-16"), {"encoding": "utf-16"}),
    "a table": ("a.csv", "\n".join(f"{i};{word}" for i, word in enumerate(BAD_LINES)).encode(), {"column": 2}),
    "a table with a header": (
        "a.csv",
        "\n".join(["n,name", *(f'{i},"{word}"' for i, word in enumerate(BAD_LINES))]).encode(),
        {"column": "name", "weights": "n"},
    ),
    "words with counts": ("a.txt", "\n".join(f"{word} 3" for word in BAD_LINES).encode(), {"weights": True}),
    "JSON": ("a.txt", json.dumps(BAD_LINES).encode(), {}),
    "JSON objects": ("a.json", json.dumps([{"w": word, "n": 2} for word in BAD_LINES]).encode(), {"column": "w"}),
    "many bad lines": ("a.txt", b"emma\nav.a\n" * 900, {}),
    "many bad lines of two kinds": ("a.txt", b"em\tma\nav.a\nmia\n" * 900, {}),
    "a heading": ("a.txt", b"all the first names\n\n" + "\n".join(BAD_LINES).encode(), {}),
    "a bad weight": ("a.csv", b"name,n\n" + b"ava,2\n" * 2000 + b"emma,x\n", {"column": "name", "weights": "n"}),
    "capitals": ("a.txt", "Zo\u0301\nEMMA.\n\u00c9va\n".encode() * 300, {"fold": True}),
    "another mark": ("a.txt", b"St. Ives\na|b\n" * 300, {"boundary": "|"}),
    "bytes that are no text": ("a.txt", b"emma\n" * 900 + b"\xe9\n" + b"ava\n" * 900, {}),
    "bytes of another encoding": ("a.txt", b"emma\n" * 900 + b"\xe9", {"encoding": "ascii"}),
    "a quote without end": ("a.csv", b"n,name\n" + b"1,emma\n" * 900 + b'2,"' + b"ava\n" * 40_000, {"column": 2}),
    "a stray quote": ("a.csv", b"n,name\n" + b'1,em"ma\n' * 900 + b"1,a.b\n", {"column": 2}),
    "another column": ("a.csv", b"n,name\n" + b"1,emma\n" * 900, {"column": "word"}),
    "a table as words": ("a.txt", b"n,name\n" + b"1,emma\n" * 900, {}),
    "no words": ("a.txt", b"\n \n" * 900, {}),
    "a binary": ("a.txt", b"\x7fELF\x02\x01\x01\0" * 300, {}),
    "UTF-16 that is not named": ("a.txt", "\n".join(BAD_LINES).encode("utf-16"), {}),
    "a row of another length": ("a.csv", b"name\nemma\na,b\n" * 300, {"column": "name"}),
    "a cell of two lines": ("a.csv", b'name\nemma\n"em\nma"\n' * 300, {"column": "name"}),
    "parquet": ("a", parquet_of(n=[1, 2, 0] * 1000, name=BAD_LINES), {"column": "name", "weights": "n"}),
    "parquet with empty cells": ("a", parquet_of(name=["emma", None, "", "ava"] * 300), {"column": "name"}),
}


@pytest.mark.parametrize("skip_bad_words", [False, True], ids=["refused", "left out"])
@pytest.mark.parametrize(("name", "data", "options"), LISTS.values(), ids=LISTS)
def test_a_large_file_is_read_and_refused_as_a_small_one_is(name, data, options, skip_bad_words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    options |= {"skip_bad_words": skip_bad_words}
    assert outcome(lambda: as_counter(count(name, **options).pairs)) == outcome(
        lambda: counted_by_hand(read_list(data, name, ListFormat(**options)))
    )


def outcome(read) -> Counter[str] | str:
    """What reading gives, or the line that says why not."""
    try:
        return read()
    except ValueError as error:
        return str(error)


def counted_by_hand(report) -> Counter[str]:
    """The pairs of the words of a report, each as often as its weight says."""
    weights = report.weights or [1] * len(report.words)
    return by_hand(word for word, times in zip(report.words, weights, strict=True) for _ in range(times))


def test_what_is_left_out_of_a_file_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("\n".join(BAD_LINES))
    (tmp_path / "b.txt").write_text("emma\n")
    counted = count(tmp_path / "*.txt", skip_bad_words=True)
    assert as_counter(counted.pairs) == by_hand(["emma"] * 2998)
    told = r"left out: 3 lines: line 5 'a.b', line 1500 'x\ty', line 2990 'St. Ives'"
    assert counted.notes == [f"{tmp_path / 'a.txt'}, {told}"]


def test_json_in_parts_that_only_its_content_shows_is_one_line(tmp_path):
    (tmp_path / "a.txt").write_text(json.dumps(["emma"] * 900))
    (source,) = find_sources([str(tmp_path / "a.txt")])
    with pytest.raises(ValueError, match=r"a\.txt: looks like JSON, which is read whole: it needs a name that ends in"):
        count_sources([replace(source, splits=True)], block=1000)  # as at an address
