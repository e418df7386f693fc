"""The files that come with this project, in data/: count tables, summaries and published figures."""

from __future__ import annotations

from pathlib import Path

ANALYSIS = Path(__file__).parents[1]
DATA = next(filter(Path.is_dir, [ANALYSIS / "data", ANALYSIS.parent / "data"]))  # installed, or beside the checkout


def shipped(name: str) -> Path:
    """The path of a file in data/; ValueError if it is not there."""
    if not (DATA / name).is_file():
        raise ValueError(f"{DATA / name} is missing: it is one of the files that come with this project")
    return DATA / name
