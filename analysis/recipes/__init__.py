"""From settings to the lines of Python and the commands that print the numbers of a page at these settings.

Each page has a script in scripts/, which runs as it stands: `python analysis/recipes/scripts/smoothing.py`, with
names.txt in the current folder. Its settings stand near its top, one a line. A page shows the script with its own
settings filled in, and with the parts that it imports, of scripts/shared and scripts/streams, in their place.
"""

from __future__ import annotations

import functools
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from analysis.settings.numbers import show_number

SCRIPTS = Path(__file__).parent / "scripts"
PART = re.compile(r"from ((?:shared|streams)\.\w+) import .*")


@dataclass(frozen=True)
class Recipe:
    """`code` runs as it stands; `commands` print the same numbers."""

    code: str
    commands: tuple[str, ...]


@functools.cache
def read_script(name: str, stream: str = "lecture") -> str:
    """A script in one piece: all imports, then the parts of scripts/ that it imports, then its own lines.

    Without docstrings. `stream` is the part of scripts/streams that takes the place of the lecture's.
    """
    imports: set[str] = set()
    bodies: dict[str, str] = {}

    def read(module: str) -> None:
        path, own = SCRIPTS / f"{module.replace('.', '/')}.py", ""
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            if part := PART.fullmatch(line):
                wanted = part[1].replace("streams.lecture", f"streams.{stream}")
                if wanted not in bodies:
                    read(wanted)
            elif line.startswith(("import ", "from ")):
                imports.add(line)
            else:
                own += f"{line}\n"
        bodies[module] = own.strip("\n")

    read(name)
    first = sorted(imports, key=lambda line: (line.startswith("from"), line))
    return "\n\n".join(["\n".join(first), "\n\n\n".join(bodies.values())]) + "\n"


def fill(script: str, stream: str = "lecture", **settings: object) -> str:
    """A script in one piece, with other values for its settings: the first line `name = ...` becomes `name = value`."""
    code = read_script(script, stream)
    for name, value in settings.items():
        before, line, after = re.split(rf"^({name} = .*)$", code, maxsplit=1, flags=re.M)
        _, mark, comment = line.partition("  # ")
        shown = show_number(value) if isinstance(value, float) else repr(value)
        code = f"{before}{name} = {shown}{mark}{comment}{after}"
    return code


def command(name: str, *arguments: str, **options: object) -> str:
    """A command with its options, quoted for a shell.

    True is an option without a value; None, False and "" are left out.

    >>> command("score", "emma", "q r", smoothing=1.0, together=True, first=None)
    "python -m analysis score emma 'q r' --smoothing 1 --together"
    """
    words = [name, *arguments]
    for key, value in options.items():
        if value is None or value is False or value == "":
            continue
        words.append(f"--{key.replace('_', '-')}")
        if value is not True:
            words.append(show_number(value) if isinstance(value, float) else str(value))
    return f"python -m analysis {shlex.join(words)}"
