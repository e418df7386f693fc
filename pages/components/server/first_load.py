"""Makes the first page of a visitor load faster; tests/browser/measure_first_picture.py measures it.

- Streamlit's scripts, some seventy, come from memory and are compressed once. Streamlit reads each from disk for
  each visitor.
- The HTML has a preload link for each script that Streamlit would request later.
- connect.js tells Streamlit where its server is. Otherwise the browser searches for it before it connects.
"""

from __future__ import annotations

import functools
import gzip
import json
import re

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response

from pages.components.streamlit_seams import SCRIPTS_OF_PAGES, index_html, late_scripts, static_file

CONNECT = "connect.js"
ADDRESS = re.compile(r'"(\./static/[^"]+\.(?:js|css))"')  # of a script or style sheet in the HTML
TELL = """let ours = false;
try {
  ours = parent.location.origin === location.origin;
} catch {} // the site around this frame is another one
const host = $host;
if (parent === window) host.allowedOrigins = ["https://no.invalid"]; // Streamlit ignores an empty list
if (ours) window.__streamlit ??= { BACKEND_BASE_URL: new URL(".", location.href).href, HOST_CONFIG: host };
"""
TYPES = {"js": "text/javascript", "css": "text/css"}
HEADERS = {
    "Cache-Control": "public, immutable, max-age=31536000",  # the name of a script has a hash of its content
    "Vary": "Accept-Encoding",
}


@functools.cache  # most pages have the same, and each script is read to see what it imports
def html_with_preloads(own: tuple[str, ...]) -> str:
    """Streamlit's HTML with a preload link for each late script of a page, after the links that it has itself.

    `own` are those that not every page has, by their names.
    """
    html = index_html()
    late = [address for address in late_scripts(own) if address not in ADDRESS.findall(html)]
    links = (f'  <link rel="modulepreload" crossorigin href="{address}">\n  ' for address in late)
    return html.replace("</head>", f"{''.join(links)}</head>")


class ScriptsFromMemory:
    """Answers each request for a script or style sheet of the HTML. Other requests pass to the next app."""

    def __init__(self, app):
        self.app = app
        self.plain: dict[str, bytes] = {}  # by path
        every = "".join(map(html_with_preloads, ((), *SCRIPTS_OF_PAGES.values())))
        for address in dict.fromkeys(ADDRESS.findall(every)):
            if content := static_file(address):
                self.plain[address.removeprefix(".")] = content
        self.packed = {path: gzip.compress(content) for path, content in self.plain.items()}

    async def __call__(self, scope, receive, send):
        path = scope["path"].removeprefix(scope.get("root_path", "")) if scope["type"] == "http" else ""
        if path not in self.plain or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        body, packing = self.plain[path], {}
        if "gzip" in Headers(scope=scope).get("Accept-Encoding", ""):
            body, packing = self.packed[path], {"Content-Encoding": "gzip"}
        response = Response(body, headers=HEADERS | packing, media_type=TYPES[path.rpartition(".")[2]])
        await response(scope, receive, send)


async def connect_script(_request) -> Response:
    """The script that tells Streamlit the address of its server: the folder of the page's own address.

    In a frame of another site it does nothing: that site may have its own settings for Streamlit. Outside a frame, no
    site may send commands. The list then holds one site that cannot exist, because Streamlit compares its own messages
    with every site in the list.
    """
    host = {"allowedOrigins": st.get_option("client.allowedOrigins"), "useExternalAuthToken": False}
    return Response(
        TELL.replace("$host", json.dumps(host)), headers={"Cache-Control": "no-cache"}, media_type=TYPES["js"]
    )
