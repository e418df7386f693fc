"""One visitor: a websocket that opens pages and moves their controls, and waits for the answer to each message.

It sends what Streamlit's front end sends (the values of all boxes, the last release of the live controls, which
messages it keeps) and reads what that reads. It paints nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

LOOPBACK = ("127.0.0.1", "localhost", "::1")
WAIT = 60.0  # seconds for one answer
FIELDS = {"number_input": "double_value", "text_input": "string_value", "slider": "double_array_value"}


def stream_of(url: str) -> str:
    """The address of the websocket of a server of this machine. Raises ValueError for any other machine.

    >>> stream_of("http://127.0.0.1:8501")
    'ws://127.0.0.1:8501/_stcore/stream'
    """
    if urlsplit(url).hostname not in LOOPBACK:
        raise ValueError(f"url must be a server on this machine, such as http://127.0.0.1:8501, got {url}")
    return url.replace("http", "ws", 1).rstrip("/") + "/_stcore/stream"


class Failed(RuntimeError):
    """The page shows an exception, is not there, or did not take a release."""


@dataclass
class Visitor:
    """A browser tab that is open: what it has been sent, and what it sends back with each message."""

    url: str
    query: str = ""
    page: str = ""  # the hash of the page that is open
    boxes: dict[str, WidgetState] = field(default_factory=dict)  # what travels in every message, by element id
    keys: dict[str, str] = field(default_factory=dict)  # the id of each box, by its key
    link: str = ""  # the id of the component that takes the releases of the live controls
    version: int = 0  # the last release that Python knows
    values: dict = field(default_factory=dict)  # what Python says of the live controls, by their names
    refused: dict[str, str] = field(default_factory=dict)  # the lines at those whose value could not be used
    kept: set[str] = field(default_factory=set)  # hashes of the messages that need not come again
    received: int = 0  # bytes
    text: list[str] = field(default_factory=list)  # what refusals and captions of the last answer say
    options: dict = field(default_factory=dict)  # of the connection: headers, which certificates are trusted
    socket: ClientConnection | None = None

    async def __aenter__(self) -> Visitor:
        """Connect, as a tab that has just been opened does."""
        own = {"max_size": None, "open_timeout": WAIT, "ping_interval": None, "compression": None}
        self.socket = await connect(stream_of(self.url), subprotocols=["streamlit"], **own, **self.options)
        return self

    async def __aexit__(self, *_stopped: object) -> None:
        """Leave; a server that is gone already is no error."""
        with contextlib.suppress(OSError, asyncio.TimeoutError):
            await self.socket.close()

    async def open(self, name: str, query: str = "") -> None:
        """Open a page by its address, "" for the front page."""
        self.page, self.query, self.link = "", query, ""
        for known in (self.boxes, self.keys, self.values):
            known.clear()
        await self._run(name=name)

    async def release(self, **values: object) -> None:
        """Let go of live controls: what they stand at now, by their names."""
        if not self.link:
            raise Failed("there are no live controls on this page")
        version = self.version + 1
        release = {"version": version, "attempt": version, "values": self.values | values}
        self.boxes[self.link] = WidgetState(id=self.link, json_value=json.dumps({"release": release}))
        await self._run()
        if self.version != version or self.refused.keys() & values:
            raise Failed(f"the release was not taken: {self.refused}")

    async def set(self, key: str, value: float | str) -> None:
        """Set one value: at the live control of this name, or in the box with this key."""
        if key in self.values:
            await self.release(**{key: value})
        else:
            box = self.boxes[self.keys[key]]
            self.boxes[box.id] = _state(box.id, box.WhichOneof("value"), value)
            await self._run()

    async def _run(self, name: str = "") -> None:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash, state.page_name = self.query, self.page, name
        state.widget_states.widgets.extend(self.boxes.values())
        state.cached_message_hashes.extend(self.kept)
        self.text.clear()
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(WAIT):
            while not self._hear(await self.socket.recv()):
                pass

    def _hear(self, data: bytes) -> bool:
        """Take in one message; True for the last one of a run."""
        self.received += len(data)
        message = ForwardMsg.FromString(data)
        if message.metadata.cacheable and message.hash:
            self.kept.add(message.hash)
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._see(message.delta.new_element)
        elif kind == "page_not_found":
            raise Failed("no such page")
        return kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _see(self, element) -> None:
        kind = element.WhichOneof("type")
        shown = getattr(element, kind)
        if kind == "exception":
            raise Failed(shown.message or shown.type)
        if kind == "html":
            self.text.append(shown.body)
        elif kind in FIELDS:
            self.keys[key_of(shown.id)] = shown.id
            if shown.id not in self.boxes or shown.set_value:
                value = shown.value if shown.set_value else shown.default
                self.boxes[shown.id] = _state(shown.id, FIELDS[kind], value)
        elif kind == "bidi_component" and key_of(shown.id).endswith("_link"):
            answer = json.loads(shown.json)
            self.link, self.version = shown.id, answer["version"]
            self.values, self.refused = answer["values"], answer["refused"]


def key_of(element_id: str) -> str:
    """The key at the end of an id; "None" where the element has none.

    >>> key_of("$$ID-0a1b2c-smoothing")
    'smoothing'
    """
    return element_id.split("-", 2)[2] if element_id.count("-") > 1 else element_id


def _state(element_id: str, kind: str, value) -> WidgetState:
    if kind == "double_array_value":  # of a slider, which can have several thumbs
        value = {"data": [value] if isinstance(value, float | int) else value}
    return WidgetState(id=element_id, **{kind: value})
