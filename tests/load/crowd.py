"""A crowd of visitors in one process, each with one message outstanding at most."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.load.deeds import PAGES, release
from tests.load.figures import Load
from tests.load.visitor import Failed, Visitor

LOOK = 1.0  # seconds between two looks at the memory
TURN = 0.1  # the share of messages that open another page


@dataclass(frozen=True)
class Plan:
    """Who comes and for how long: so many sessions, there after `arrive` seconds, a release each `every` seconds."""

    sessions: int
    seconds: float
    every: float = 2.0
    arrive: float = 10.0
    pages: tuple[str, ...] = PAGES
    act: Callable[[Visitor, str, random.Random], Awaitable[object]] = release
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
                        await _timed(load, page, "release", plan.act(visitor, page, chance))
                    query = visitor.query
        except (Failed, OSError, TimeoutError, EOFError) as error:
            load.errors[f"{page or 'start'}: {type(error).__name__} {error}"[:120]] += 1
            await asyncio.sleep(1)
        except Exception as error:  # what websockets raises has no root of its own among the built-in errors
            load.errors[f"{page or 'start'}: {type(error).__name__}"[:120]] += 1
            await asyncio.sleep(1)
        load.received += visitor.received


async def _timed(load: Load, page: str, kind: str, deed: Awaitable[object]) -> None:
    begun = time.perf_counter()
    await deed
    load.took[page, kind].append(1000 * (time.perf_counter() - begun))
