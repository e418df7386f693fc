"""Addresses of pages that are nearly right lead to the page."""

import re

from starlette.responses import RedirectResponse

from pages.components.page_registry import PAGES

PATHS = {page.path for page in PAGES}


class PageRedirects:
    """Leads /Smoothing and /smoothing/x, which would stay blank, to /smoothing, with what they set."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        path = scope["path"].removeprefix(scope.get("root_path", "")) if scope["type"] == "http" else ""
        page = path.strip("/").split("/")[0].lower()
        rest = path.lower().removeprefix(f"/{page}").strip("/")
        # Streamlit's own files and messages are asked for below a page's address too: with a dot or an underscore.
        if page and page in PATHS and path != f"/{page}" and not re.search(r"[._]|^static", rest):
            query = scope["query_string"].decode("latin-1")
            up = "../" * (path.count("/") - 1)  # relative: behind a proxy the dashboard may stand below a path
            await RedirectResponse(f"{up or './'}{page}{'?' if query else ''}{query}")(scope, receive, send)
        else:
            await self.app(scope, receive, send)
