"""Answers that come before a request's body was read still reach a client that is sending.

A server that closes while bytes of a body are unread makes the kernel reset the connection, and the client loses the
answer (seen on the loopback with 10 MB: the headers of the 413 came, its body was lost). So the answer is sent whole,
then what the client still sends is thrown away for a while, then the connection is closed: what nginx calls a
lingering close.
"""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER_S = 5.0
LINGER_BYTES = 32 << 20


class LingeringClose:
    """ASGI middleware; nothing of a thrown away body is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _has_body(scope):
            await self._app(scope, receive, send)
            return
        body = _Body(receive)

        async def lingering(event: Message) -> None:
            if body.is_read or event["type"] != "http.response.body" or event.get("more_body", False):
                await send(event)
                return
            await send({**event, "more_body": True})
            await body.throw_away()
            await send({"type": "http.response.body", "body": b"", "more_body": False})

        await self._app(scope, body.receive, lingering)


class _Body:
    """A request's body, and whether its end was seen."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.is_read = False

    async def receive(self) -> Message:
        event = await self._receive()
        self.is_read = self.is_read or not event.get("more_body", False)
        return event

    async def throw_away(self) -> None:
        """Read what still comes, within bounds of time and size."""
        left = LINGER_BYTES
        try:
            async with asyncio.timeout(LINGER_S):
                while not self.is_read and left > 0:
                    left -= len((await self.receive()).get("body", b""))
        except TimeoutError:
            return


def _has_body(scope: Scope) -> bool:
    return any(name in (b"content-length", b"transfer-encoding") for name, _ in scope["headers"])
