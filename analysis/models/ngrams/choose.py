"""The names of counted models of k letters, as the command line takes them: add:2:0.15, wb:4, kn:6, mix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.counts.contexts import ContextCounts, count_words
from analysis.models.base import Model
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.base import NgramModel
from analysis.models.ngrams.interpolated import witten_bell
from analysis.models.ngrams.kneser_ney import kneser_ney
from analysis.models.ngrams.mixture import LETTERS, count_mixture
from analysis.settings import SMOOTHING, K
from analysis.settings.numbers import show_number
from analysis.words.vocabulary import Vocabulary

INTERPOLATED = {"wb": witten_bell, "kn": kneser_ney}
FAMILIES = ("add", *INTERPOLATED)
MIX = "mix"


@dataclass(frozen=True)
class NgramName:
    """A counted model by name: `family` (add, wb, kn or mix), `letters` of context; `smoothing` is for add alone."""

    family: str
    letters: int
    smoothing: float = SMOOTHING.default

    def __str__(self) -> str:
        """The name as it is typed."""
        if self.family == MIX:
            return MIX
        return f"{self.family}:{self.letters}" + (f":{show_number(self.smoothing)}" if self.family == "add" else "")

    def make(self, counts: ContextCounts) -> NgramModel:
        """The model, from counts of `letters` letters or more; not for mix, which needs the words."""
        if self.family == "add":
            return AdditiveModel(counts, self.letters, self.smoothing)
        return INTERPOLATED[self.family](counts, self.letters)

    def count(self, words: Sequence[str], vocab: Vocabulary, weights: Sequence[int] | None = None) -> Model:
        """The model, counted on some words; `weights` say how often each occurs, without them once.

        Raises ValueError for no words, an unknown letter, or more letters of context than the longest word has.
        """
        if self.family == MIX:
            return count_mixture(words, vocab, weights)
        check_letters(self.letters, words, str(self))
        return self.make(count_words(words, vocab, self.letters, weights))


def read_name(text: str) -> NgramName | None:
    """The model that a name stands for; None if it is no name of a counted model of k letters.

    Raises ValueError for a number that is missing or out of its limits.

    >>> read_name("add:2:0.15"), read_name("kn:6").letters, read_name("gru")
    (NgramName(family='add', letters=2, smoothing=0.15), 6, None)
    >>> read_name("kn")
    Traceback (most recent call last):
    ...
    ValueError: expected kn:K with K letters of context, such as kn:2, got kn
    """
    if text == MIX:
        return NgramName(MIX, LETTERS)
    family, *numbers = text.split(":")
    if family not in FAMILIES:
        return None
    most = 2 if family == "add" else 1
    if not 1 <= len(numbers) <= most:
        form = f"{family}:K" + (" or add:K:S" if most == 2 else "")
        fake = " and S fake counts" if most == 2 else ""
        raise ValueError(f"expected {form} with K letters of context{fake}, such as {family}:2, got {text}")
    letters = K.check(numbers[0], called=f"K in {text}")
    return NgramName(family, letters, *(SMOOTHING.check(one, called=f"S in {text}") for one in numbers[1:]))


def check_letters(letters: int, words: Sequence[str], called: str) -> None:
    """Raise ValueError for more letters of context than the longest word has: they would all be boundaries."""
    longest = max(map(len, words), default=0)
    if letters > longest:
        raise ValueError(
            f"{called}: expected 0 to {longest} letters of context, as the longest word has, got {letters}"
        )
