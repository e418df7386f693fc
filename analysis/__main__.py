"""The command line: `python -m analysis COMMAND`, or `bigram-lab COMMAND` once installed. See commands/app.py."""

from __future__ import annotations

import os
import signal
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Exit status: 0; 2 for bad input, with one line on standard error; 130 after Ctrl+C."""
    try:
        from analysis.commands.app import run

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130


def command() -> int:
    """The program: the same as `main`, but Ctrl+C ends it at once."""
    signal.signal(signal.SIGINT, stop)
    return main()


def stop(*_: object) -> None:
    """End at once after Ctrl+C, even while libraries are imported: some of them ignore it then."""
    os._exit(130)


if __name__ == "__main__":
    sys.exit(command())
