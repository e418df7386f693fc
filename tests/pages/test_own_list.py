"""Your own list: what is found in a list, what is refused, and how every page comes to use it."""

from __future__ import annotations

import base64
import gzip
import io
import json
import pickle
import re
import secrets
import zipfile

import pytest
from streamlit.runtime.caching import cache_data_api, cache_resource_api

from analysis.counts.table_text import encode_table
from analysis.counts.word_list import list_of_words, load_list
from pages.components.list_at_hand import KEPT, NAME, OWN
from pages.components.list_choice import FOLD
from pages.components.page_registry import PAGES
from pages.components.tab_memory import LIMITS, MOST, pack_list, unpack_list
from pages.own_list.bringing import BROUGHT, Brought
from tests.conftest import SHARED
from tests.pages.reading import html_of, metrics, open_page, refusals, release, text, texts_of, values


def bring(data, name="a.txt"):
    """The page after a visitor has opened a file."""
    data = data if isinstance(data, bytes) else data.encode()
    at = open_page("own_list", session={BROUGHT: Brought(name, data, secrets.token_hex(8))})
    assert not at.exception
    return at


def control(at, label):
    """A control of the page by the start of its label."""
    return next(one for kind in (at.selectbox, at.toggle, at.button) for one in kind if one.label.startswith(label))


def list_box(at):
    """The box with all lists, in the sidebar."""
    at.session_state[FOLD] = True
    return at.run().sidebar.selectbox[0]


def found(at):
    """What the page has found: words in all, different words, characters with the boundary, the longest word."""
    return tuple(int(value.replace(",", "")) for value in metrics(at).values())


def refused_lines(at):
    """The table of refused lines: number, text, reason."""
    return [tuple(row) for frame in at.dataframe for row in frame.value.itertuples(index=False)]


def lines(at):
    """The report, a line each."""
    return [line.value for line in at.text]


SESSION = "test session id"  # of every AppTest
BOUNDARY = "a word cannot contain '.', which marks its start and end"


@pytest.mark.parametrize(
    ("file", "encoding", "columns", "numbers", "refused"),
    [
        ("01_ssa_three_fields.txt", "utf-8", (",", False, 1, 3), (60, 3, 8, 4), []),
        ("02_semicolon.csv", "utf-8", (";", True, 1, 2), (46, 2, 7, 4), []),
        ("04_no_header.csv", "utf-8", (",", False, 1, 2), (50, 2, 5, 3), []),
        ("05_latin1.txt", "cp1252", (), (2, 2, 7, 3), []),
        ("06_utf16.txt", "utf-16", (), (2, 2, 5, 3), []),
        ("07_one_dot.txt", "utf-8", (), (2, 2, 5, 3), [(2, "'St. Ives'", BOUNDARY), (4, "'Jr.'", BOUNDARY)]),
        ("08_thousands.csv", "utf-8", (",", True, 1, 2), (1200, 1, 3, 3), []),
        (
            "11_preamble.txt",
            "utf-8",
            (),
            (2, 2, 5, 3),
            [(1, "'a comment file by X'", "expected a word, got a heading")],
        ),
        ("12_objects.json", "utf-8", ("", None, 1, 0), (2, 2, 5, 3), []),
    ],
)
def test_what_is_found_in_a_list_stands_in_the_controls_and_in_the_report(file, encoding, columns, numbers, refused):
    at = bring((SHARED / "fails3" / file).read_bytes(), file)
    assert refusals(at) == []
    assert control(at, "Encoding").value == encoding
    assert found(at) == numbers
    assert refused_lines(at) == refused
    if not columns:
        assert control(at, "Separator").value == ""
        return
    between, header, words, counts = columns
    assert control(at, "Separator").value == between
    assert [toggle.value for toggle in at.toggle if "header" in toggle.label] == [header] * (header is not None)
    assert (control(at, "Column with the words").value, control(at, "Column with counts").value) == (words, counts)


def test_each_control_changes_the_report():
    at = bring("name;sex;n\nAna;F;30\nana;M;5\nBo;M;20\n", "a.csv")
    assert found(at) == (55, 2, 5, 3)
    control(at, "Change capitals").set_value(False).run()
    assert found(at) == (55, 3, 6, 3)
    control(at, "Column with counts").set_value(0).run()
    assert found(at) == (3, 3, 6, 3)
    control(at, "Column with the words").set_value(2).run()
    assert found(at) == (3, 2, 3, 1)
    control(at, "The first row").set_value(False).run()
    assert found(at) == (4, 3, 6, 3)
    control(at, "Separator").set_value("").run()
    assert found(at) == (4, 4, 17, 10)
    control(at, "Separator").set_value(";").run()
    assert found(at) == (4, 3, 6, 3)
    at = bring(b"Zo\xeb\nana")
    control(at, "Encoding").set_value("cp1251").run()
    assert "Characters: a n o z л" in lines(at)


