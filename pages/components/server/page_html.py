"""The HTML that the server sends for each page.

It is Streamlit's, with the page's own title and description, so that a link in a chat shows more than "Streamlit"; with
the style of all pages, so that no page is seen for a moment without it; and it loads connect.js (see first_load.py) and
translation.js. Without the latter, a page breaks when the browser translates it.
"""

from __future__ import annotations

import html
from pathlib import Path

from starlette.responses import FileResponse, HTMLResponse
from starlette.routing import Route

from pages.components import glossary, navigation, page_frame
from pages.components.page_registry import PAGES, Page
from pages.components.server.first_load import CONNECT, connect_script, html_with_preloads
from pages.components.streamlit_seams import SCRIPTS_OF_PAGES, index_html, report_lost
from pages.components.texts import texts

t = texts(__file__)
TITLE = "<title>Streamlit</title>"
SCRIPT = "translation.js"
STYLE = page_frame.STYLE + glossary.STYLE + navigation.STYLE


def title_of(page: Page) -> str:
    """The title of a page in the browser's tab."""
    return t("page_title", title=page.title) if page.path else t("app")


def page_routes() -> list[Route]:
    """A route for the HTML of each page; and two for translation.js and connect.js.

    No routes if Streamlit's HTML has no head or body.
    """
    if not all(tag in index_html() for tag in ("<head>", "</body>")):
        report_lost("<head> and </body> in static/index.html", "pages have no style and hide no answers")
        return []
    scripts = {page: SCRIPTS_OF_PAGES.get(page.folder, ()) for page in PAGES}
    pages = [Route(f"/{page.path}", _answer(html_with_preloads(own), page)) for page, own in scripts.items()]
    return [*pages, Route(f"/{SCRIPT}", _script), Route(f"/{CONNECT}", connect_script)]


async def _script(_request) -> FileResponse:
    return FileResponse(Path(__file__).parent / SCRIPT, headers={"Cache-Control": "no-cache"})


def _answer(text: str, page: Page):
    own = text.replace(TITLE, "").replace("<head>", f"<head>\n    {_head(page)}")
    own = own.replace("</body>", f"{STYLE}</body>")  # after Streamlit's own style: ours wins

    async def answer(_request) -> HTMLResponse:
        return HTMLResponse(own, headers={"Cache-Control": "no-cache"})

    return answer


def _head(page: Page) -> str:
    """The title of a page and what other programs show of a link to it: a chat reads the names with og: before them."""
    title, teaser = html.escape(title_of(page)), html.escape(page.teaser)
    named = {"og:type": "website", "og:site_name": html.escape(t("app")), "og:title": title, "og:description": teaser}
    lines = [f"<title>{title}</title>", f'<meta name="description" content="{teaser}" />']
    lines += [f'<meta property="{name}" content="{value}" />' for name, value in named.items()]
    # these two must run before Streamlit's scripts
    lines += [f'<script type="module" src="./{script}"></script>' for script in (SCRIPT, CONNECT)]
    return "\n    ".join(lines)
