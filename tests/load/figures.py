"""How long answers took: percentiles by page, as a table and in a line."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least `share` of them do not exceed; nan of none.

    >>> percentile([10.0, 20.0, 30.0, 40.0], 0.5), percentile([7.0], 0.99)
    (20.0, 7.0)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


@dataclass
class Load:
    """What one run measured: ms of each answer by (page, opening or release), errors, MB of memory by second."""

    took: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    megabytes: list[tuple[float, float]] = field(default_factory=list)  # (seconds since the start, MB)
    received: int = 0  # bytes
    seconds: float = 0.0
    processor: float = 0.0  # seconds of processor time that the server took

    def all(self, kind: str) -> list[float]:
        """ms of every opening, or of every release."""
        return [ms for (_, deed), times in self.took.items() if deed == kind for ms in times]

    @property
    def answers(self) -> int:
        """How many messages were answered."""
        return sum(map(len, self.took.values()))

    def memory_at(self, second: float) -> float:
        """MB at the last look not after that second; nan where there was none."""
        return next((mb for at, mb in reversed(self.megabytes) if at <= second), math.nan)


def table(load: Load) -> str:
    """A row a page and kind: answers, p50, p95, p99 in ms."""
    lines = [f"{'page':<16}{'what':<10}{'answers':>8}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}"]
    rows = {(page or "start", kind): times for (page, kind), times in sorted(load.took.items())}
    for (page, kind), times in (rows | {("all pages", kind): load.all(kind) for kind in ("open", "release")}).items():
        numbers = "".join(f"{percentile(times, share):>9.0f}" for share in (0.5, 0.95, 0.99))
        lines.append(f"{page:<16}{kind:<10}{len(times):>8}{numbers}")
    return "\n".join(lines)


def summary(load: Load) -> str:
    """Throughput, errors and memory, a line each."""
    start, settled, end = load.memory_at(0), load.memory_at(30), load.memory_at(math.inf)
    grown = f", {100 * (end / settled - 1):+.1f} % since" if load.seconds > 30 and settled else ""
    errors = ", ".join(f"{count} x {what}" for what, count in load.errors.most_common(5)) or "none"
    return (
        f"{load.answers / load.seconds:.1f} answers a second, {load.received / 1e6 / load.seconds:.2f} MB a second, "
        f"processor {100 * load.processor / load.seconds:.0f} % of one core\n"
        f"errors: {sum(load.errors.values())} ({errors})\n"
        f"memory, MB: {start:.0f} before, {settled:.0f} after 30 s, {end:.0f} at the end{grown}"
    )
