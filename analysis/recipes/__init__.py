"""From settings and a list to the Python script and the commands that print the numbers of a page.

Each page has a script in scripts/, which runs as it stands: `python analysis/recipes/scripts/smoothing.py`, with
names.txt in the current folder. Its settings stand near its top, one a line. A page shows the script with its own
settings filled in, and with the parts that it imports, of scripts/shared and scripts/streams, in their place.
`pages` has the recipe of each page.
"""

from __future__ import annotations

import functools
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.counts.word_list import WordList
from analysis.settings import CORPUS
from analysis.settings.numbers import show_number
from analysis.words.vocabulary import BOUNDARY

SCRIPTS = Path(__file__).parent / "scripts"
PART = re.compile(r"from ((?:shared|streams)\.\w+) import .*")
OF_WORDS = re.compile(r"^# Needs the words: .*\n(?:.+\n)*\n*", flags=re.M)


@dataclass(frozen=True)
class Source:
    """How commands and scripts are given a list.

    `kind` is "names" for the lecture's list, "built_in" for another built-in one, "own" for a user's own words,
    "weighted" for those with a number that says how often each occurs, and "table" for a list of which only the counts
    are known.
    """

    kind: str = "names"
    key: str = CORPUS.default
    boundary: str = BOUNDARY

    @property
    def option(self) -> str:
        """What is added to a command; the dots stand for the text of the table, which may be very long."""
        options = {
            "names": "",
            "own": "--words own.txt",
            "weighted": "--weights --words own.txt",
            "table": '--table "..."',
        }
        return options.get(self.kind, f"--corpus {self.key}")

    @property
    def reads_table(self) -> bool:
        """True if scripts read a table of counts, and not words one by one."""
        return self.kind in ("weighted", "table")

    @property
    def file(self) -> str:
        """The file that a script reads: one word on each line, or a table of counts."""
        return "own.csv" if self.reads_table else f"{self.key}.txt"

    @property
    def save(self) -> str:
        """The command that writes `file`; "" for the lecture's list and a user's own, which are files already."""
        if self.reads_table:
            return self.command("bigrams", csv=self.file)
        return self.command("corpus", save=self.file) if self.kind == "built_in" else ""

    def command(self, name: str, *arguments: str, **options: object) -> str:
        """A command with its options and the list, quoted for a shell.

        True is an option without a value; None, False and "" are left out.

        >>> Source("built_in", "de").command("score", "emma", "q r", smoothing=1.0, together=True, first=None)
        "python -m analysis score emma 'q r' --smoothing 1 --together --corpus de"
        """
        words, given = [shlex.quote(word) for word in arguments], []
        for key, value in options.items():
            if value is None or value is False or value == "":
                continue
            given.append(f"--{key.replace('_', '-')}")
            if value is not True:
                given.append(shlex.quote(show_number(value) if isinstance(value, float) else str(value)))
        if any(word.startswith("-") for word in arguments):  # or it would be read as an option
            words, given = [], [*given, self.option, "--", *words]
        else:
            given.append(self.option)
        return " ".join(filter(None, ["python -m analysis", name, *words, *given]))

    def fill(self, script: str, stream: str = "lecture", **settings: object) -> str:
        """A script in one piece for this list: the first line `name = ...` of each setting becomes `name = value`."""
        code = read_script(script, stream, table=self.reads_table)
        code = code.replace('"names.txt"', f'"{self.file}"')
        if self.boundary != BOUNDARY:
            code = code.replace(f'"{BOUNDARY}"', repr(self.boundary))
        for name, value in settings.items():
            before, line, after = re.split(rf"^({name} = .*)$", code, maxsplit=1, flags=re.M)
            _, mark, comment = line.partition("  # ")
            shown = show_number(value) if isinstance(value, float) else repr(value)
            code = f"{before}{name} = {shown}{mark}{comment}{after}"
        return code

    def recipe(self, script: str, settings: dict[str, Any], *commands: str, stream: str = "lecture") -> Recipe:
        """A script with its settings, and the commands that print the same numbers."""
        return Recipe(self.fill(script, stream, **settings), commands, self)


@dataclass(frozen=True)
class Recipe:
    """`code` runs as it stands, "" where there is no script; `commands` print the same numbers."""

    code: str
    commands: tuple[str, ...]
    source: Source

    @property
    def reads_file(self) -> bool:
        """True if the script reads `source.file`."""
        return f'open("{self.source.file}"' in self.code


def source_of(words: WordList) -> Source:
    """How commands and scripts are given a list of words."""
    if words.key == CORPUS.default:
        return Source()
    if words.key in CORPUS.options:
        kind = "built_in"
    elif words.has_words:
        kind = "own" if words.weights is None else "weighted"
    else:
        kind = "table"
    return Source(kind, words.key, words.tables.vocab.itos[0])


def own_text(words: WordList) -> str:
    """The text of own.txt, which commands and scripts read: a word on each line, with weights `word weight`.

    >>> from analysis.counts.word_list import list_of_words
    >>> own_text(list_of_words(["new york", "ulm"], weights=[3, 1]))
    'new york 3\\nulm 1\\n'
    """
    if words.weights is None:
        return "".join(f"{word}\n" for word in words.words)
    return "".join(f"{word} {weight}\n" for word, weight in zip(words.words, words.weights, strict=True))


@functools.cache
def read_script(name: str, stream: str = "lecture", table: bool = False) -> str:
    """A script in one piece: all imports, then the parts of scripts/ that it imports, then its own lines.

    Without docstrings. `stream` is the part of scripts/streams that takes the place of the lecture's. With `table`, the
    script reads a table of counts, and its paragraphs that begin "# Needs the words" are left out.
    """
    imports: set[str] = set()
    bodies: dict[str, str] = {}

    def read(module: str) -> None:
        path, own = SCRIPTS / f"{module.replace('.', '/')}.py", ""
        text = path.read_text(encoding="utf-8")
        for line in (OF_WORDS.sub("", text) if table else text).splitlines()[1:]:
            if part := PART.fullmatch(line):
                wanted = part[1].replace("streams.lecture", f"streams.{stream}")
                wanted = wanted.replace("shared.words", "shared.table") if table else wanted
                if wanted not in bodies:
                    read(wanted)
            elif line.startswith(("import ", "from ")):
                imports.add(line)
            else:
                own += f"{line}\n"
        bodies[module] = own.strip("\n")

    read(name)
    body = "\n\n\n".join(bodies.values())
    used = [line for line in imports if re.search(rf"\b{line.split()[-1]}\b", body)]
    first = sorted(used, key=lambda line: (line.startswith("from"), line))
    return "\n\n".join(["\n".join(first), body]) + "\n"
