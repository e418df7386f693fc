"""What the live components share: their files made one source, and their colours."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from analysis.views import palette

HERE = Path(__file__).parent
PAGES = HERE.parents[1]  # the folder of all pages
COLOURS = {
    "counted": palette.COUNTED,
    "net": palette.NET,
    "uniform": palette.UNIFORM,
    "chosen": palette.CHOSEN,
    "high_light": palette.LIGHT.high,
    "high_dark": palette.DARK.high,
    "net_light": palette.LIGHT.net,
    "net_dark": palette.DARK.net,
}
VARIABLES = f"\n.live {{--counted: {palette.COUNTED}; --net: {palette.NET}; --chosen: {palette.CHOSEN}}}"
IMPORT = re.compile(r"""^import (\{[^}]*\}) from (["'])(\.[^"']+)\2;$""", flags=re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:function|const|let|class)\*? (\w+))", flags=re.MULTILINE)
COMMENT = re.compile(r"^/\*\*.*?\*/\n", flags=re.MULTILINE | re.DOTALL)  # above a function: a third of the bytes
LEFT_OVER = re.compile(r"^(?:import\b(?! *\()|export\b).*", flags=re.MULTILINE)


def files(*paths: Path) -> str:
    """The text of files, one after the other: a component's HTML or CSS is one piece."""
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def source(entry: str | Path) -> str:
    """A JavaScript file and all that it imports, joined into one module: Streamlit takes a single text.

    A plain name is a file of this folder. Each file comes once, before those that import it, as a function that
    returns what it exports, so that its own names stay its own. The entry keeps its `export default`.

    Only `import { a, b as c } from "./file.js";` is followed, in either kind of quotes, and a file that is imported
    may export functions, constants and classes where they are declared. Raises ValueError with the line for every
    other import or export, and with the files for those that import each other.
    """
    parts: dict[Path, str] = {}  # in the order of the finished module
    last = _join((HERE / entry).resolve(), parts, ())
    return "\n".join([*parts.values(), last])


def load_views() -> None:
    """Import every live view of the pages, so that its files are read before the first visitor comes."""
    for entry in PAGES.glob("**/live.js"):
        importlib.import_module(".".join(entry.parent.relative_to(PAGES.parent).parts))


def _join(path: Path, parts: dict[Path, str], importers: tuple[Path, ...]) -> str:
    """The text of a file with its imports replaced; what it imports is added to `parts`, each file as a function."""
    if path in importers:
        circle = [*importers[importers.index(path) :], path]
        raise ValueError(f"JavaScript files must not import each other: {' -> '.join(file.name for file in circle)}")

    def take(line: re.Match[str]) -> str:
        needed = (path.parent / line[3]).resolve()
        if needed not in parts:
            text = _join(needed, parts, (*importers, path))
            parts[needed] = _as_function(needed, text, f"file{len(parts)}")
        names = re.sub(r"(\w) as (?=\w)", r"\1: ", line[1])
        return f"const {names} = file{list(parts).index(needed)};"

    text = IMPORT.sub(take, COMMENT.sub("", path.read_text(encoding="utf-8")))
    if not importers:
        _refuse_left_over(path, text.replace("export default ", "", 1))
    return text


def _as_function(path: Path, text: str, name: str) -> str:
    names = [export[1] for export in EXPORT.findall(text)]
    body = EXPORT.sub(r"\1", text)
    _refuse_left_over(path, body)
    return f"const {name} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}})();"


def _refuse_left_over(path: Path, text: str) -> None:
    """Raise ValueError if a line still imports or exports: it would be lost, or no JavaScript inside a function."""
    if line := LEFT_OVER.search(text):
        raise ValueError(f"{path.name}: this import or export cannot be joined: {line[0]}")
