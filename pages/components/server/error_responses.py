"""Refuse a request or a websocket: with a status and one line of text, never more."""

from __future__ import annotations


async def send_error(scope, receive, send, status: int, line: str, *headers: tuple[bytes, bytes]) -> None:
    """Answer with a status and one line. A websocket gets the same answer, before it is opened."""
    socket = scope["type"] == "websocket"
    if socket:
        await receive()  # its request to connect
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008, "reason": line})
            return
    kind = "websocket.http.response" if socket else "http.response"
    body = f"error: {line}\n".encode()
    fields = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *headers]
    await send({"type": f"{kind}.start", "status": status, "headers": fields})
    await send({"type": f"{kind}.body", "body": body})
