"""Discord's gateway over a real WebSocket, with SimCord's events: sessions that outlive their connections.

Trap: discord.py inflates a message only once it sees the zlib suffix 00 00 ff ff, and one malformed
event ends its client.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, cast

import discord
import orjson
from aiohttp import web
from simcord.backend import Backend, serializers
from simcord.gateway import FakeGateway

HEARTBEAT, IDENTIFY, RESUME = 1, 2, 6
RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 9, 10, 11
AUTHENTICATION_FAILED: Final = 4004
SUFFIX: Final = b"\x00\x00\xff\xff"
BEAT: Final = 0.25
"""Seconds between heartbeats; Discord's own are about 41 s apart."""

Frame = dict[str, object]


class Line:
    """One connection: what goes out is compressed as one stream, in order."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        """Keep the socket, and the request whose transport can be torn down."""
        self._request = request
        self._socket = socket
        self._stream = zlib.compressobj()
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue()

    def send(self, frame: Frame) -> None:
        """Queue a frame."""
        packed = self._stream.compress(orjson.dumps(frame)) + self._stream.flush(zlib.Z_SYNC_FLUSH)
        self._waiting.put_nowait(packed)

    async def pump(self) -> None:
        """Send what is queued until cancelled; each message in two parts, as Discord sends long ones."""
        while True:
            packed = await self._waiting.get()
            middle = 0 if packed[: len(packed) // 2].endswith(SUFFIX) else len(packed) // 2
            try:
                if middle:
                    await self._socket.send_bytes(packed[:middle])
                await self._socket.send_bytes(packed[middle:])
            except ConnectionError:
                return

    async def close(self, code: int) -> None:
        """Close the connection politely."""
        await self._socket.close(code=code)

    def tear(self) -> None:
        """Cut the connection without a word."""
        if self._request.transport is not None:
            self._request.transport.abort()


class _Recipients(dict[str, Callable[[Frame], None]]):
    """SimCord looks a parser up by the event's name; here each of them sends."""

    def __init__(self, emit: Callable[[str, Frame], None]) -> None:
        super().__init__()
        self._emit = emit

    def __missing__(self, event: str) -> Callable[[Frame], None]:
        return partial(self._emit, event)


class Session:
    """What Discord keeps of one identified client: its events, shaped by its intents."""

    def __init__(self, backend: Backend, intents: discord.Intents) -> None:
        """Start with no event sent."""
        self.intents = intents
        self.parsers = _Recipients(self.emit)
        self.line: Line | None = None
        self.events: list[Frame] = []
        self.deaf = False
        """Whether what is sent gets lost on the way."""
        self._feed = FakeGateway(backend, self)

    def feed(self, event: str, payload: Mapping[str, object]) -> None:
        """Send an event if the client's intents ask for it, without the content it may not read."""
        self._feed.feed(event, payload)

    def emit(self, event: str, data: Frame) -> None:
        """Number an event, keep it, and send it."""
        frame: Frame = {"op": 0, "s": len(self.events) + 1, "t": event, "d": data}
        self.events.append(frame)
        if self.line is not None and not self.deaf:
            self.line.send(frame)

    def resume(self, line: Line, after: int) -> None:
        """Send what was missed, then RESUMED."""
        self.line, self.deaf = line, False
        for frame in self.events[after:]:
            line.send(frame)
        self.emit("RESUMED", {})


