"""How long one visitor's heaviest settings hold up another, in ms: `python -m tests.load.heavy`."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time

from tests.load.figures import percentile
from tests.load.server import served
from tests.load.visitor import Visitor

SECONDS = 15
EVERY = 0.2  # seconds between two releases of the light visitor
# What the heavy visitor opens, and what it sets there again and again, from 0 to where: each value for the first time.
HEAVY = {
    "retrains": ("training", "epochs=2000", "lam", 0.1),
    "compares": ("comparison", "epochs=2000&n=100", "lam", 0.1),
    "draws": ("sampling", "n=500", "smoothing", 20),
}
RACE = "Run 10 epochs as the lecture does"  # the button of the lecture's own loop over 228,146 examples


async def light(url: str) -> list[float]:
    """ms of the releases of a visitor of Smoothing."""
    took, ends = [], time.perf_counter() + SECONDS
    async with Visitor(url) as visitor:
        await visitor.open("smoothing")
        while time.perf_counter() < ends:
            begun = time.perf_counter()
            await visitor.set("smoothing", round(random.uniform(0, 20), 3))
            took.append(1000 * (time.perf_counter() - begun))
            await asyncio.sleep(EVERY)
    return took


async def sets(url: str, page: str, query: str, key: str, most: float) -> None:
    """Set one value of a page again and again."""
    async with Visitor(url) as visitor:
        await visitor.open(page, query)
        while True:
            await visitor.set(key, round(random.uniform(0, most), 5))


async def races(url: str) -> None:
    """Start the lecture's own loop again as soon as it has ended."""
    async with Visitor(url) as visitor:
        await visitor.open("training")
        while True:
            with contextlib.suppress(KeyError):
                await visitor.press(RACE)
            await asyncio.sleep(0.5)


async def beside(url: str, name: str) -> list[float]:
    """ms of the light visitor's releases while the heavy one of this name, or nobody, is at work."""
    if name == "nobody":
        return await light(url)
    working = asyncio.create_task(races(url) if name == "races" else sets(url, *HEAVY[name]))
    await asyncio.sleep(2)
    took = await light(url)
    if working.done():
        working.result()  # raises what ended it
    working.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await working
    return took


def main() -> None:
    """Measure the light visitor alone, and beside each heavy one."""
    print(f"{'beside':<12}{'releases':>9}{'p50 ms':>8}{'p95 ms':>8}{'longest':>9}")
    with served() as (url, _):
        for name in ("nobody", *HEAVY, "races"):
            took = asyncio.run(beside(url, name))
            times = "".join(f"{percentile(took, share):>8.0f}" for share in (0.5, 0.95))
            print(f"{name:<12}{len(took):>9}{times}{max(took):>9.0f}")


if __name__ == "__main__":
    main()
