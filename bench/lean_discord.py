"""A Discord that costs next to nothing: events made beforehand, one canned reply, no framework.

It serves HTTP and the gateway on one port with a bare ``asyncio.Protocol``, so that what is
measured is the client.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import struct
import zlib
from collections.abc import Callable
from time import perf_counter
from typing import Final

import orjson
from payloads import APPLICATION, BOT, FIRST_MESSAGE, GUILD, Json, guild, message, user

HEARTBEAT, IDENTIFY, HELLO = 1, 2, 10
_TEXT, _CLOSE = 1, 8
_SHORT: Final = 126
"""Sizes of frames below this are written in one byte."""
_LEAST: Final = 6
_ACCEPT: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_REFERENCE: Final = re.compile(rb'"message_id":"?(\d+)')


class Packer:
    """Makes WebSocket frames whose zlib parts fit together in any order, so they can be made beforehand."""

    def __init__(self) -> None:
        """Begin a stream."""
        self._stream = zlib.compressobj()

    def frame(self, opcode: int, data: object, event: str | None = None, number: int | None = None) -> bytes:
        """Return a gateway message as the bytes on the wire."""
        raw = orjson.dumps({"op": opcode, "d": data, "s": number, "t": event})
        packed = self._stream.compress(raw) + self._stream.flush(zlib.Z_FULL_FLUSH)
        size = len(packed)
        head = struct.pack("!BB", 0x82, size) if size < _SHORT else struct.pack("!BBH", 0x82, _SHORT, size)
        return head + packed

    def event(self, data: Json, number: int = 1) -> bytes:
        """Return a MESSAGE_CREATE."""
        return self.frame(0, data, "MESSAGE_CREATE", number)


class LeanDiscord:
    """What all connections share: what to say, and what was heard."""

    def __init__(self) -> None:
        """Make everything that can be made beforehand."""
        self.gateway: asyncio.Transport | None = None
        self.packer = Packer()
        self.beaten = asyncio.Event()
        """Whether a heartbeat came since this was cleared."""
        self.answered: Callable[[int, float, bytes], None] = lambda _number, _at, _body: None
        """Called with a message's number, the time and the reply's body."""
        self.greeting = b""
        """What to send right after the server, as one message more."""
        me = user(BOT, "bot", bot=True)
        reply = message(0) | {"author": me, "embeds": [{"type": "rich", "description": "An answer. " * 20}]}
        owner = {"id": str(APPLICATION), "name": "bot", "description": "", "summary": "", "icon": None}
        application = owner | {"bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64}
        self._sent = _http(reply)
        self._bodies = {
            b"/users/@me": _http(me),
            b"/oauth2/applications/@me": _http(application | {"owner": me, "team": None, "flags": 0}),
        }
        self._nothing = _http([])
        self._url = ""

    async def serve(self) -> asyncio.Server:
        """Begin to listen on some free port."""
        server = await asyncio.get_running_loop().create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self._url = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    @property
    def address(self) -> str:
        """Where it listens."""
        return self._url

    def send(self, frames: bytes) -> None:
        """Send frames to the client."""
        if self.gateway is not None:
            self.gateway.write(frames)

    async def echo(self) -> None:
        """Wait until the client has worked off all that was sent, and the tasks that this began."""
        for _ in range(2):
            self.beaten.clear()
            self.send(self.packer.frame(HEARTBEAT, None))
            await self.beaten.wait()

    def hello(self) -> bytes:
        """Return what a client hears first."""
        self.packer = Packer()
        return self.packer.frame(HELLO, {"heartbeat_interval": 45_000})

    def heard(self, opcode: int) -> None:
        """Take note of a client's message, and answer an IDENTIFY."""
        if opcode == HEARTBEAT:
            self.beaten.set()
        if opcode != IDENTIFY:
            return
        ready: Json = {
            "v": 10,
            "user": user(BOT, "bot", bot=True),
            "guilds": [{"id": str(GUILD), "unavailable": True}],
            "session_id": "session",
            "resume_gateway_url": f"ws://{self._url}/gateway",
            "application": {"id": str(APPLICATION), "flags": 0},
        }
        frames = self.packer.frame(0, ready, "READY", 1) + self.packer.frame(0, guild(), "GUILD_CREATE", 2)
        self.send(frames + self.greeting)

    def response(self, path: bytes, body: bytes) -> bytes:
        """Return the response to a request."""
        if not path.endswith(b"/messages"):
            return next((found for end, found in self._bodies.items() if path.endswith(end)), self._nothing)
        asked = _REFERENCE.search(body)
        if asked:
            self.answered(int(asked[1]) - FIRST_MESSAGE, perf_counter(), body)
        return self._sent


class _Connection(asyncio.Protocol):
    """One connection: requests at first, frames after an upgrade."""

    def __init__(self, discord: LeanDiscord) -> None:
        self._discord = discord
        self._data = bytearray()
        self._frames = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        if self._discord.gateway is self._transport:
            self._discord.gateway = None

    def data_received(self, data: bytes) -> None:
        self._data += data
        while self._transport is not None and (self._frame() if self._frames else self._request()):
            pass

    def _request(self) -> bool:
        """Work off one request, if there is a whole one."""
        end = self._data.find(b"\r\n\r\n")
        if end < 0 or self._transport is None:
            return False
        head = bytes(self._data[:end])
        found = head.lower().find(b"content-length:")
        size = int(head[found + 15 :].split(b"\r\n", 1)[0]) if found >= 0 else 0
        if len(self._data) < end + 4 + size:
            return False
        body = bytes(self._data[end + 4 : end + 4 + size])
        del self._data[: end + 4 + size]
        path = head.split(b" ", 2)[1].split(b"?", 1)[0]
        if path == b"/gateway":
            self._upgrade(head)
        else:
            self._transport.write(self._discord.response(path, body))
        return True

    def _upgrade(self, head: bytes) -> None:
        """Turn the connection into a WebSocket."""
        lines = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:])
        key = next(value for name, value in lines.items() if name.lower() == b"sec-websocket-key")
        accept = base64.b64encode(hashlib.sha1(key + _ACCEPT).digest())  # noqa: S324  # the protocol's own
        self._frames = True
        self._discord.gateway = self._transport
        upgraded = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        self._discord.send(
            upgraded + b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n" + self._discord.hello()
        )

    def _frame(self) -> bool:
        """Work off one frame, if there is a whole one. Clients mask theirs."""
        data = self._data
        if len(data) < _LEAST:
            return False
        size, at = data[1] & 127, 2
        if size == _SHORT:
            size, at = int.from_bytes(data[2:4], "big"), 4
        if len(data) < at + 4 + size:
            return False
        mask, masked = data[at : at + 4], data[at + 4 : at + 4 + size]
        kind = data[0] & 15
        payload = bytes(byte ^ mask[n % 4] for n, byte in enumerate(masked))
        del data[: at + 4 + size]
        if kind == _TEXT:
            self._discord.heard(int(orjson.loads(payload)["op"]))
        elif kind == _CLOSE and self._transport is not None:
            self._transport.close()
        return True


def _http(found: object) -> bytes:
    """Return a whole response, with the headers of a route without a limit."""
    body = orjson.dumps(found)
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-RateLimit-Limit: 1000000\r\n"
        "X-RateLimit-Remaining: 999999\r\nX-RateLimit-Reset-After: 1.000\r\nX-RateLimit-Bucket: b\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