def test_words_with_their_counts_after_spaces_or_in_json_are_found():
    assert found(bring("mary ann 1,200\nann 30\njohn 7")) == (1237, 3, 10, 8)
    at = bring('[{"n": 3, "name": "ana", "town": "x"}, {"n": 4, "name": "bo", "town": "y"}]', "a.json")
    assert found(at) == (7, 2, 5, 3)
    control(at, "Column with the words").set_value(3).run()
    assert found(at) == (7, 2, 3, 1)


def zipped(size):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a\n" * (size // 2))
    return file.getvalue()


NO_WORD = "expected one word on each line, got no word"


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.txt", b"", NO_WORD),
        ("a.txt", b"\n\n \n\r\n", NO_WORD),
        ("a.txt", b"a.b", f"{NO_WORD} (refused: {BOUNDARY}, line 1)"),
        ("a.txt", b"a" * 2_000_000, f"{NO_WORD} (refused: expected a word of at most 64 characters, line 1)"),
        ("a.txt", b"ana\n" * 500_000 + b"a", "expected at most 2,000,000 bytes, got more"),
        ("a.zip", zipped(30_000_000), "expected at most 2,000,000 bytes, got more"),
        ("a.gz", gzip.compress(b"a\n" * 15_000_000), "expected at most 2,000,000 bytes, got more"),
        ("a.gz", gzip.compress(b"ana\nbo")[:-9], "cannot be unpacked"),
        ("a.txt", b"ana\n" * 200_001, "expected at most 200,000 words, got 200,001"),
        ("a.txt", "\n".join(map(chr, range(0x4E00, 0x4F01))).encode(), "at most 256 different characters, got 257"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\xff", "line 1: expected text in utf-8, got bytes that are not"),
        ("a.json", b'["ana",', "expected a JSON list of strings, got no complete JSON"),
        ("a.csv", b"previous\\next,.,a\n.,0,2\na,2,0", "got a table of counts"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_list_is_refused_in_one_line_of_plain_words(name, data, line):
    at = bring(data, name)
    (said,) = refusals(at)
    assert line in said
    assert said.startswith(name)
    assert "--" not in said
    assert not metrics(at)


@pytest.mark.parametrize(
    ("data", "numbers", "says"),
    [
        (b"\xef\xbb\xbfana\r\nbo\rcy\n", (3, 3, 7, 3), "(80 % of the words): c y."),
        ("ana\nbo".encode("utf-16-be"), (2, 2, 5, 3), ""),
        (b"ana", (1, 1, 3, 3), ""),
        (b"a", (1, 1, 2, 1), ""),
        (b" ana \nbo", (2, 2, 5, 3), "Words from which spaces at the start or end were removed: 1"),
        ("zoe\u0308\nana".encode(), (2, 2, 6, 3), "(Unicode NFC): 1"),
        ("a\u200bb\n\u202eana".encode(), (2, 2, 6, 4), "Characters: a b n U+200B U+202E"),
    ],
    ids=["marks and line ends", "utf-16", "one word", "one letter", "spaces", "accents", "hidden"],
)
def test_unusual_lists_are_read_and_the_report_says_what_was_changed(data, numbers, says):
    at = bring(data)
    assert refusals(at) == []
    assert found(at) == numbers
    assert any(says in line for line in lines(at))
    assert not re.search("[\u200b\u202e]", "".join(lines(at)))  # they would turn the line round


def test_refused_lines_are_listed_and_rows_of_another_length_too():
    at = bring("a" * 300 + "\nan\0a\nbo")
    assert [(line, reason) for line, _, reason in refused_lines(at)] == [
        (1, "expected a word of at most 64 characters"),
        (2, "expected letters"),
    ]
    at = bring("name,n\nana,3\nbo\ncy,4,5\ndi,6", "a.csv")
    assert found(at) == (9, 2, 5, 3)
    assert [line for line, *_ in refused_lines(at)] == [3, 4]
    assert "Left out, because they cannot be words: 2. The table says where, what, and why." in lines(at)


def test_a_short_table_is_found_though_one_of_its_lines_is_not_like_the_others():
    at = bring("Ana,F,30\nBo,M,20\nCleo,F,10\nZoë,F,1,200")
    assert found(at) == (60, 3, 8, 4)
    assert [line for line, *_ in refused_lines(at)] == [4]


def use(at, text):
    """Paste a list on its page, and use it on every page."""
    at.switch_page("own_list/page.py").run()
    at.text_area[0].set_value(text)
    control(at, "Read the list").click().run()
    control(at, "Use this list").click().run()
    return at


def test_a_pasted_list_is_used_on_every_page_until_it_is_forgotten():
    at = use(open_page("start"), "zoë\nana")
    assert at.success[0].value == "Nearly every page now works on your list of 2 words. Choose a page on the left."
    assert at.query_params["corpus"] == OWN
    at.switch_page("words/page.py").run()
    assert "from a list of 2 words" in text(at)
    at.switch_page("own_list/page.py").run()
    at.text_area[0].set_value("ana\nbo\ncy")
    control(at, "Read the list").click().run()
    assert found(at) == (3, 3, 7, 3)
    assert at.info[0].value.startswith("Nearly every page still works on the list of 2 words")
    control(at, "Forget this list").click().run()
    assert at.session_state["corpus"] == "names"
    assert "corpus" not in at.query_params
    assert "Your list" not in list_box(at).options
    assert not any(key in at.session_state for key in (BROUGHT, KEPT, NAME))
    assert not metrics(at)


def test_a_list_that_is_brought_after_one_was_forgotten_is_read_anew():
    at = use(open_page("start"), "zoë\nana")
    control(at, "Forget this list").click().run()
    at = use(at, "bo\ncy\ndi")
    assert found(at)[0] == 3


def test_a_word_that_the_new_list_lacks_goes_back_to_its_first_one_and_others_stay():
    at = open_page("start")
    at.switch_page("words/page.py").run()
    release(at, "words", word="quaz")
    for corpus, word in (("de", "quaz"), ("th", "กนกเนตร"), ("names", "emma")):
        list_box(at).set_value(corpus).run()
        assert values(at)["word"] == word
        assert refusals(at) == []
    use(at, "zoë\nana")
    at.switch_page("words/page.py").run()
    assert values(at)["word"] == "zoë"
    assert refusals(at) == []


TEXT = encode_table(load_list("names").tables.vocab, load_list("names").tables.all)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ({"corpus": "own", "table": TEXT[:-5]}, "one that was cut short or changed"),
        ({"corpus": "own", "table": TEXT[:50] + ("A" if TEXT[50] != "A" else "B") + TEXT[51:]}, "cut short or changed"),
        ({"corpus": "own", "table": ""}, "cut short or changed"),
        ({"corpus": "own", "table": "1" * 9000}, "at most 8,000 characters, got 9,000"),
        ({"corpus": "klingon"}, "got klingon"),
        ({"corpus": ""}, "got nothing"),
    ],
    ids=["cut", "tampered", "empty", "long", "unknown", "no list"],
)
def test_a_link_that_names_no_list_is_told_in_one_line_and_the_names_are_used(query, line):
    at = open_page("start", **query, smoothing="5")
    (said,) = refusals(at)
    assert line in said
    assert said.endswith(": names is used")
    assert at.session_state["corpus"] == "names"
    assert dict(at.query_params) == {"smoothing": "5"}


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.folder)
def test_a_link_with_a_table_opens_every_page_without_a_complaint(entry):
    words = list_of_words(["ana", "bo"])
    link = {"corpus": OWN, "table": encode_table(words.tables.vocab, words.tables.all)}
    at = open_page("start", **link, as_table="true", recipe="true").switch_page(entry.file).run()
    assert not at.exception
    assert refusals(at) == []
    assert at.query_params.items() >= link.items()


