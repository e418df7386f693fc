"""The security headers of every response: what a page may load, and which sites may show it in a frame."""

import base64
import hashlib
import os
import re

from starlette.datastructures import MutableHeaders

from pages.components.streamlit_seams import index_html


def inline_scripts() -> str:
    """The hashes of the inline scripts in Streamlit's own page; the security policy allows no other inline script."""
    scripts = re.findall(r"<script>(.*?)</script>", index_html(), flags=re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in hashes)


def frames(setting: str) -> str:
    """BIGRAM_LAB_FRAMES, a list of sites, checked. Raises ValueError for characters that could start another rule.

    >>> frames("'self' https://school.example")
    "'self' https://school.example"
    """
    if not re.fullmatch(r"[\w.:/*'-]+( +[\w.:/*'-]+)*", setting, flags=re.ASCII):
        raise ValueError(
            "BIGRAM_LAB_FRAMES must be sites with spaces between them, such as 'self' https://school.example, "
            f"got {setting!r}"
        )
    return setting


# Components come as blobs, hence `blob:`. BIGRAM_LAB_FRAMES names the sites that may show the dashboard in a frame.
POLICY = {
    "default-src": "'self'",
    "script-src": f"'self' blob: {inline_scripts()}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": frames(os.environ.get("BIGRAM_LAB_FRAMES") or "'self'"),
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class SecurityHeaders:
    """Adds HEADERS to every HTTP response."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def with_headers(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
