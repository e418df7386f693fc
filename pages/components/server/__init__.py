"""The middleware between the network and the pages, outermost first. It never logs what a visitor types."""

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from pages.components.server.first_load import ScriptsFromMemory
from pages.components.server.headers import SecurityHeaders
from pages.components.server.redirects import PageRedirects
from pages.components.server.request_filter import RequestFilter
from pages.components.server.sockets import Sockets

MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(RequestFilter),
    Middleware(ScriptsFromMemory),
    Middleware(Sockets),
    Middleware(PageRedirects),
    Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
]
