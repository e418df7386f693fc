"""Who published the figures: each source with all that is known about it."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analysis.words.shipped import shipped

OURS = "ours"  # the letters of values that only this project has calculated


@dataclass(frozen=True)
class Source:
    """A source as data/published.toml holds it: `letters` as figures name it, `about` in words of our own.

    What is not known is empty; `links` are addresses where it can be read.
    """

    letters: str
    about: str
    author: str = ""
    title: str = ""
    year: int | None = None
    links: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The source in words, without its addresses.

        >>> Source("B", "A book.", author="Ada Berg", title="On names", year=2020, links=("https://names.org",)).words
        'Ada Berg, “On names”, 2020. A book.'
        >>> Source("N", "Notes.").words
        'Notes. No address is known.'
        """
        named = ", ".join(filter(None, [self.author, self.title and f"“{self.title}”", str(self.year or "")]))
        unknown = "" if self.links or self.letters == OURS else "No address is known."
        return " ".join(filter(None, [named and f"{named}.", self.about, unknown]))


@functools.cache
def read_published() -> dict[str, Any]:
    """data/published.toml, its numbers as Decimal, with every digit that was printed; ValueError if it is not there."""
    return tomllib.loads(shipped("published.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def load_sources() -> dict[str, Source]:
    """The sources by their letters."""
    return {
        letters: Source(letters, **(fields | {"links": tuple(fields.get("links", ()))}))
        for letters, fields in read_published()["sources"].items()
    }
