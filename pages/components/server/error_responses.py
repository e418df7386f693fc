"""How a request or a websocket is refused: a status and one line of text, never more."""

from __future__ import annotations


async def send_error(scope, receive, send, status: int, line: str, *headers: tuple[bytes, bytes]) -> None:
    """Answer with a status and one line; a websocket is refused before it is one, with the same."""
    socket = scope["type"] == "websocket"
    if socket:
        await receive()  # that it would like to be connected
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008, "reason": line})
            return
    kind = "websocket.http.response" if socket else "http.response"
    body = f"error: {line}\n".encode()
    told = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *headers]
    await send({"type": f"{kind}.start", "status": status, "headers": told})
    await send({"type": f"{kind}.body", "body": body})