class Gateway:
    """Every session and connection, and the mischief that tests ask for."""

    def __init__(self, backend: Backend, token: str) -> None:
        """Listen to the backend's events."""
        self.sessions: dict[str, Session] = {}
        self.received: list[int] = []
        """The opcodes that clients sent, in order."""
        self.repeating = False
        """Whether every event is sent twice."""
        self.guilds_withheld = False
        """Whether a new session hears of its servers only by name."""
        self.refusing = False
        """Whether new connections are turned away."""
        self.refused = 0
        self.address = ""
        self._backend = backend
        self._token = token
        self._lines: set[Line] = set()
        backend.subscribers.append(self._publish)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection until it ends."""
        if self.refusing:
            self.refused += 1
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        line = Line(request, socket)
        self._lines.add(line)
        pump = asyncio.create_task(line.pump())
        line.send({"op": HELLO, "d": {"heartbeat_interval": int(1000 * BEAT)}, "s": None, "t": None})
        try:
            async for message in socket:
                await self._received(line, orjson.loads(message.data))
        finally:
            self._forget(line)
            pump.cancel()
        return socket

    def hang_up(self) -> None:
        """Cut every connection; the sessions stay resumable."""
        for line in list(self._lines):
            self._forget(line)
            line.tear()

    def lose_everything(self) -> None:
        """Let what is sent from now on get lost, as on a line that died unnoticed."""
        for session in self.sessions.values():
            session.deaf = True

    def ask_to_reconnect(self) -> None:
        """Send op 7 to everyone."""
        self._tell({"op": RECONNECT, "d": None, "s": None, "t": None})

    def invalidate(self, *, resumable: bool) -> None:
        """Send op 9 to everyone; sessions that are not resumable are gone."""
        if not resumable:
            self.sessions.clear()
        self._tell({"op": INVALID_SESSION, "d": resumable, "s": None, "t": None})

    def release_guilds(self) -> None:
        """Send the servers that were withheld."""
        for session in self.sessions.values():
            self._send_guilds(session)

    def _forget(self, line: Line) -> None:
        """Take a line out of use."""
        self._lines.discard(line)
        for session in self.sessions.values():
            if session.line is line:
                session.line = None

    def _tell(self, frame: Frame) -> None:
        """Send a frame that belongs to no session."""
        for line in self._lines:
            line.send(frame)

    def _publish(self, event: str, payload: Mapping[str, object]) -> None:
        """Send an event of the backend to every session."""
        for session in list(self.sessions.values()):
            for _ in range(2 if self.repeating else 1):
                session.feed(event, payload)

    async def _received(self, line: Line, frame: Frame) -> None:
        """Answer what a client sent."""
        opcode = int(str(frame["op"]))
        self.received.append(opcode)
        if opcode == HEARTBEAT:
            line.send({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
        elif opcode == IDENTIFY:
            await self._identify(line, cast("Frame", frame["d"]))
        elif opcode == RESUME:
            self._resume(line, cast("Frame", frame["d"]))

    async def _identify(self, line: Line, data: Frame) -> None:
        """Begin a session with READY and the servers; a wrong token is turned away."""
        if data["token"] != self._token:
            await line.close(AUTHENTICATION_FAILED)
            return
        key = f"session-{len(self.received)}"
        session = Session(self._backend, _intents(int(str(data["intents"]))))
        session.line = line
        self.sessions[key] = session
        guilds = [{"id": str(guild), "unavailable": True} for guild in self._backend.guilds]
        ready: Frame = {
            "v": 10,
            "user": dict(serializers.user_payload(self._backend.bot_user)),
            "guilds": guilds,
            "session_id": key,
            "resume_gateway_url": self.address,
            "application": {"id": str(self._backend.application_id), "flags": 0},
        }
        session.emit("READY", ready)
        if not self.guilds_withheld:
            self._send_guilds(session)

    def _send_guilds(self, session: Session) -> None:
        """Send every server in full."""
        for guild in self._backend.guilds.values():
            payload: Mapping[str, object] = {**serializers.guild_create_payload(self._backend, guild)}
            session.feed("GUILD_CREATE", payload)

    def _resume(self, line: Line, data: Frame) -> None:
        """Go on with a session, or say that it is gone."""
        session = self.sessions.get(str(data["session_id"]))
        if session is None or data["token"] != self._token:
            line.send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return
        session.resume(line, int(str(data["seq"])))


def _intents(value: int) -> discord.Intents:
    """Return the intents that a client declared by their bits."""
    flags = discord.Intents.VALID_FLAGS
    return discord.Intents(**{name: bool(value & bit) for name, bit in flags.items()})
