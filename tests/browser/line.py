"""The line between a browser and a server, made slow or cut at will: a small TCP proxy on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import threading


class Line:
    """Ties a free port, that of `url`, to the port `server`; everything arrives `delay` seconds late, each way."""

    def __init__(self, server: int = 0, delay: float = 0.0):
        self.server, self.delay = server, delay
        self._whole = True

    def __enter__(self) -> Line:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = self._do(asyncio.start_server(self._connected, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}"
        return self

    def __exit__(self, *_):
        self.cut()
        self._loop.call_soon_threadsafe(self._listening.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def cut(self):
        """End every connection; new ones are closed at once, until `mend`."""
        self._whole = False
        self._do(self._end_all())

    def mend(self):
        """New connections go through again."""
        self._whole = True

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _end_all(self):
        ending = asyncio.all_tasks() - {asyncio.current_task()}
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    async def _connected(self, from_browser, to_browser):
        if not self._whole:
            return to_browser.transport.abort()
        try:
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self.server)
        except OSError:  # there is no server at the moment
            return to_browser.transport.abort()
        try:
            await asyncio.gather(self._carry(from_browser, to_server), self._carry(from_server, to_browser))
        except asyncio.CancelledError:  # cut: what is under way is lost
            to_browser.transport.abort()
            to_server.transport.abort()

    async def _carry(self, reader, writer):
        """One way of one connection: whatever is read is written `delay` seconds later, in the same order."""
        under_way = asyncio.Queue()
        delivering = asyncio.create_task(self._deliver(under_way, writer))
        with contextlib.suppress(OSError):  # cut
            while chunk := await reader.read(65536):
                under_way.put_nowait((self._loop.time() + self.delay, chunk))
        under_way.put_nowait((self._loop.time() + self.delay, b""))
        await delivering

    async def _deliver(self, under_way, writer):
        while True:
            due, chunk = await under_way.get()
            await asyncio.sleep(max(0.0, due - self._loop.time()))
            if not chunk:  # the other side has ended
                return writer.close()
            writer.write(chunk)
