"""The files of hosting agree with the rest: what the container copies is there, and it serves as `make serve` does."""

import json
import re
import shutil
import subprocess

import pytest

from tests.load.server import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")
def test_the_container_serves_with_the_options_of_make_serve():
    command = json.loads(DOCKERFILE.partition('CMD ["uvicorn"')[2].join(['["uvicorn"', ""]).replace("\\\n", ""))
    line = ["make", "--no-print-directory", "-s", "serve-options"]
    options = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert command == ["uvicorn", "dashboard:app", "--host", "0.0.0.0", "--port", "8501", *options]


def test_what_the_container_copies_is_there_and_reaches_the_builder():
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, flags=re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert all((ROOT / name).exists() for name in names)
    assert names == let_in


def test_the_container_installs_with_the_uv_of_the_makefile():
    (pinned,) = set(re.findall(r"uv==[\d.]+", DOCKERFILE))
    assert pinned in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_nobody_is_root_in_the_container_and_its_health_is_asked():
    assert "USER lab" in DOCKERFILE
    assert "/_stcore/health" in DOCKERFILE.partition("HEALTHCHECK")[2]
