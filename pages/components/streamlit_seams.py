"""All that this project uses of Streamlit's private parts. If a new version lacks one of them, one feature is lost.

Pages and server go on, and one line in the log says what is lost. What is used, and what is lost without it:

- script context and initial query parameters (`history_query`): Back and Forward show defaults again;
- the address of a session (`empty_address`): links do not leave a page with settings of Streamlit's own controls;
- static/index.html (`index_html`): the hash of its inline script in the security policy; the pages' own titles, their
  style, and that answers are hidden;
- loggers (`quiet_loggers`): words of visitors may come into the log;
- test ids (`TEST_IDS`): spaces and shades of pages/components/page_frame.css; on a slide and on paper, more
  shows than should (paper.css); pages/components/live/sync/frame_budget.js finds no block of a page; on a phone the
  sidebar stays open after a page was chosen (pages/components/navigation/page_links.js);
- the font "Material Symbols Rounded" (pages/components/navigation/navigation.css): links show the beginning of
  an icon's name instead of the icon;
- the style of an expander that is just opening (pages/components/page_frame.css): a list in it that is opened at once
  closes again;
- streamlit.emojis (`load_icons`): the first visitor waits for its import;
- names of scripts (`late_scripts`): the first page comes a little later;
- the state of the connection (pages/components/navigation/page_links.js): while the server is gone, a click on a link
  does nothing;
- `window.__streamlit` (pages/components/server/first_load.py): the same;
- in the browser, pages/components/toolbar/history.js wraps `history.pushState` and `replaceState`: it relies on
  Streamlit changing the address by these two, several times for one action. Otherwise Back needs more presses.
"""

from __future__ import annotations

import functools
import importlib
import logging
import re
from pathlib import Path

import streamlit as st

TEST_IDS = (
    *(
        "stMain",
        "stMainBlockContainer",
        "stVerticalBlock",
        "stLayoutWrapper",
        "stMarkdownContainer",
        "stCaptionContainer",
    ),
    *("stApp", "stHeader", "stToolbar", "stExpander", "stSidebar", "stVegaLiteChart", "stDataFrame", "stTable"),
    *("stButton", "stDownloadButton", "stFormSubmitButton", "stLinkButton", "stElementToolbar", "stFileUploader"),
    *("stTooltipIcon", "stNumberInputStepDown", "stNumberInputStepUp"),
    *(
        "stExpandSidebarButton",
        "stStatusWidget",
        "stSidebarCollapseButton",
        "stSidebarUserContent",
    ),
)
LATE_SCRIPTS = ("BidiComponent", "Html")  # every page needs them
SCRIPTS_OF_PAGES = {  # by folder of a page: the late scripts of the boxes and buttons that it opens with
    "baselines": ("NumberInput", "TextInput", "Button"),
    "make_names": ("TextInput", "Checkbox"),
    "languages": ("TextInput",),
    "own_list": ("TextArea", "FileUploader"),
    "lessons": ("Radio",),
}
BEFORE_VISITORS = (  # they warn when there is no visitor yet
    "streamlit.runtime.scriptrunner_utils.script_run_context",
    "streamlit.runtime.state.session_state_proxy",
    "streamlit.runtime.caching.cache_data_api",
)
QUOTING = ("streamlit.error_util", "streamlit.web.server.starlette.starlette_websocket")  # log the exceptions of pages


@functools.cache
def report_lost(name: str, feature: str) -> None:
    """Log, once for each name, that Streamlit does not have it any more, and which feature is lost."""
    logging.getLogger("bigram_lab").warning("Streamlit has no %s any more: %s", name, feature)


def index_html() -> str:
    """The HTML file that the browser loads for every page; "" if there is none."""
    try:
        return _static("index.html").read_text(encoding="utf-8")
    except OSError:
        report_lost("static/index.html", "its inline script is blocked, and pages have no style")
        return ""


def late_scripts(own: tuple[str, ...]) -> list[str]:
    """Addresses of the late scripts of a page, `own` and those of every page, and of what they import.

    Streamlit requests each when it first needs it.
    """
    waiting, scripts = [], []
    for name in LATE_SCRIPTS + own:
        found = [path.name for path in _static("static", "js").glob(f"{name}.*.js")]
        if len(found) != 1:
            report_lost(f"script {name}", "the first page comes a little later")
        waiting += found
    while waiting:
        address = f"./static/js/{waiting.pop(0)}"
        content = static_file(address)
        if content and address not in scripts:
            scripts.append(address)
            waiting += re.findall(r'from"\./([\w.-]+\.js)"', content.decode())
    return scripts


def static_file(address: str) -> bytes:
    """A file by its address in Streamlit's HTML: `static_file("./static/js/index.js")`; b"" if there is none."""
    try:
        return _static(address).read_bytes()
    except OSError:
        return b""


def _static(*names: str) -> Path:
    """A file that Streamlit serves as it is."""
    return Path(st.__file__).parent.joinpath("static", *names)


def history_query() -> str | None:
    """The query of the address if the visitor came here by Back or Forward; otherwise None.

    Its values become the initial values of their controls: Streamlit 1.67 leaves out those that the last page had.
    """
    try:
        run = importlib.import_module("streamlit.runtime.scriptrunner").get_script_run_ctx()
        if run is None or not run.is_history_navigation:
            return None
        with run.session_state.query_params() as params:
            params.set_initial_query_params(run.query_string)
        return run.query_string
    except (ImportError, AttributeError, TypeError) as error:
        report_lost("script context", f"Back and Forward show defaults ({error})")
        return None


def empty_address() -> None:
    """Take all values out of the address before another page is shown. They stay in the session.

    Without it, `st.switch_page` of Streamlit 1.67 raises an exception if a control of the page has written one of them.
    """
    try:
        run = importlib.import_module("streamlit.runtime.scriptrunner").get_script_run_ctx()
        with run.session_state.query_params() as params:
            params.clear_with_no_forward_msg(preserve_embed=True)
    except (ImportError, AttributeError, TypeError) as error:
        report_lost("address", f"links do not leave a page with settings of Streamlit's own ({error})")


def quiet_loggers(names: tuple[str, ...], level: int) -> None:
    """Let these loggers write nothing below `level`."""
    for name in names:
        try:
            importlib.import_module(name)  # a logger has the name of its module
        except ImportError:
            report_lost(f"logger {name}", "words of visitors may come into the log")
        logging.getLogger(name).setLevel(level)


def load_icons() -> None:
    """Import the table of icons now, so that the first visitor does not wait for it."""
    try:
        importlib.import_module("streamlit.emojis")
    except ImportError:
        report_lost("streamlit.emojis", "the first visitor waits a little longer")