def test_a_broken_link_does_not_take_the_list_of_the_session_away():
    own = list_of_words(["zoë", "ana"])
    at = open_page("start", {KEPT: own, NAME: secrets.token_hex()}, corpus="own", table=TEXT[:-5])
    assert len(refusals(at)) == 1
    list_box(at).set_value(OWN).run()
    assert at.session_state["corpus"] == OWN
    assert at.session_state[KEPT].words == ("zoë", "ana")


@pytest.mark.parametrize("weights", [None, [3, 1]])
def test_a_list_comes_back_from_the_tab_as_it_was(weights):
    own = list_of_words(['"zoë, x"', "=1"], OWN, "My list", "town", "towns", weights)
    assert unpack_list(pack_list(own)) == own
    assert pack_list(list_of_words([secrets.token_hex(32) for _ in range(31_000)])) == ""  # over a megabyte
    assert MOST < 1_000_000


@pytest.mark.parametrize("text", ["", "a\nb\nc\n!", "a\nb\nc\nAAAA", "a\nb\nc\n"])
def test_what_a_tab_sends_back_that_is_no_list_is_refused(text):
    with pytest.raises(ValueError, match=r"unpack|base64|expected"):
        unpack_list(text)


def test_a_tab_cannot_send_back_more_than_a_list_may_have():
    own = list_of_words(["ana"])
    text = pack_list(own).rsplit("\n", 1)[0]
    bomb = base64.b64encode(gzip.compress(b" " * (LIMITS.bytes + 600_000))).decode()
    with pytest.raises(ValueError, match="at most 10,000,000 bytes"):
        unpack_list(f"{text}\n{bomb}")
    many = base64.b64encode(gzip.compress(json.dumps(["a"] * 200_001).encode())).decode()
    with pytest.raises(ValueError, match="at most 200,000 words"):
        unpack_list(f"{text}\n{many}")


