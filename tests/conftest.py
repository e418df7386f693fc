"""What the tests share: the words and the shipped tables of names.txt, and no network.

Torch and Streamlit are imported where they are needed: the process that hands out the tests reads this file as well,
and would import them, for seconds, before it starts those that run them.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
if not os.environ.get("BIGRAM_LAB_DATA") and SHARED.is_dir():
    os.environ["BIGRAM_LAB_DATA"] = str(SHARED)

# As in dashboard.py: on tables this small, two threads would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# The same examples on every run, nothing kept between runs, and no test that fails because a machine is slow.
settings.register_profile("house", derandomize=True, database=None, deadline=None, max_examples=20)
settings.register_profile("thorough", settings.get_profile("house"), max_examples=100)
settings.load_profile("house")


def pytest_collection_modifyitems(items):
    """The tests in a browser come first, the slow ones before the others: none of them is then waited for at the end.

    A browser also waits much, and the other processes work meanwhile.
    """
    items.sort(key=lambda item: ("/browser/" not in item.nodeid, "slow" not in item.keywords))


@pytest.fixture(scope="session", autouse=True)
def offline():
    """No test downloads: where names.txt is not here, what asks for it gets WordsMissing."""
    import pooch

    def refuse(*_args, **_kwargs):
        raise OSError("the tests do not use the network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pooch, "retrieve", refuse)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_look_for_components():
    """Streamlit looks through all installed packages for components, for each AppTest anew: 0.25 s. Once is enough."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", functools.cache(scan))
        yield


@pytest.fixture(scope="session")
def words(offline) -> list[str]:
    """The 32,033 words of names.txt; the test is skipped where they are not on this machine."""
    from analysis.words.names import WordsMissing, load_words

    try:
        return load_words("names")
    except WordsMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def names():
    """The count tables that ship in data/."""
    from analysis.counts.tables import load_tables

    return load_tables("names")


@pytest.fixture
def no_names(monkeypatch, tmp_path):
    """A machine without names.txt: no folder with it, no cache, no network."""
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    monkeypatch.setattr("pooch.os_cache", lambda _: tmp_path)
