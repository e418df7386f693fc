"""Which files a name, a pattern or an address stands for, and how each is packed."""

import bz2
import gzip
import os
import re

import fsspec
import pytest

from analysis.words.reading.sources import find_sources, stamp_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a few files, where the test stands."""
    for name in ("b.txt", "a.txt", "c.csv", "odd[1].txt"):
        (tmp_path / name).write_text("emma\n")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_names_keep_their_order_and_patterns_are_sorted(folder):
    assert [source.name for source in find_sources(["c.csv", "?.txt"])] == ["c.csv", "a.txt", "b.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder):
    assert [source.name for source in find_sources(["odd[1].txt"])] == ["odd[1].txt"]


def test_folders_do_not_match(folder):
    assert "inner" not in {source.name for source in find_sources(["*"])}


@pytest.mark.parametrize(
    ("name", "data", "packing", "splits"),
    [
        ("a.txt", b"emma", None, True),
        ("a.txt.gz", gzip.compress(b"emma"), ".gz", False),
        ("names", bz2.compress(b"emma"), ".bz2", False),
        ("a.JSON", b"[1]", None, False),
        ("a.txt", b' \n["emma"]', None, False),
        ("a", b"PAR1", None, False),
    ],
    ids=["plain", "gz", "bz2", "json by its name", "json", "parquet"],
)
def test_the_first_bytes_of_a_file_tell_how_it_is_packed_and_if_it_can_be_read_in_parts(
    folder, name, data, packing, splits
):
    (folder / name).write_bytes(data)
    (source,) = find_sources([name])
    assert (source.packing, source.splits) == (packing, splits)


def test_the_name_of_a_file_at_an_address_tells_how_it_is_packed():
    memory = fsspec.filesystem("memory")
    for name in ("/packed/a.txt.xz", "/packed/b.json", "/packed/c.txt"):
        memory.pipe_file(name, b"emma")
    sources = find_sources(["memory://packed/*"])
    assert [(source.packing, source.splits) for source in sources] == [(".xz", False), (None, False), (None, True)]


BAD = {
    "no match": (["*.json"], "*.json: expected files, got a pattern that no file matches"),
    "not there": (["z.txt"], "z.txt: cannot be read (No such file or directory)"),
    "a folder": (["inner"], "inner: cannot be read (it is a folder; 'inner/*' are its files)"),
    "twice": (["a.txt", "./a.txt"], "./a.txt: is named twice, and would be counted twice"),
    "a zero byte": (["a\0b"], "cannot be read (embedded null byte)"),
    "a protocol nobody knows": (["tea://a.txt"], "tea://a.txt: cannot be read (Protocol not known"),
}


@pytest.mark.parametrize(("names", "message"), BAD.values(), ids=BAD)
def test_what_is_no_file_is_refused_in_one_line(folder, names, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        find_sources(names)


def test_a_pipe_is_refused(folder):
    os.mkfifo(folder / "pipe")
    with pytest.raises(ValueError, match="pipe: cannot be read \\(expected a file, got a pipe or a device\\)"):
        find_sources(["pipe"])


def test_a_package_that_is_not_installed_is_said(folder, monkeypatch):
    def refuse(*_):
        raise ImportError("Install gcsfs to access Google Storage")

    monkeypatch.setattr("fsspec.core.url_to_fs", refuse)
    with pytest.raises(ValueError, match="needs a package that is not installed \\(Install gcsfs"):
        find_sources(["gs://bucket/a.txt"])


def test_with_a_list_of_skipped_ones_the_rest_is_found(folder):
    (folder / "d.txt.gz").write_text("emma")
    skipped = []
    assert [source.name for source in find_sources(["z.txt", "a.txt", "[cd].*"], skipped)] == ["a.txt", "c.csv"]
    assert skipped[0] == "z.txt: cannot be read (No such file or directory)"
    assert [line.split(":")[0] for line in skipped[1:]] == ["d.txt.gz"]


def test_the_stamp_changes_with_the_file(folder):
    (source,) = find_sources(["a.txt"])
    assert stamp_of(source.path) == source.stamp
    (folder / "a.txt").write_text("emma and more\n")
    assert stamp_of(source.path) != source.stamp


def test_an_address_of_fsspec_is_found_with_its_pattern():
    memory = fsspec.filesystem("memory")
    for name in ("/large/b.txt", "/large/a.txt"):
        memory.pipe_file(name, b"emma\n")
    sources = find_sources(["memory://large/*.txt"])
    assert [(source.name, source.size) for source in sources] == [
        ("memory:///large/a.txt", 5),
        ("memory:///large/b.txt", 5),
    ]
