"""Addresses that are nearly that of a page, and those of no page."""

import re

from starlette.responses import RedirectResponse

from pages.components.page_registry import PAGES

PATHS = {page.path for page in PAGES}


class PageRedirects:
    """Redirects /Smoothing and /smoothing/x, which would stay blank, to /smoothing, with the same query.

    /nosuch gets the HTML of *Start*, on which Streamlit says that there is no such page.
    """

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        path = scope["path"].removeprefix(scope.get("root_path", "")) if scope["type"] == "http" else ""
        page = path.strip("/").split("/")[0].lower()
        rest = path.lower().removeprefix(f"/{page}").strip("/")
        # Streamlit's own files are also requested below a page's address: their names have a dot or an underscore.
        if page and page in PATHS and path != f"/{page}" and not re.search(r"[._]|^static", rest):
            query = scope["query_string"].decode("latin-1")
            up = "../" * (path.count("/") - 1)  # relative: behind a proxy the dashboard may have a path of its own
            await RedirectResponse(f"{up or './'}{page}{'?' if query else ''}{query}")(scope, receive, send)
        elif page not in PATHS and re.fullmatch(r"/(?!_)[^/.]+(\.html)?", path):
            start = f"{scope.get('root_path', '')}/"
            await self.app(scope | {"path": start, "raw_path": start.encode()}, receive, send)
        else:
            await self.app(scope, receive, send)