def words_in_caches(session, word):
    """Which cached functions hold a word: those of a session, or with None those that all sessions share."""
    held = set()
    for api in (cache_data_api._data_caches, cache_resource_api._resource_caches):
        for cache in api._function_caches.get(session, {}).values():
            values = getattr(cache, "storage", cache)._mem_cache.values()
            held |= {cache.display_name for value in values if word in pickle.dumps(getattr(value, "value", value))}
    return held


def test_no_cache_that_sessions_share_has_a_word_of_an_own_list_and_forgetting_empties_those_of_the_session():
    at = use(open_page("start"), "zyxwvutsecret\nana")
    for name in ("words", "likelihood", "smoothing", "sampling", "baselines"):
        at.switch_page(f"{name}/page.py").run()
    assert words_in_caches(None, b"zyxwvutsecret") == set()
    assert "pages.components.cached.all_words" in words_in_caches(SESSION, b"zyxwvutsecret")
    at.switch_page("own_list/page.py").run()
    control(at, "Forget this list").click().run()
    assert words_in_caches(SESSION, b"zyxwvutsecret") == set()
    assert "zyxwvutsecret" not in str(at.session_state)


# Each begins something in markdown, HTML or a spreadsheet.
MARKS = ["*a*", "_b_", "`c`", "$d$e$", "<i>f</i>", ":red[g]", "[h](i)", "~~j~~", "=1+1", "@k"]
READ_AS_MARKDOWN = ("body", "label", "help")


def markdown_of(at):
    """All texts of a page that Streamlit reads as markdown."""
    blocks = [at.main]
    while blocks:
        block = blocks.pop()
        blocks += getattr(block, "children", {}).values()
        proto = getattr(block, "proto", None)
        if type(proto).__name__ not in ("Html", "Text", "Code", "NoneType"):
            yield from (text for field in READ_AS_MARKDOWN if isinstance(text := getattr(proto, field, None), str))


@pytest.mark.parametrize("name", sorted(page.folder for page in PAGES))
def test_words_and_letters_of_a_list_are_never_read_as_markdown_or_html(name):
    session = {"corpus": OWN, KEPT: list_of_words(MARKS), NAME: secrets.token_hex()}
    at = open_page(name, session=session, recipe="true", as_table="true", row="*", word="*a*", **FOLDS)
    said = "\n".join(markdown_of(at))
    assert [word for word in MARKS if re.search(rf"(?<!\\){re.escape(word)}", said)] == []
    assert "“*”" not in said
    assert not re.search("<i>f|<em>a", html_of(at))
    assert ("\\*" in said) == (name in SHOW_WORDS)
    if name == "baselines":
        assert " * (0.3 %), _ (" in "".join(texts_of(at))


FOLDS = dict.fromkeys(("cell", "luck", "gradient"), "true")  # parts of pages where letters stand in texts
SHOW_WORDS = {"bigrams", "likelihood", "sampling", "training", "words"}


def test_an_older_link_opens_the_numbers_of_a_page_as_a_table():
    at = open_page("start", table="true")
    assert (at.query_params.get("as_table"), "table" in at.query_params) == ("true", False)
    assert refusals(at) == []
