"""How fast a large corpus is counted, and in how much memory: figures, no test.

    python -m tests.measure_counting              1 GB of names in eight files, on threads
    python -m tests.measure_counting --cluster    also on a scheduler and two workers of this machine
    python -m tests.measure_counting --mb 100     less

The files stand in a temporary folder and are removed. Times are the best of three; the memory is the most that a
process had at any time. Beside it: `wc -m` on the same files, and a loop with a Counter on an eighth of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from analysis.commands.benchmark_large import count_with_counter, write_words
from analysis.words.names import load_words

FILES = 8
COUNT = """
import resource, sys, time
from analysis.large.engine import count_sources
from analysis.words.reading.sources import find_sources
import dask.threaded, distributed
cluster = sys.argv[2] or None
start = time.perf_counter()
counted = count_sources(find_sources([sys.argv[1]]), cluster=cluster)
took = time.perf_counter() - start
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, int(counted.pairs.counts.sum()))
"""


def count_in_a_process(pattern: str, cluster: str = "") -> tuple[float, float, int]:
    """Seconds, MB at the most and bigrams, of three runs the fastest."""
    line = [sys.executable, "-c", COUNT, pattern, cluster]
    runs = [subprocess.run(line, check=True, capture_output=True, text=True).stdout.split() for _ in range(3)]
    took, memory, bigrams = min(runs, key=lambda run: float(run[0]))
    return float(took), float(memory), int(bigrams)


def seconds(run: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def most_memory(process: subprocess.Popen) -> float:
    """The most memory that a process had, in MB (Linux)."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def count_on_a_cluster(pattern: str, folder: Path) -> tuple[float, float, float, int]:
    """Seconds, MB at the most of the command and of a worker, and bigrams; scheduler and workers stand elsewhere."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-P", "-m", "dask"]
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    processes = [subprocess.Popen(line, **quiet) for line in (scheduler, worker, worker)]
    try:
        from distributed import Client  # noqa: PLC0415

        time.sleep(5)
        with Client(address, timeout=30) as client:
            client.wait_for_workers(2, timeout=60)
        took, memory, bigrams = count_in_a_process(pattern, address)
        return took, memory, max(map(most_memory, processes[1:])), bigrams
    finally:
        for process in processes[::-1]:
            process.kill()
            process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=int, default=1000, help="size of the corpus")
    parser.add_argument("--cluster", action="store_true", help="also on a scheduler and two workers")
    options = parser.parse_args()
    words = load_words("names")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"names-{i}.txt" for i in range(FILES)]
        size = sum(write_words(path, words, options.mb * 1_000_000 // FILES) for path in paths) / 1e6
        print(f"{size:,.0f} MB in {FILES} files, {os.cpu_count()} cores")
        pattern = str(folder / "names-*.txt")
        took, memory, bigrams = count_in_a_process(pattern)
        print(f"threads: {took:.2f} s, {size / took:,.0f} MB a second, {memory:,.0f} MB of memory, {bigrams:,} bigrams")
        if options.cluster:
            on, ours, worker, same = count_on_a_cluster(pattern, folder)
            print(
                f"cluster of two workers: {on:.2f} s, {size / on:,.0f} MB a second, {ours:,.0f} MB of memory here, "
                f"{worker:,.0f} MB in a worker, {'the same table' if same == bigrams else 'ANOTHER TABLE'}"
            )
        loop = FILES * seconds(lambda: count_with_counter(paths[0]))
        print(f"a Counter: {loop:.1f} s, {loop / took:.0f} times as long as threads (from one file of {FILES})")
        if shutil.which("wc"):
            environment = os.environ | {"LC_ALL": "C.UTF-8"}
            wc = min(
                seconds(lambda: subprocess.run(["wc", "-m", *paths], check=True, capture_output=True, env=environment))
                for _ in range(3)
            )
            print(f"wc -m: {wc:.2f} s, {wc / took:.2f} times as long as threads")


if __name__ == "__main__":
    main()
