"""The command line: python -m analysis COMMAND. Tables for people, --json for programs.

Bad input is one line on standard error and exit status 2.
"""

from __future__ import annotations

import sys

import typer

from analysis.commands import counting, modelling
from analysis.corpus import WordsMissing
from analysis.printing import note

app = typer.Typer(add_completion=False, help=__doc__, rich_markup_mode=None)
app.command("corpus")(counting.corpus)
app.command("bigrams")(counting.bigrams)
app.command("score")(modelling.score)
app.command("smooth")(modelling.smooth)
app.command("sample")(modelling.sample)
app.command("benchmark")(counting.benchmark)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status: 0, or 2 with one line on standard error for bad input."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        status = app(arguments or ["--help"], prog_name="python -m analysis", standalone_mode=False)
    except typer.TyperException as error:
        note(f"error: {error.format_message()}")
        return 2
    except (ValueError, WordsMissing) as error:
        note(f"error: {error}")
        return 2
    except BrokenPipeError:
        return 0
    except typer.Abort:
        return 130
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    sys.exit(main())
