"""One visitor: a websocket that opens pages and releases sliders, and waits for the answer to each message.

It sends what Streamlit's front end sends (the values of all boxes, the messages that it keeps) and reads what that
reads. It paints nothing.
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
OURS = "$$STREAMLIT_INTERNAL_KEY"  # what Streamlit puts before the name of a component's events


def stream_of(url: str) -> str:
    """The address of the websocket of a server of this machine. Raises ValueError for any other machine.

    >>> stream_of("http://127.0.0.1:8501")
    'ws://127.0.0.1:8501/_stcore/stream'
    """
    if urlsplit(url).hostname not in LOOPBACK:
        raise ValueError(f"url must be a server on this machine, such as http://127.0.0.1:8501, got {url}")
    return url.replace("http", "ws", 1).rstrip("/") + "/_stcore/stream"


class Failed(RuntimeError):
    """The server answered with an exception on the page, or ended the run early."""


@dataclass
class Visitor:
    """A browser tab that is open: what it has been sent, and what it sends back with each message."""

    url: str
    query: str = ""
    page: str = ""  # the hash of the page that is open
    boxes: dict[str, WidgetState] = field(default_factory=dict)  # what each control of the page holds, by its id
    keys: dict[str, str] = field(default_factory=dict)  # the id of each control, by its key
    buttons: dict[str, str] = field(default_factory=dict)  # the id of each button, by its label
    channel: str = ""  # the id of the small component through which a picture answers
    owned: dict = field(default_factory=dict)  # the values that it and Python share
    kept: set[str] = field(default_factory=set)  # hashes of the messages that need not come again
    received: int = 0  # bytes
    text: list[str] = field(default_factory=list)  # what refusals and captions of the last answer say
    options: dict = field(default_factory=dict)  # of the connection: headers, which certificates are trusted
    socket: ClientConnection | None = None

    async def __aenter__(self) -> Visitor:
        """Connect, as a tab that has just been opened does."""
        self.socket = await connect(
            stream_of(self.url),
            subprotocols=["streamlit"],
            max_size=None,
            open_timeout=WAIT,
            ping_interval=None,
            compression=None,
            **self.options,
        )
        return self

    async def __aexit__(self, *_stopped: object) -> None:
        """Leave; a server that is gone already is no error."""
        with contextlib.suppress(OSError, asyncio.TimeoutError):
            await self.socket.close()

    async def open(self, name: str, query: str = "") -> None:
        """Open a page by its address, "" for the front page."""
        self.page, self.query = "", query
        self.boxes.clear(), self.keys.clear(), self.buttons.clear(), self.owned.clear()
        self.channel = ""
        await self._run(name=name)

    async def release(self, values: dict[str, object]) -> None:
        """Let go of a slider of a live picture: what it stands at now."""
        if not self.channel:
            raise Failed("there is no live picture on this page")
        version, values = self.owned["version"] + 1, self.owned["values"] | values
        event = {"event": "release", "value": {"version": version, "values": values}}
        trigger = WidgetState(id=f"{OURS}_{self.channel}__events", json_trigger_value=json.dumps([event]))
        await self._run(trigger)

    async def set(self, key: str, value: float | str) -> None:
        """Type into a box, or let go of an ordinary slider: the control with this key."""
        box = self.boxes[self.keys[key]]
        kind = box.WhichOneof("value")
        if kind == "double_array_value":
            box.double_array_value.data[:] = [value]
        else:
            setattr(box, kind, value)
        await self._run()

    async def press(self, label: str) -> None:
        """Press a button, by what stands on it."""
        button = self.buttons[label]
        await self._run(WidgetState(id=button, trigger_value=True))

    async def _run(self, *triggers: WidgetState, name: str = "") -> None:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash, state.page_name = self.query, self.page, name
        state.widget_states.widgets.extend([*self.boxes.values(), *triggers])
        state.cached_message_hashes.extend(self.kept)
        self.text.clear()
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(WAIT):
            await self._answer()

    async def _answer(self) -> None:
        while True:
            data = await self.socket.recv()
            self.received += len(data)
            said = ForwardMsg.FromString(data)
            if said.metadata.cacheable and said.hash:
                self.kept.add(said.hash)
            kind = said.WhichOneof("type")
            if kind == "navigation":
                self.page = said.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = said.page_info_changed.query_string
            elif kind == "delta" and said.delta.WhichOneof("type") == "new_element":
                self._see(said.delta.new_element)
            elif kind == "page_not_found":
                raise Failed("no such page")
            elif kind == "script_finished" and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return

    def _see(self, element) -> None:
        kind = element.WhichOneof("type")
        shown = getattr(element, kind)
        if kind == "exception":
            raise Failed(shown.message or shown.type)
        if kind == "html":
            self.text.append(shown.body)
        elif kind in KINDS:
            value = KINDS[kind]
            self.keys[key_of(shown.id)] = shown.id
            if shown.id not in self.boxes or shown.set_value:
                self.boxes[shown.id] = value(shown)
        elif kind == "button":
            self.buttons[shown.label] = shown.id
        elif kind == "bidi_component" and '"owned"' in shown.json:
            self.channel, self.owned = shown.id, json.loads(shown.json)["owned"]


def key_of(element_id: str) -> str:
    """The key at the end of an id; "None" where the element has none.

    >>> key_of("$$ID-0a1b2c-smoothing")
    'smoothing'
    """
    return element_id.split("-", 2)[2] if element_id.count("-") > 1 else element_id


def _number(shown) -> WidgetState:
    return WidgetState(id=shown.id, double_value=shown.value if shown.set_value else shown.default)


def _text(shown) -> WidgetState:
    return WidgetState(id=shown.id, string_value=shown.value if shown.set_value else shown.default)


def _slider(shown) -> WidgetState:
    state = WidgetState(id=shown.id)
    state.double_array_value.data.extend(shown.value if shown.set_value else shown.default)
    return state


KINDS = {"number_input": _number, "text_input": _text, "slider": _slider}
