"""The files that come with this project, in data/: count tables, summaries and published figures."""

from __future__ import annotations

from pathlib import Path

ANALYSIS = Path(__file__).parents[1]
DATA = ANALYSIS / "data" if (ANALYSIS / "data").is_dir() else ANALYSIS.parent / "data"  # installed, or in a checkout


def shipped(name: str) -> Path:
    """The path of a file in data/; ValueError if it is not there."""
    if not (DATA / name).is_file():
        raise ValueError(f"{DATA / name} is missing: it is one of the files that come with this project")
    return DATA / name
