"""Lets the first page of a visitor come sooner; tests/browser/measure_first_picture.py measures it.

- Streamlit's scripts, some seventy, come from memory and are packed once. Streamlit reads each of them from the disk
  for each visitor.
- The HTML also names the scripts that Streamlit would ask for late, so they come together with the others.
- connect.js tells Streamlit where its server is. Otherwise it asks the server first, on most pages twice.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import re

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response

from pages.components.streamlit_seams import index_html, scripts_of_every_page, static_script

CONNECT = "connect.js"
NAMED = re.compile(r'"(\./static/[^"]+\.(?:js|css))"')  # scripts and style sheets in the HTML
NEVER_CHANGES = "public, immutable, max-age=31536000"  # the name of a script has a hash of its content


def with_late_scripts(page: str) -> str:
    """Streamlit's HTML, in which the scripts that it loads late are named, after the others."""
    known = NAMED.findall(page)
    late = [address for address in scripts_of_every_page() if address not in known]
    links = (f'  <link rel="modulepreload" crossorigin href="{address}">\n  ' for address in late)
    return page.replace("</head>", f"{''.join(links)}</head>")


class ScriptsFromMemory:
    """Answers for the scripts and style sheets that the HTML names. All other requests go on."""

    def __init__(self, app):
        self.app = app
        self.answers: dict[str, tuple[Response, Response]] = {}  # by path: as it is, and packed
        for address in NAMED.findall(with_late_scripts(index_html())):
            if content := static_script(address):
                self.answers[address.removeprefix(".")] = _answers(address, content)

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"] in self.answers:
            plain, packed = self.answers[scope["path"]]
            unpacks = "gzip" in Headers(scope=scope).get("accept-encoding", "")
            await (packed if unpacks else plain)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _answers(address: str, content: bytes) -> tuple[Response, Response]:
    """The answer with a file as it is, and the one with the same file packed."""
    headers = {"Cache-Control": NEVER_CHANGES, "Vary": "Accept-Encoding"}
    kind = mimetypes.guess_type(address)[0]
    packed = headers | {"Content-Encoding": "gzip"}
    return Response(content, headers=headers, media_type=kind), Response(
        gzip.compress(content), headers=packed, media_type=kind
    )


async def connect_script(_request) -> Response:
    """The script that tells Streamlit the address of its server: the folder of the page's own address.

    A host that runs the dashboard in a frame of its own (Streamlit Community Cloud) has told it already.
    """
    allowed = json.dumps({"allowedOrigins": st.get_option("client.allowedOrigins"), "useExternalAuthToken": False})
    script = f'window.__streamlit ??= {{BACKEND_BASE_URL: new URL(".", location.href).href, HOST_CONFIG: {allowed}}};'
    return Response(script, headers={"Cache-Control": "no-cache"}, media_type="text/javascript")
