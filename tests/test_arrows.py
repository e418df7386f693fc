"""Arrows run one way: dashboard -> pages -> analysis -> torch, pandas, altair."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_importing_all_of_analysis_pulls_in_no_streamlit():
    modules = ["analysis.__main__", *(f"analysis.{path.stem}" for path in (ROOT / "analysis").glob("[a-z]*.py"))]
    code = f"import sys, {', '.join(modules)}; print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_no_word_list_is_in_the_repository():
    """Only the ten first names, which the lecture quotes, may stand in data/."""
    assert not [path for path in (ROOT / "data").iterdir() if path.suffix == ".txt"]
