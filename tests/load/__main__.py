"""Measure: `python -m tests.load --sessions 50 --seconds 30 --bare`. All on this machine, and bounded."""

from __future__ import annotations

import argparse
import asyncio

from tests.load.crowd import SETS, Plan, crowd
from tests.load.figures import Load, percentile, summary, table
from tests.load.server import BARE, DASHBOARD, served, usage
from tests.load.visitor import stream_of

MOST_SESSIONS, MOST_SECONDS = 500, 600
PAGES = {page or "start": page for page in SETS}


def measure(app: str, plan: Plan, url: str | None = None) -> Load:
    """Serve an app and let the visitors come, or send them to a server that is running already."""
    if url:
        return asyncio.run(crowd(url, plan, lambda: (0.0, 0.0)))
    with served(app) as (address, pid):
        return asyncio.run(crowd(address, plan, lambda: usage(pid)))


def check(given: argparse.Namespace) -> None:
    """ValueError, one line, for what cannot be measured."""
    if not 1 <= given.sessions <= MOST_SESSIONS:
        raise ValueError(f"--sessions must be from 1 to {MOST_SESSIONS}, got {given.sessions}")
    if not 1 <= given.seconds <= MOST_SECONDS:
        raise ValueError(f"--seconds must be from 1 to {MOST_SECONDS}, got {given.seconds:g}")
    if given.every < 0.05:
        raise ValueError(f"--every must be 0.05 or more, got {given.every:g}")
    if given.url:
        stream_of(given.url)


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    options.add_argument("--sessions", type=int, default=50, help=f"visitors at once, up to {MOST_SESSIONS}")
    options.add_argument("--seconds", type=float, default=30, help=f"how long, up to {MOST_SECONDS}")
    options.add_argument("--every", type=float, default=2, help="seconds between two releases of a visitor, mean")
    options.add_argument("--arrive", type=float, default=10, help="seconds in which all of them come")
    options.add_argument("--pages", nargs="*", choices=list(PAGES), help="only these pages")
    options.add_argument("--bare", action="store_true", help="measure a bare Streamlit app too, first, and the ratio")
    options.add_argument("--url", help="a server of this machine that is running already")
    given = options.parse_args()
    try:
        check(given)
    except ValueError as error:
        options.exit(2, f"error: {error}\n")
    shared = {"sessions": given.sessions, "seconds": given.seconds, "every": given.every, "arrive": given.arrive}
    pages = tuple(PAGES[name] for name in given.pages or PAGES)
    print(f"{given.sessions} sessions, {given.seconds:g} s, a release every {given.every:g} s each", flush=True)
    bare = measure(BARE, Plan(**shared, pages=("",))) if given.bare else None
    if bare:
        print(f"\nA bare Streamlit app: a text, a slider, a chart\n{table(bare)}\n{summary(bare)}", flush=True)
    ours = measure(DASHBOARD, Plan(**shared, pages=pages), given.url)
    print(f"\nThe dashboard\n{table(ours)}\n{summary(ours)}")
    for kind in ("open", "release") if bare else ():
        ratios = (
            f"p{100 * share:.0f} {percentile(ours.all(kind), share) / percentile(bare.all(kind), share):.1f} times"
            for share in (0.5, 0.95, 0.99)
        )
        print(f"{kind}, to the bare app: {', '.join(ratios)}")
    options.exit(1 if ours.errors else 0)


if __name__ == "__main__":
    main()
