"""On a cluster: the same table, whatever happens to a worker; one line where there is no cluster. Files on a server."""

import functools
import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from analysis.large import cluster as on_cluster
from analysis.large import engine
from analysis.large.engine import count_sources
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.sources import find_sources
from tests.analysis.large.test_kernel import as_counter, by_hand

WORDS = ["emma", "zoé", "日本", "ava"] * 5000


@pytest.fixture
def corpus(tmp_path):
    """Three files of some kilobytes, and the pattern that names them."""
    for i in range(3):
        (tmp_path / f"{i}.txt").write_text("\n".join(WORDS), encoding="utf-8")
    return str(tmp_path / "*.txt")


NO_CLUSTER = {
    "no port": ("banana", "missing port number"),
    "a web address": ("http://127.0.0.1:1", "unknown address scheme 'http'"),
    "nobody there": ("tcp://127.0.0.1:1", "none within"),
}


@pytest.mark.parametrize(("address", "message"), NO_CLUSTER.values(), ids=NO_CLUSTER)
def test_a_scheduler_that_cannot_be_reached_is_one_line(address, message, corpus, monkeypatch):
    monkeypatch.setattr("analysis.large.cluster.ANSWER", 0.2)
    expected = f"--cluster {address}: expected a running Dask scheduler, got no answer"
    with pytest.raises(ValueError, match=re.escape(expected)) as refused:
        count_sources(find_sources([corpus]), cluster=address)
    assert message in str(refused.value)


def test_a_server_that_says_nothing_is_no_scheduler(corpus, monkeypatch):
    monkeypatch.setattr("analysis.large.cluster.ANSWER", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(ValueError, match="expected a running Dask scheduler, got no answer"):
            count_sources(find_sources([corpus]), cluster=address)


class OtherPython:
    """A client whose one worker has another Python."""

    def get_versions(self):
        return {"workers": {"tcp://there:1": {"host": {"python": "3.9.1.final.0"}}}}


def test_a_worker_with_another_python_is_refused():
    with pytest.raises(ValueError, match=r"expected workers with Python 3\.\d+, got 3\.9 at tcp://there:1"):
        on_cluster._check_python("tcp://here:1", OtherPython())


def test_what_a_worker_lacks_is_one_line():
    told = on_cluster._in_words("tcp://here:1", ModuleNotFoundError("No module named 'numpy'"))
    assert str(told) == (
        "--cluster tcp://here:1: a worker could not count (ModuleNotFoundError: No module named 'numpy')"
    )


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers, processes of their own that do not know this project: address, and workers."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    options = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    options["env"] = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    dask = [sys.executable, "-P", "-m", "dask"]
    host, port = "127.0.0.1", address.rpartition(":")[2]
    processes = [subprocess.Popen([*dask, "scheduler", "--host", host, "--port", port, "--no-dashboard"], **options)]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    processes += [subprocess.Popen(worker, **options) for _ in range(2)]
    yield address, processes[1:]
    for process in processes[::-1]:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing_in_the_table(cluster, corpus):
    address, workers = cluster
    wait_for(address, 2)
    done = []

    def kill_one(task):
        done.append(task)
        if len(done) == 5:
            os.kill(workers[0].pid, signal.SIGKILL)

    counted = count_sources(find_sources([corpus]), cluster=address, block=2000, progress=kill_one)
    assert as_counter(counted.pairs) == by_hand(WORDS * 3)
    assert workers[0].wait(5) == -signal.SIGKILL
    assert len(done) > 50


@pytest.mark.slow
def test_a_bad_file_is_told_by_a_cluster_as_it_is_here(cluster, corpus, tmp_path):
    (tmp_path / "bad.txt").write_text("emma\na.b\n")
    sources = find_sources([corpus])
    wait_for(cluster[0], 1)
    with pytest.raises(ValueError, match=r"bad\.txt, line 2: a word cannot contain"):
        count_sources(sources, cluster=cluster[0])
    counted = count_sources(sources, cluster=cluster[0], skip=True)
    assert as_counter(counted.pairs) == by_hand(WORDS * 3)
    assert len(counted.skipped) == 1


@pytest.mark.slow
def test_a_cluster_reads_lists_of_every_kind_with_every_option(cluster, tmp_path):
    (tmp_path / "a.txt").write_text("Emma\na|b\nSt. I\n" * 900)
    (tmp_path / "b.json").write_text('["Emma", "x|y"]')
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"Ava\n" * 900))
    sources = find_sources([str(tmp_path / "*.*")])
    options = ListFormat(fold=True, boundary="|", skip_bad_words=True)
    wait_for(cluster[0], 1)
    there, here = (count_sources(sources, options, cluster=where, block=1000) for where in (cluster[0], None))
    assert as_counter(there.pairs) == as_counter(here.pairs)
    assert there.notes == here.notes
    assert len(here.notes) == 2


def wait_for(address: str, workers: int) -> None:
    """Until a scheduler has so many workers; at most 60 seconds."""
    from distributed import Client  # noqa: PLC0415

    deadline = time.monotonic() + 60
    while True:
        try:
            with Client(address, timeout=5, set_as_default=False) as client:
                client.wait_for_workers(workers, timeout=60)
                return
        except OSError:
            assert time.monotonic() < deadline


@pytest.fixture(scope="module")
def bucket():
    """A bucket of S3, on this machine; the address of it."""
    server = pytest.importorskip("moto.server")
    s3fs = pytest.importorskip("s3fs")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    _, port = running.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
            patch.setenv(name, "us-east-1")
        s3fs.S3FileSystem.clear_instance_cache()
        system = s3fs.S3FileSystem()
        system.mkdir("corpus")
        for i in range(2):
            system.pipe_file(f"corpus/{i}.txt", "\n".join(WORDS).encode())
        yield "s3://corpus"
    s3fs.S3FileSystem.clear_instance_cache()
    running.stop()


@pytest.mark.slow
def test_files_of_s3_are_counted_in_blocks(bucket, monkeypatch):
    monkeypatch.setattr(engine, "SMALL", 0)
    done = []
    counted = count_sources(find_sources([f"{bucket}/*.txt"]), block=60_000, progress=done.append)
    assert as_counter(counted.pairs) == by_hand(WORDS * 2)
    assert len(done) > 3


@pytest.mark.slow
@pytest.mark.parametrize(("name", "message"), [("z.txt", "cannot be read"), ("z*.txt", "no file matches")])
def test_what_s3_does_not_have_is_one_line(name, message, bucket):
    with pytest.raises(ValueError, match=message) as refused:
        find_sources([f"{bucket}/{name}"])
    assert str(refused.value).startswith(f"{bucket}/{name}: ")


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """A web server that sends files from their start alone, as Python's own does; the address of it."""
    pytest.importorskip("aiohttp")
    folder = tmp_path_factory.mktemp("web")
    (folder / "a.txt").write_text("\n".join(WORDS), encoding="utf-8")
    (folder / "a.txt.gz").write_bytes(gzip.compress("\n".join(WORDS).encode()))
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.slow
def test_files_of_a_web_server_are_counted_packed_or_not(web):
    counted = count_sources(find_sources([f"{web}/a.txt", f"{web}/a.txt.gz"]), block=60_000)
    assert as_counter(counted.pairs) == by_hand(WORDS * 2)


@pytest.mark.slow
def test_a_file_that_a_web_server_does_not_have_is_one_line(web):
    with pytest.raises(ValueError, match=f"^{web}/z.txt: cannot be read"):
        find_sources([f"{web}/z.txt"])
