"""What stands between the network and the pages, outermost first. No page, no word of a visitor in the log."""

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from pages.components.server.addresses import PageAddresses
from pages.components.server.doors import Doors
from pages.components.server.first_run import FirstRun
from pages.components.server.headers import SecurityHeaders
from pages.components.server.short_runs import ShortRuns
from pages.components.server.sockets import Sockets
from pages.components.server.turns import Turns

MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(Doors),
    Middleware(Sockets),
    Middleware(FirstRun),
    Middleware(Turns),
    Middleware(ShortRuns),
    Middleware(PageAddresses),
    Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
]
