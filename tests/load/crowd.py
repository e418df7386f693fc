"""A crowd of visitors in one process, each with one message outstanding at most."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.load.figures import Load
from tests.load.visitor import Visitor

LOOK = 1.0  # seconds between two looks at the memory
TURN = 0.1  # the share of messages that open another page
# What visitors set on each page, and from where to where; whole numbers where the ends are whole. Where there is
# nothing, they open the page again.
SETS: dict[str, dict[str, tuple[float, float]]] = {
    "": {"smoothing": (0.0, 20.0)},
    "words": {"step": (1, 200)},
    "bigrams": {"row": (0, 26)},
    "smoothing": {"smoothing": (0.0, 20.0)},
    "sampling": {"draw": (1, 30)},  # a step through the draws
    "normalization": {"smoothing": (0.0, 20.0)},
    "likelihood": {"nudge": (0.1, 10.0)},
    "baselines": {"smoothing": (0.0, 20.0)},
    "forward": {"skip": (0, 200)},
    "training": {"epochs": (0, 2000), "learning_rate": (1.0, 100.0), "lam": (0.0, 0.1)},  # each retrains the net
    "regularization": {"lam": (0.0, 0.5)},
    "comparison": {"smoothing": (0.0, 20.0), "lam": (0.0, 0.1)},
    "reproduce": {},
}


@dataclass(frozen=True)
class Plan:
    """Who comes and for how long: so many sessions, there after `arrive` seconds, a release each `every` seconds."""

    sessions: int
    seconds: float
    every: float = 2.0
    arrive: float = 10.0
    pages: tuple[str, ...] = tuple(SETS)
    seed: int = 1


async def crowd(url: str, plan: Plan, look: Callable[[], tuple[float, float]]) -> Load:
    """Let the visitors of a plan come to a server; `look` says its MB and its seconds of processor time."""
    load, begun = Load(), time.perf_counter()
    _, before = look()
    ends = begun + plan.seconds
    looking = asyncio.create_task(_watch(load, look, begun))
    await asyncio.gather(*(_visit(url, plan, place, load, ends) for place in range(plan.sessions)))
    looking.cancel()
    megabytes, processor = look()
    load.seconds = time.perf_counter() - begun
    load.megabytes.append((load.seconds, megabytes))
    load.processor = processor - before
    return load


async def _watch(load: Load, look: Callable[[], tuple[float, float]], begun: float) -> None:
    while True:
        load.megabytes.append((time.perf_counter() - begun if load.megabytes else 0.0, look()[0]))
        await asyncio.sleep(LOOK)


async def _visit(url: str, plan: Plan, place: int, load: Load, ends: float) -> None:
    """One visitor to the end of the plan; after an error the page is opened anew by its address, as a browser does."""
    chance = random.Random(1000 * plan.seed + place)
    page, query = plan.pages[place % len(plan.pages)], ""
    await asyncio.sleep(plan.arrive * place / plan.sessions)
    while time.perf_counter() < ends:
        visitor = Visitor(url)
        try:
            async with visitor:
                await _timed(load, page, "open", visitor.open(page, query))
                while True:
                    await asyncio.sleep(chance.uniform(0.5, 1.5) * plan.every)
                    if time.perf_counter() >= ends:
                        break
                    if chance.random() < TURN:
                        page = chance.choice(plan.pages)
                        await _timed(load, page, "open", visitor.open(page))
                    else:
                        await _timed(load, page, "release", move(visitor, page, chance))
                    query = visitor.query
        except Exception as error:  # of any kind: websockets and protobuf have their own
            load.errors[f"{page or 'start'}: {type(error).__name__} {error}"[:120]] += 1
            await asyncio.sleep(1)
        load.received += visitor.received


async def _timed(load: Load, page: str, kind: str, deed: Awaitable[object]) -> None:
    begun = time.perf_counter()
    await deed
    load.took[page, kind].append(1000 * (time.perf_counter() - begun))


async def move(visitor: Visitor, page: str, chance: random.Random) -> None:
    """Set something on the open page to a value that nobody had; where there is nothing to set, open it again."""
    if SETS[page]:
        key, (low, high) = chance.choice(list(SETS[page].items()))
        whole = isinstance(low, int)
        await visitor.set(key, chance.randint(low, high) if whole else round(chance.uniform(low, high), 3))
    else:
        await visitor.open(page)
