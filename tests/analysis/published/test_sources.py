"""Sources are named as far as they can be named."""

import re

import pytest

from analysis.published.figures import load_figures
from analysis.published.sources import OURS, load_sources, read_published


def test_a_source_that_no_figure_names_is_not_kept():
    named = {letters for figure in load_figures() for letters in figure.source.split()}
    named |= {letters for figure in load_figures() for letters in re.findall(r"\((N\d)\)", figure.note)}
    assert named == set(load_sources())


def test_the_lecture_is_named_with_its_addresses():
    lecture = load_sources()["V"]
    assert lecture.words.startswith(
        "Andrej Karpathy, “The spelled-out intro to language modeling: building makemore”, 2022. The lecture"
    )
    assert [link.split("/")[2] for link in lecture.links] == ["www.youtube.com", "github.com"]
    assert "No address is known." not in lecture.words


def test_a_source_without_an_address_says_so():
    without = {letters for letters, source in load_sources().items() if not source.links}
    assert without == {"N2", "N4", "others", OURS}
    said = {letters for letters, source in load_sources().items() if source.words.endswith(" No address is known.")}
    assert said == without - {OURS}  # ours are here


def test_what_a_source_links_to_is_an_address():
    assert all(link.startswith("https://") for source in load_sources().values() for link in source.links)


def test_a_missing_file_of_figures_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr("analysis.words.shipped.DATA", tmp_path)
    with pytest.raises(ValueError, match=r"published\.toml is missing"):
        read_published.__wrapped__()  # not what is kept of the real one
