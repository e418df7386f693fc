"""The script of a list, and the counts of several lists over one vocabulary."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

import torch

from analysis.counts.tables import Tables
from analysis.words.vocabulary import Vocabulary

NO_SCRIPT = "Other"  # of a list without letters


def script_of(text: Iterable[str]) -> str:
    """The script of most letters of a text, from their names in Unicode: Latin, Cyrillic, Arabic, Devanagari, CJK ...

    Marks and other signs do not count; "Other" if there is no letter. Of equally frequent scripts, the first.

    >>> script_of("zoé"), script_of("Лев"), script_of("नेपाली"), script_of("42")
    ('Latin', 'Cyrillic', 'Devanagari', 'Other')
    """
    return _most_frequent(Counter(text))


def script_of_table(tables: Tables) -> str:
    """The script of most letters of a list, each as often as it occurs."""
    times = tables.all.sum(dim=0).tolist()  # (V,): how often each character occurs
    return _most_frequent(dict(zip(tables.vocab.itos, times, strict=True)))


def lists_of_script(lists: Mapping[str, Tables], script: str) -> list[str]:
    """The keys of the lists of one script; capitals do not count: "latin" is Latin.

    Raises ValueError, with the scripts that there are, if there are fewer than two such lists.
    """
    scripts = {key: script_of_table(tables) for key, tables in lists.items()}
    keys = [key for key, one in scripts.items() if one.lower() == script.lower()]
    if len(keys) < 2:
        several = [one for one, count in Counter(scripts.values()).items() if count > 1]
        expected = f"a script of two lists or more ({', '.join(several) or 'there is none'})"
        raise ValueError(f"expected {expected}, got {script}, with {', '.join(keys) or 'no list'}")
    return keys


def _most_frequent(times: Mapping[str, int]) -> str:
    scripts: Counter[str] = Counter()
    for character, count in times.items():
        if character.isalpha():
            name = unicodedata.name(character, NO_SCRIPT).split()[0]
            scripts[name if name == "CJK" else name.capitalize()] += count
    return max(scripts, key=lambda script: scripts[script], default=NO_SCRIPT)


def union_vocabulary(vocabs: Sequence[Vocabulary]) -> Vocabulary:
    """All characters of some vocabularies, sorted by code point. Raises ValueError as `shared_vocabulary` does."""
    return _vocabulary_of(set().union(*(vocab.itos[1:] for vocab in vocabs)), vocabs)


def shared_vocabulary(first: Vocabulary, second: Vocabulary) -> Vocabulary:
    """The characters that are in both vocabularies, sorted by code point.

    Its boundary is one of theirs. Raises ValueError if each boundary is a letter of another list.
    """
    return _vocabulary_of(set(first.itos[1:]) & set(second.itos[1:]), (first, second))


def _vocabulary_of(letters: Set[str], vocabs: Sequence[Vocabulary]) -> Vocabulary:
    boundary = next((vocab.boundary for vocab in vocabs if vocab.boundary not in letters), None)
    if boundary is None:
        raise ValueError(f"expected a boundary that is no letter of another list, got {vocabs[0].boundary!r}")
    return Vocabulary((boundary, *sorted(letters)), boundary)


def change_vocabulary(counts: torch.Tensor, vocab: Vocabulary, new: Vocabulary) -> torch.Tensor:
    """counts (V, V) over `vocab` as counts (N, N) over `new`.

    A pair with a character that `new` does not have is left out. A character that only `new` has is never counted. The
    boundaries may be different characters.

    >>> counts = torch.tensor([[0, 2, 1], [1, 0, 1], [2, 0, 0]])
    >>> change_vocabulary(counts, Vocabulary((".", "a", "b")), Vocabulary((".", "b", "c"))).tolist()
    [[0, 1, 0], [2, 0, 0], [0, 0, 0]]
    """
    both = [letter for letter in new.itos[1:] if letter in vocab.itos[1:]]
    old_ids, new_ids = (torch.tensor([0, *(one.stoi[letter] for letter in both)]) for one in (vocab, new))
    changed = torch.zeros(len(new), len(new), dtype=counts.dtype)
    changed[new_ids[:, None], new_ids] = counts[old_ids[:, None], old_ids]
    return changed
