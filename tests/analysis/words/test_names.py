"""names.txt: found on this machine, or brought once; never another file."""

import pooch
import pytest

from analysis.words.names import NAMES_SHA256, WordsMissing, find_names, names_file


def test_another_file_called_names_txt_is_not_taken(tmp_path, monkeypatch):
    (tmp_path / "names.txt").write_text("emma\n")
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    with pytest.raises(WordsMissing, match=r"is not that of the lecture.*names\.txt: expected sha256 0a30b5557f19"):
        names_file()


def test_a_file_brought_before_is_found_without_the_network(words, tmp_path, monkeypatch):
    (tmp_path / "names.txt").symlink_to(names_file())
    monkeypatch.delenv("BIGRAM_LAB_DATA")
    monkeypatch.setattr(pooch, "os_cache", lambda _: tmp_path)
    assert find_names() == names_file() == tmp_path / "names.txt"


def test_half_a_file_in_the_cache_is_not_taken(tmp_path, monkeypatch):
    (tmp_path / "names.txt").write_text("emma\n")
    monkeypatch.delenv("BIGRAM_LAB_DATA", raising=False)
    monkeypatch.setattr(pooch, "os_cache", lambda _: tmp_path)
    assert find_names() is None


@pytest.mark.parametrize("error", [OSError("no route"), ValueError("SHA256 hash of downloaded file does not match")])
@pytest.mark.parametrize(
    ("folder", "advice"),
    [
        (None, "Put names.txt into a folder and name it in BIGRAM_LAB_DATA."),
        ("here", "BIGRAM_LAB_DATA names the folder {}, in which there is no names.txt."),
        ("missing", "BIGRAM_LAB_DATA names the folder {}, which is not there."),
    ],
)
def test_words_that_cannot_be_had_are_missed_in_one_line(tmp_path, monkeypatch, error, folder, advice):
    def fail(*_args, **_kwargs):
        raise error

    (tmp_path / "here").mkdir()
    monkeypatch.setattr(pooch, "retrieve", fail)
    monkeypatch.setattr(pooch, "os_cache", lambda _: tmp_path)
    monkeypatch.delenv("BIGRAM_LAB_DATA", raising=False)
    if folder:
        monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path / folder))
    with pytest.raises(WordsMissing) as missing:
        names_file()
    assert str(missing.value) == f"{missing.value.brief} {advice.format(tmp_path / str(folder))}"
    assert missing.value.brief.startswith("The words of names.txt are not on this machine")
    assert "BIGRAM_LAB_DATA" not in missing.value.brief


def test_a_download_is_pinned_to_a_commit_and_a_hash(tmp_path, monkeypatch):
    asked = []
    monkeypatch.delenv("BIGRAM_LAB_DATA", raising=False)
    monkeypatch.setattr(pooch, "os_cache", lambda _: tmp_path)
    monkeypatch.setattr(pooch, "retrieve", lambda *args, **_: asked.extend(args[:2]) or tmp_path / "names.txt")
    assert (names_file(), *asked) == (
        tmp_path / "names.txt",
        "https://raw.githubusercontent.com/karpathy/makemore/988aa59e4d8fefa526d06f3b453ad116258398d4/names.txt",
        f"sha256:{NAMES_SHA256}",
    )
