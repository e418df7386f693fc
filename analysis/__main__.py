"""The command line: python -m analysis COMMAND. Tables for people, --json for programs.

Bad input is one line on standard error and exit status 2.
"""

from __future__ import annotations

import os
import sys

import typer

from analysis.commands import benchmark, counting, drawing, learning, modelling, publishing
from analysis.commands.printing import note
from analysis.words.names import WordsMissing

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help=__doc__, rich_markup_mode=None)
app.command("corpus")(counting.corpus)
app.command("bigrams")(counting.bigrams)
app.command("score")(modelling.score)
app.command("smooth")(modelling.smooth)
app.command("sample")(modelling.sample)
app.command("draws")(drawing.draws)
app.command("train")(learning.train)
app.command("compare")(learning.compare)
app.command("published")(publishing.published)
app.command("benchmark")(benchmark.benchmark)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status: 0, or 2 with one line on standard error for bad input."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")  # names have accents, tables have lines, Windows pipes have neither
    try:
        status = app(arguments or ["--help"], prog_name="python -m analysis", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return refuse(error.format_message())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again when it ends
        return 0
    except OSError as error:
        return refuse(f"cannot write what was printed ({error.strerror})")
    except (ValueError, WordsMissing) as error:
        return refuse(str(error))
    except typer.Abort:
        return 130
    return status if isinstance(status, int) else 0


def refuse(message: str) -> int:
    """Say what is wrong, in one line; the exit status."""
    note(f"error: {message}")
    return 2


if __name__ == "__main__":
    sys.exit(main())
