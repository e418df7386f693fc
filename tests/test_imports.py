"""What a command, a list and the library import, and how late: all of it in one process, step by step."""

import subprocess
import sys

from tests.test_arrows import FILES, ROOT

AT_ONCE = {  # what needs no library at all, and the line it is refused with
    "--help": "",
    "train --help": "",
    "corpus --banana": "No such option",
    "corpus --words no-such-file": "cannot be read",
    "bigrams --part half": "--part must be",
    "score": "Missing argument",
    "smooth --smoothing -1": "--smoothing must be",
    "sample --sort tea": "--sort must be",
    "train --init tea": "--init must be",
    "published --banana": "No such option",
    "published tea": "figure must be one",
}
MODULES = [path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in FILES]
EVERYTHING = [module for module in MODULES if module.startswith("analysis")]
STEPS = f"""
import sys

def tell(step):
    here = set(sys.modules)
    names = [locale for locale in ("de_DE", "fr_BE") if f"faker.providers.person.{{locale}}" in here]
    known = {{"torch", "pandas", "numpy", "pooch", "faker", "streamlit"}}
    print("-- " + " ".join([step, *sorted(known & here), *names]))

import analysis
from analysis.__main__ import main
for line in {list(AT_ONCE)}:
    main(line.split())
tell("refusals")
main(["corpus"])
main(["bigrams", "--row", "e"])
tell("counting")
from analysis.counts.word_list import BUILT_IN, load_list
print("--", BUILT_IN["de"].size)
load_list("de").words
tell("German")
import {", ".join(EVERYTHING)}
tell("everything")
"""


def test_a_package_is_imported_only_when_it_is_needed():
    done = subprocess.run([sys.executable, "-c", STEPS], capture_output=True, text=True, cwd=ROOT, check=True)
    assert [line for line in done.stdout.splitlines() if line.startswith("-- ")] == [
        "-- refusals",
        "-- counting numpy torch",
        "-- 1985",
        "-- German faker numpy torch de_DE",
        "-- everything faker numpy pandas torch de_DE",
    ]
    messages = [message for message in AT_ONCE.values() if message]
    for message, line in zip(messages, done.stderr.splitlines(), strict=True):
        assert message in line
