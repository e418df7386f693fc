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


async def light(url: str) -> list[float]:
    """ms of the releases of a visitor of Smoothing."""
    took, ends = [], time.perf_counter() + SECONDS
    async with Visitor(url) as visitor:
        await visitor.open("smoothing")
        while time.perf_counter() < ends:
            begun = time.perf_counter()
            await visitor.release({"smoothing": round(random.uniform(0, 20), 3)})
            took.append(1000 * (time.perf_counter() - begun))
            await asyncio.sleep(EVERY)
    return took


async def retrains(url: str) -> None:
    """One net of 2,000 epochs after the other, each for the first time."""
    async with Visitor(url) as visitor:
        await visitor.open("training", "epochs=2000")
        while True:
            await visitor.release({"lam": round(random.uniform(0, 0.1), 5)})


async def compares(url: str) -> None:
    """Both models, 2,000 epochs and as many names as a page draws, each for the first time."""
    async with Visitor(url) as visitor:
        await visitor.open("comparison", "epochs=2000&n=100")
        while True:
            await visitor.release({"lam": round(random.uniform(0, 0.1), 5)})


async def draws(url: str) -> None:
    """As many names as a page draws, drawn anew and anew."""
    async with Visitor(url) as visitor:
        await visitor.open("sampling", "n=500")
        while True:
            await visitor.set("smoothing", round(random.uniform(0, 20), 3))


async def races(url: str) -> None:
    """The lecture's own loop, ten epochs over 228,146 examples, started again as soon as it has ended."""
    async with Visitor(url) as visitor:
        await visitor.open("training")
        while True:
            with contextlib.suppress(KeyError):
                await visitor.press("Run 10 epochs as the lecture does")
            await asyncio.sleep(0.5)


async def beside(url: str, heavy) -> list[float]:
    """ms of the light visitor's releases while the heavy one is at work."""
    working = asyncio.create_task(heavy(url)) if heavy else None
    await asyncio.sleep(2)
    took = await light(url)
    if working:
        if working.done():
            working.result()
        working.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await working
    return took


def main() -> None:
    """Measure each heavy visitor beside the light one, on a server of its own."""
    print(f"{'beside':<12}{'releases':>9}{'p50 ms':>8}{'p95 ms':>8}{'longest':>9}")
    with served() as (url, _):
        for heavy in (None, retrains, compares, draws, races):
            took = asyncio.run(beside(url, heavy))
            name = heavy.__name__ if heavy else "nobody"
            print(
                f"{name:<12}{len(took):>9}{percentile(took, 0.5):>8.0f}{percentile(took, 0.95):>8.0f}{max(took):>9.0f}"
            )


if __name__ == "__main__":
    main()
