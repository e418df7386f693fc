"""The part of `bigrams` for a corpus of any size: options and files, progress on standard error, skipped files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.commands.counting_bar import Bar
from analysis.commands.printing import note

if TYPE_CHECKING:
    from analysis.counts.tables import Tables

WordsFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--words",
        metavar="FILE ...",
        help="Your own list, one word on each line; - is standard input. It can be many files, patterns "
        "('names-*.txt') and addresses (s3://, https://), compressed (.gz, .bz2, .zst, .xz, .zip), and, with "
        "--column, .csv and .parquet.",
    ),
]
MoreFiles = Annotated[list[str] | None, typer.Argument(metavar="[FILE ...]", help="More files for --words.")]
COLUMN_HELP = "The column of a .csv or .parquet file with the words; with --weights, give it again for the numbers."
Columns = Annotated[list[str] | None, typer.Option("--column", metavar="NAME", help=COLUMN_HELP)]
WEIGHTS_HELP = "Each line is a word and how often it occurs: emma 20355."
Weights = Annotated[bool, typer.Option("--weights", help=WEIGHTS_HELP)]
CLUSTER_HELP = "Count on the workers of a running Dask scheduler, such as tcp://host:8786."
Cluster = Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS", help=CLUSTER_HELP)]
SKIP_HELP = "Leave out files that cannot be read, name them, and end with exit status 1."
SkipBadFiles = Annotated[bool, typer.Option("--skip-bad-files", help=SKIP_HELP)]


@dataclass(frozen=True)
class LargeOptions:
    """The options of a corpus of any size, as they were given."""

    columns: tuple[str, ...] = ()
    weights: bool = False
    cluster: str | None = None
    skip: bool = False

    @property
    def given(self) -> list[str]:
        """The names of the given options, as typed."""
        names = {
            "--column": self.columns,
            "--weights": self.weights,
            "--cluster": self.cluster is not None,
            "--skip-bad-files": self.skip,
        }
        return [name for name, value in names.items() if value]


def all_files(first: Sequence[str] | None, more: Sequence[str] | None, corpus: str | None) -> list[str]:
    """All files of --words. ValueError if --corpus is given too, and for files without --words."""
    if more and not first:
        raise ValueError(f"files follow --words, got {' '.join(more)} without it")
    files = [*(first or ()), *(more or ())]
    if files and corpus is not None:
        raise ValueError(f"give --corpus or --words, not both, got {corpus} and {' '.join(files)}")
    if "" in files:
        raise ValueError("--words must be the name of a file, or - for standard input, got nothing")
    return files


def is_stream(files: Sequence[str], options: LargeOptions) -> bool:
    """True if the words come from standard input or a pipe, which can be read only once, without other files."""
    if options.given or len(files) != 1:
        return False
    return files[0] == "-" or (
        os.path.exists(files[0]) and not os.path.isfile(files[0]) and not os.path.isdir(files[0])
    )


def count_corpus(files: Sequence[str], options: LargeOptions) -> tuple[Tables, list[str]]:
    """The table of all files, and one line for each skipped file, which is printed on standard error too."""
    if "-" in files:
        raise ValueError("--words -: standard input is read alone, and without other options for files")
    from analysis.words.sources import find_sources

    skipped: list[str] = []
    sources = find_sources(files, options.columns, options.weights, skipped if options.skip else None)
    if not sources:
        raise ValueError(skipped[0])
    if options.cluster is not None:
        from analysis.large.cluster import reach

        reach(options.cluster)  # before the slow imports
    from analysis.large.engine import count_sources
    from analysis.large.tables import tables_of_pairs

    with Bar(sources) as bar:
        counted = count_sources(sources, skip=options.skip, cluster=options.cluster, progress=bar.advance)
    skipped += counted.skipped
    bar.sum_up()
    for line in skipped:
        note(f"skipped: {line}")
    return tables_of_pairs(counted.pairs), skipped
