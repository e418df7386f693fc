"""The words of the built-in lists. names.txt has the lecture's 32,033 names; `first_names` has those of languages.

names.txt is found on this machine, or downloaded once into the user's cache by pooch. The file itself is not in the
repository, but its count tables are: see `counts.tables`.
"""

from __future__ import annotations

import importlib.util
import os
import time
from pathlib import Path

from analysis.settings import CORPUS
from analysis.words.first_names import LANGUAGES, first_names
from analysis.words.reading.files import read_file

NAMES_COMMIT = "988aa59e4d8fefa526d06f3b453ad116258398d4"
NAMES_URL = f"https://raw.githubusercontent.com/karpathy/makemore/{NAMES_COMMIT}/names.txt"
NAMES_SHA256 = "0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d"
CACHE = "bigram-lab"  # the folder in the user's cache
SILENCE, LONGEST = 10, 60  # seconds: the longest wait for the next bytes, and for the whole download
MOST = 2**20  # bytes; the file has 228,145


class WordsMissing(RuntimeError):
    """The words of a list are not on this machine and could not be downloaded, or only its table is known.

    `brief` is the message for a visitor of a page. The whole message also advises whoever runs the server.
    """

    def __init__(self, brief: str, advice: str = "") -> None:
        super().__init__(f"{brief} {advice}".strip())
        self.brief = brief


def find_names() -> Path | None:
    """The path of names.txt in the folder BIGRAM_LAB_DATA or in the user's cache; None if it is in neither.

    Its hash is checked. Raises WordsMissing if the names.txt in that folder is another file.
    """
    import pooch

    folder = os.environ.get("BIGRAM_LAB_DATA")
    if folder and (path := Path(folder) / "names.txt").is_file():
        if pooch.file_hash(str(path)) != NAMES_SHA256:
            raise WordsMissing(
                "The names.txt on this machine is not that of the lecture.",
                f"{path}: expected sha256 {NAMES_SHA256[:12]}...",
            )
        return path
    cached = pooch.os_cache(CACHE) / "names.txt"
    return cached if cached.is_file() and pooch.file_hash(str(cached)) == NAMES_SHA256 else None


def names_file() -> Path:
    """The path of names.txt: from `find_names`, or downloaded once into the user's cache.

    Raises WordsMissing, one friendly line, if the file is not on this machine
    and cannot be downloaded.
    """
    if found := find_names():
        return found
    import pooch
    from urllib3.exceptions import HTTPError

    pooch.get_logger().setLevel("ERROR")
    folder = pooch.os_cache(CACHE)
    try:
        # retrieve raises ValueError for a wrong hash; the errors of requests are OSErrors
        return Path(pooch.retrieve(NAMES_URL, f"sha256:{NAMES_SHA256}", "names.txt", folder, downloader=_download))
    except (OSError, ValueError, HTTPError):
        raise WordsMissing(
            "The words of names.txt are not on this machine and could not be downloaded. The count tables are "
            "here, so only what needs whole words is missing.",
            folder_advice(),
        ) from None


def _download(url: str, path: str, _pooch: object) -> None:
    """Download for pooch, with a time limit: pooch's own way waits for days if a server sends a byte now and then."""
    import requests

    until, size = time.monotonic() + LONGEST, 0
    with requests.get(url, stream=True, timeout=SILENCE) as answer, open(path, "wb") as file:
        answer.raise_for_status()
        while data := answer.raw.read1(2**16, decode_content=True):
            size += file.write(data)
            if time.monotonic() > until or size > MOST:
                raise TimeoutError(f"{size} bytes came in {LONGEST} s")


def folder_advice() -> str:
    """Advice: how to use BIGRAM_LAB_DATA, or what is wrong with the folder that it names."""
    folder = os.environ.get("BIGRAM_LAB_DATA")
    if folder and not Path(folder).is_dir():
        return f"BIGRAM_LAB_DATA names the folder {folder}, which is not there."
    if folder:
        return f"BIGRAM_LAB_DATA names the folder {folder}, in which there is no names.txt."
    return "Put names.txt into a folder and name it in BIGRAM_LAB_DATA."


def load_words(corpus: str) -> list[str]:
    """The words of a built-in list. ValueError for an unknown list, WordsMissing if they are missing."""
    if CORPUS.check(corpus) not in LANGUAGES:
        return list(read_file(names_file()).words)
    if not has_words(corpus):
        raise WordsMissing("First names by language need the package Faker, which is not installed here.")
    return list(first_names(corpus).words)


def has_words(corpus: str) -> bool:
    """True if the words of a built-in list are on this machine; does not use the network."""
    if CORPUS.check(corpus) in LANGUAGES:
        return importlib.util.find_spec("faker") is not None
    try:
        return find_names() is not None
    except WordsMissing:
        return False
