"""What the tests share: the words and the shipped tables of names.txt, and no network."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import pooch
import pytest
import torch
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from analysis.counts.tables import Tables, load_tables
from analysis.words.names import WordsMissing, load_words

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
if not os.environ.get("BIGRAM_LAB_DATA") and SHARED.is_dir():
    os.environ["BIGRAM_LAB_DATA"] = str(SHARED)

torch.set_num_threads(1)  # tables this small gain nothing from two, and the test processes would fight for them

# The same examples on every run, nothing kept between runs, and no test that fails because a machine is slow.
settings.register_profile("house", derandomize=True, database=None, deadline=None, max_examples=20)
settings.register_profile("thorough", settings.get_profile("house"), max_examples=100)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def offline():
    """No test downloads: where names.txt is not here, what asks for it gets WordsMissing."""

    def refuse(*_args, **_kwargs):
        raise OSError("the tests do not use the network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pooch, "retrieve", refuse)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_look_for_components():
    """Streamlit looks through all installed packages for components, for each AppTest anew: 0.25 s. Once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", functools.cache(scan))
        yield


@pytest.fixture(scope="session")
def words(offline) -> list[str]:
    """The 32,033 words of names.txt; the test is skipped where they are not on this machine."""
    try:
        return load_words("names")
    except WordsMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def names() -> Tables:
    """The count tables that ship in data/."""
    return load_tables("names")
