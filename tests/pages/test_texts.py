"""The words of the screen: every text is shown, every text that is asked for is there, with the numbers it needs."""

import ast
import re
import tomllib
from string import Formatter

import pytest

from pages.components.page_registry import PAGES
from pages.components.texts import PLACE, list_facts, texts
from tests.pages.reading import ROOT

FOLDERS = sorted(path.parent.relative_to(ROOT / "pages").as_posix() for path in (ROOT / "pages").rglob("texts.toml"))
PAGE_FOLDERS = {page.folder for page in PAGES}
HEAD = {"title", "question", "intro", "teaser", "learned"}  # read through the table of pages
OF_THE_LIST = re.compile(r"(?<![\d.,])(27|28|729|784|627|32,033|32 033|228,146|3\.2958|2\.45\d*)(?![\d,])")


# Texts of the lecture, of languages, or of a file; the others take the noun of the list: {noun}, {nouns}.
OF_NAMES = {"lecture", "ladder", "lessons", "languages", "reproduce", "own_list", "glossary", "components"}
NAMES = re.compile(r"(?<!{)(?<!video's )\b[Nn]ames?\b(?! for the same)")


def flat(found, path=""):
    """The texts by their path: {"guess.ask": ...}."""
    items = found.items() if isinstance(found, dict) else enumerate(found)
    return {
        key: text
        for name, value in items
        if isinstance(value, (str, dict, list))
        for key, text in ({f"{path}{name}": value} if isinstance(value, str) else flat(value, f"{path}{name}.")).items()
    }


def texts_of(folder):
    return flat(tomllib.loads((ROOT / f"pages/{folder}/texts.toml").read_text(encoding="utf-8")))


def asked(folder):
    """Each key that Python files of a folder ask for, with the names of the numbers that it is given."""
    for path in files(folder, "py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t":
                (key,) = node.args
                yield ast.literal_eval(key), {keyword.arg for keyword in node.keywords}


def read(folder, suffix):
    return "\n".join(path.read_text(encoding="utf-8") for path in files(folder, suffix))


def files(folder, suffix):
    """The files that read the texts of a folder: its own, and those of folders in it that have none."""
    top = ROOT / "pages" / folder
    for path in top.rglob(f"*.{suffix}"):
        if next(parent for parent in path.parents if (parent / "texts.toml").exists()) == top:
            yield path


def fields(text):
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(text) if name}


def shared_code_reads(folder):
    """The texts of a page that shared JavaScript reads, where a file of the page calls it."""
    js = read(folder, "js")
    return ({"caption"} if "showCaption(" in js else set()) | ({"play", "pause"} if "wireSteps(" in js else set())


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_text_is_used_and_every_text_that_is_used_is_there(folder):
    known = texts_of(folder)
    used = (
        HEAD & set(known) if folder in PAGE_FOLDERS else {"app"} if folder == "components" else set()
    )  # by pages/app.py
    for key, _ in asked(folder):
        here = {name for name in known if name == key or name.startswith(f"{key}.")}
        assert here, f"{folder} has no text {key}"
        used |= here
    used |= {f"html.{key}" for key in PLACE.findall(read(folder, "html"))}
    assert used == set(known)
    js = {name.split(".")[1] for name in known if name.startswith("js.")}
    if folder != "components":
        assert js == set(re.findall(r"\bdata\.texts\.(\w+)", read(folder, "js"))) | shared_code_reads(folder)


def test_every_text_that_pictures_of_several_pages_share_is_painted():
    shared = {key for folder in FOLDERS for key in re.findall(r"\bdata\.shared\.(\w+)", read(folder, "js"))}
    assert shared == set(texts(ROOT / "pages/components/texts.py")("shared"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_text_gets_the_numbers_that_it_has_a_place_for(folder):
    known, facts = texts_of(folder), set(list_facts())
    for key, given in asked(folder):
        if None in given:  # **numbers: of the lessons, see test_lessons
            continue
        needed = set().union(
            *(fields(text) for name, text in known.items() if name == key or name.startswith(f"{key}."))
        )
        assert needed - facts == given - facts, f"{folder}: {key}"
    for name in (name for name in known if name in HEAD or name.startswith("html.")):
        assert fields(known[name]) <= facts


@pytest.mark.parametrize("folder", FOLDERS)
def test_numbers_of_the_list_are_filled_and_not_written(folder):
    written = {
        name: OF_THE_LIST.findall(text)
        for name, text in texts_of(folder).items()
        if "lecture" not in name.split(".") and OF_THE_LIST.search(text)
    }
    assert written == {}


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder not in OF_NAMES])
def test_the_words_of_a_list_are_called_what_its_noun_says(folder):
    written = {
        name: NAMES.findall(text)
        for name, text in texts_of(folder).items()
        if "lecture" not in name.split(".") and name != "title" and NAMES.search(text)
    }
    assert written == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_text_has_one_minus_sign(folder):
    assert [name for name, text in texts_of(folder).items() if re.search(r"(?<![\w-])-\d", text)] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_text_that_the_browser_writes_has_no_marks_but_bold_and_code(folder):
    of_browser = {name: text for name, text in texts_of(folder).items() if re.match(r"(js|html|guess|shared)\.", name)}
    italic_or_link = re.compile(r"(?<!\*)\*(?!\*)\S[^*]*\*(?!\*)|\]\(")
    assert [name for name, text in of_browser.items() if italic_or_link.search(text)] == []


def test_a_key_or_a_number_that_is_missing_is_an_error():
    t = texts(ROOT / "pages/reproduce/sections.py")
    with pytest.raises(KeyError, match="tea"):
        t("tea")
    with pytest.raises(KeyError, match="published"):
        t("guess.ask")
    assert t("guess.ask", published=3).startswith("others have published 3 figures")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.folder)
def test_a_step_on_the_way_says_what_was_learned(page):
    assert ("learned" in texts_of(page.folder)) == bool(page.number)


def test_every_page_is_in_the_table_of_pages():
    assert {path.parent.name for path in (ROOT / "pages").glob("*/page.py")} == {page.folder for page in PAGES}
