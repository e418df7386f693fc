"""The list of words that is in one file or in many, of any size, and its counts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from analysis import settings
from analysis.commands.counting_bar import Bar
from analysis.commands.lists import TableOptions, read_words
from analysis.commands.options import Option, given_options
from analysis.commands.printing import note
from analysis.words.reading.sources import Source, find_sources
from analysis.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList

IN_MEMORY = 2_000_000  # bytes; a larger file is counted piece by piece
FILES_HELP = "Your own list: one file or many, patterns ('*.txt') and addresses (https://); - is standard input."
CLUSTER_HELP = "Count on the workers of a running Dask scheduler, such as tcp://host:8786."
SKIP_HELP = "Leave out files that cannot be read, name them, and end with exit status 1."


@dataclass(frozen=True)
class FilesOptions(TableOptions):
    """The options that name a list of words in one file or in many, or a table without words."""

    words_file: Annotated[list[str] | None, Option(FILES_HELP, "FILE ...", "--words")] = None  # type: ignore[assignment]
    cluster: Annotated[str | None, Option(CLUSTER_HELP, "ADDRESS")] = None
    skip_bad_files: Annotated[bool, Option(SKIP_HELP)] = False

    def count(
        self, more: Sequence[str], part: str, first: int | None
    ) -> tuple[Vocabulary, torch.Tensor, Sequence[str]]:
        """The characters, the counts (V, V) of a part or of the first words, and a line for each skipped file.

        `more` are files after those of --words.
        """
        files = [*(self.words_file or ()), *more]
        if more and not self.words_file:
            raise ValueError(f"expected the files after --words, got {' '.join(more)} without it")
        if not files and (large := given_options(self, ("cluster", "skip_bad_files"))):
            raise ValueError(f"{', '.join(large)}: only for the files of --words, got none")
        if self.table_given is not None and (first is not None or part != settings.PART.default):
            got = "--counts" if self.table is None else "--table"
            raise ValueError(f"{got} has no words, so no --part and no --first of them")
        if not files or self.table_given is not None:
            tables, words = self.open()
            counted = (tables.vocab, tables.all) if words is None else count_words(words, part, first)
            return *counted, ()
        if self.corpus is not None:
            raise ValueError(f"give --corpus or --words, not both, got {self.corpus} and {' '.join(files)}")
        alone = len(files) == 1 and self.cluster is None and not self.skip_bad_files
        if alone and (files[0] in ("", "-") or is_pipe(files[0])):
            return *self._count_list(files[0], part, first), ()
        if {"", "-"} & set(files):
            raise ValueError("--words -: standard input is read alone, and without --cluster and --skip-bad-files")
        in_parts = "--first" if first is not None else "--part" if part != settings.PART.default else None
        skipped: list[str] = []
        sources = find_sources(files, skipped if self.skip_bad_files else None)
        if in_parts and (self.cluster is not None or len(sources) != 1):
            got = "more than that" if self.cluster is None else "--cluster"
            raise ValueError(f"{in_parts} needs the whole list in memory: one file of words, got {got}")
        small = alone and len(sources) == 1 and sources[0].size is not None and sources[0].size <= IN_MEMORY
        if in_parts or small:
            return *self._count_list(sources[0].name, part, first), ()
        if not sources:
            raise ValueError(skipped[0])
        tables, more_skipped = self._count_sources(sources)
        for line in (lines := [*skipped, *more_skipped]):
            note(f"skipped: {line}")
        return tables.vocab, tables.all, lines

    def _count_list(self, name: str, part: str, first: int | None) -> tuple[Vocabulary, torch.Tensor]:
        return count_words(self.as_list(read_words(name, self.format)), part, first)

    def _count_sources(self, sources: list[Source]) -> tuple[Tables, Sequence[str]]:
        """The tables of all files, counted piece by piece, and which were skipped."""
        if self.cluster is not None:
            from analysis.large.cluster import reach

            reach(self.cluster)  # before the slow imports
        from analysis.counts.tables import extend_tables
        from analysis.large.engine import count_sources
        from analysis.large.tables import tables_of_pairs

        wanted = self.format
        with Bar(sources) as bar:
            pairs, skipped, notes = count_sources(
                sources, wanted, skip=self.skip_bad_files, cluster=self.cluster, progress=bar.advance
            )
        bar.sum_up()
        for line in notes:
            note(line)
        tables = tables_of_pairs(pairs, wanted.boundary)
        return extend_tables(tables, wanted.alphabet) if self.alphabet else tables, skipped


def is_pipe(name: str) -> bool:
    """True for a pipe or a device, which can be read only once."""
    return os.path.exists(name) and not os.path.isfile(name) and not os.path.isdir(name)


def count_words(listed: WordList, part: str, first: int | None) -> tuple[Vocabulary, torch.Tensor]:
    """The characters of a list, and the counts (V, V) of a part of it or of its first words."""
    tables = listed.tables
    if first is None:
        return tables.vocab, tables.part(part)
    if first > len(listed.words):
        raise ValueError(f"--first must be at most {len(listed.words):,}, as many words as there are, got {first:,}")
    from analysis.counts.bigrams import count_bigrams

    weights = None if listed.weights is None else listed.weights[:first]
    return tables.vocab, count_bigrams(listed.words[:first], tables.vocab, weights)
