"""One published figure in full: who published it, every value next to ours, and a link to its page."""

import html
from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from analysis.published.frames import SIGNS, values_frame
from analysis.published.results import Result
from analysis.published.sources import Source, load_sources
from analysis.published.wording import note_of
from analysis.settings import SETTINGS, STREAM, WORD
from analysis.words.vocabulary import BOUNDARY
from pages.components.links import in_address
from pages.components.page_frame import code_as_html
from pages.components.texts import blocks_as_html, texts

t = texts(__file__)

STYLE = """<style>
.one-figure {display: grid; grid-template-columns: 1.3fr 1fr; gap: 1.5rem; align-items: start}
@media (max-width: 640px) {.one-figure {grid-template-columns: 1fr}}
.of-values {overflow: auto; max-height: 25rem; margin-top: .5rem}
.values {border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums}
.values :is(th, td) {
  text-align: left; padding: .3rem .5rem; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent)
}
.page-link.page-link {
  display: inline-block; margin-top: .5rem; padding: .4rem .75rem; border: 1px solid; border-radius: .5rem;
  color: inherit; text-decoration: none;
}
</style>"""
PAGE_LINK = """<a class="page-link" href="{}">{}</a>"""


def one_figure(result: Result) -> None:
    """One figure in full: who published it, every value next to ours, a note, and a link to its page."""
    figure = result.figure
    said = f"**{SIGNS[result.verdict]} {result.verdict}**\n\n{_sources(figure.sources)}\n\n{note_of(result)}"
    page = f"<p>{html.escape(t('no_page'))}</p>"
    if figure.open:
        page = PAGE_LINK.format(html.escape(page_address(figure.open)), html.escape(t("open_page")))
    values = values_frame(result).to_html(index=False, border=0, classes="values")
    st.html(
        f"{STYLE}<div class='one-figure'><div class='text'><h2>{html.escape(figure.name)}</h2>{blocks_as_html(said)}"
        f"{code_as_html(f'python -m analysis {figure.command}')}{page}</div>"
        f"<div class='of-values' translate='no' tabindex='0' role='region' aria-label='{t('values')}'>{values}</div>"
        "</div>"
    )


def sources_key() -> None:
    """What the letters of the sources stand for, with the addresses where they can be read."""
    with st.expander(t("sources"), icon=":material/menu_book:"):
        st.html(f"<div class='text'>{blocks_as_html(_sources(load_sources().values()))}</div>")


def _sources(sources: Iterable[Source]) -> str:
    """A list of sources in Markdown, each with its links."""
    lines = []
    for source in sources:
        links = " ".join(f"[{link.split('/')[2].removeprefix('www.')}]({link})" for link in source.links)
        lines.append(f"- **{source.letters}**: {source.words} {links}")
    return "\n".join(lines)


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
