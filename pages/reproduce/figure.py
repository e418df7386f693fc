"""One published figure in full: who published it, every value next to ours, and a link to its page."""

import html
from urllib.parse import urlencode

import streamlit as st

from analysis.published.frames import SIGNS, values_frame
from analysis.published.results import Result
from analysis.published.sources import Source, load_sources
from analysis.published.wording import note_of
from analysis.settings import SETTINGS, STREAM, WORD
from analysis.words.vocabulary import BOUNDARY
from pages.components.links import in_address
from pages.components.page_frame import code_lines
from pages.components.texts import texts

t = texts(__file__)

STYLE = """<style>
.figure-name.figure-name {font-size: 1.3rem; line-height: 1.25; margin: 0; padding: .5rem 0 0}
.page-link.page-link {
  display: inline-block; padding: .4rem .75rem; border: 1px solid; border-radius: .5rem;
  color: inherit; text-decoration: none;
}
</style>"""
PAGE_LINK = """<a class="page-link" href="{}">{}</a>"""


def one_figure(result: Result) -> None:
    """One figure in full: who published it, every value next to ours, a note, and a link to its page."""
    figure = result.figure
    text, values = st.columns([1.3, 1], gap="medium")
    with text:
        # A heading of the second level: Streamlit's own is too large for a name, and a subheader would skip a level.
        st.html(f"{STYLE}<h2 class='figure-name'>{html.escape(figure.name)}</h2>")
        st.markdown(f"**{SIGNS[result.verdict]} {result.verdict}**")
        st.markdown("\n".join(map(source_line, figure.sources)))
        st.markdown(note_of(result))
        code_lines(f"python -m analysis {figure.command}")
        if figure.open:
            st.html(PAGE_LINK.format(html.escape(page_address(figure.open)), html.escape(t("open_page"))))
        else:
            st.caption(t("no_page"))
    with values:
        st.dataframe(values_frame(result), hide_index=True)


def sources_key() -> None:
    """What the letters of the sources stand for, with the addresses where they can be read."""
    with st.expander(t("sources"), icon=":material/menu_book:"):
        st.markdown("\n".join(map(source_line, load_sources().values())))


def source_line(source: Source) -> str:
    """A source as a line of a list, with its links."""
    links = " ".join(f"[{link.split('/')[2].removeprefix('www.')}]({link})" for link in source.links)
    return f"- **{source.letters}**: {source.words} {links}"


def page_address(settings: dict[str, object]) -> str:
    """The address of the page of a figure, with its controls set: a plain link, so that Back leads here again.

    What is the default anyhow is left out: a page takes it out of its address, which would be one more step back.
    """
    controls = {
        key: in_address(value) for key, value in settings.items() if key != "page" and not is_default(key, value)
    }
    return f"{settings['page']}?{urlencode(controls)}" if controls else str(settings["page"])


def is_default(key: str, value: object) -> bool:
    """True if a control has this value when its page is opened without it in the address."""
    setting = {STREAM.name: STREAM, **SETTINGS}.get(key)
    if setting is None:
        return value == {"row": BOUNDARY, "word": WORD}.get(key)  # a switch is in a link only if it is on
    return setting.check(value) == getattr(setting, "on_page", setting).default
