"""Discord's HTTP API over a real server, with SimCord's answers, rate limit headers and nonces.

Traps: discord.py reads JSON only from exactly ``application/json``, and wants a body for an
interaction's callback when it asks for one with ``with_response``.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Final, cast

import orjson
from aiohttp import BodyPartReader, web
from simcord import BackendError
from simcord.backend import Backend, serializers
from simcord.http import RouteNotImplemented, UnsupportedField
from simcord.http import routes as _routes
from simcord.http.router import dispatch

from tests.sockets.faults import CUT, Fault

assert _routes, "importing them registers SimCord's routes"

API: Final = "/api/v10"
NONCES_KEPT: Final = 300.0
"""Seconds for which Discord enforces a nonce: "a few minutes"."""
CLAIMED: Final = 5
"""Requests that a route takes in one window, as the headers say."""
WINDOW: Final = 0.1
"""Seconds of such a window."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as SimCord takes it."""

    filename: str
    fp: io.BytesIO
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One request and what it got."""

    method: str
    path: str
    status: int
    at: float


@dataclass(slots=True)
class _Body:
    """What came with a request."""

    json: dict[str, object] | list[object] | None = None
    files: list[Upload] = field(default_factory=list[Upload])


class Rest:
    """Answers requests, unless a fault strikes."""

    def __init__(self, backend: Backend, token: str) -> None:
        """Start without faults."""
        self.faults: list[Fault] = []
        self.calls: list[Call] = []
        self.gaps: list[str] = []
        """What the bot asked that SimCord can't do: a test would be worth nothing then."""
        self._backend = backend
        self._token = token
        self._nonces: dict[tuple[str, str], tuple[int, float]] = {}

    def counted(self, status: int, path: str = "") -> int:
        """Return how many requests to a path got a status."""
        return sum(call.status == status and path in call.path for call in self.calls)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        path = request.path.removeprefix(API)
        body = await _read(request)
        now = monotonic()
        refusals = (fault.refuses(f"{request.method} {path}", now) for fault in self.faults)
        refusal = next(filter(None, refusals), None)
        if refusal is None:
            status, found = self._answered(request, path, body)
        else:
            if refusal.done:
                self._answered(request, path, body)
            status, found = refusal.status, refusal.body
        self.calls.append(Call(request.method, path, status, now))
        if status == CUT and request.transport is not None:
            request.transport.abort()
        return _response(request, status, found, {} if refusal is None else refusal.headers)

    def _answered(self, request: web.Request, path: str, body: _Body) -> tuple[int, object]:
        """Return the status and the JSON that Discord would answer with."""
        public = path.startswith(("/interactions/", "/webhooks/"))
        if not public and request.headers.get("Authorization") != f"Bot {self._token}":
            return 401, {"code": 0, "message": "401: Unauthorized"}
        if path.startswith("/gateway"):
            return 200, {"url": "", "shards": 1, "session_start_limit": {"remaining": 1000}}
        try:
            return self._enforced(request, path, body)
        except (RouteNotImplemented, UnsupportedField) as gap:
            self.gaps.append(str(gap))
            return 501, {"code": 0, "message": str(gap)}
        except BackendError as error:
            return error.status, error.to_json()

    def _enforced(self, request: web.Request, path: str, body: _Body) -> tuple[int, object]:
        """Answer; a message whose nonce was sent before is the first one again."""
        sent = body.json if isinstance(body.json, dict) and path.endswith("/messages") else {}
        key = (path, str(sent.get("nonce"))) if sent.get("enforce_nonce") else None
        first = self._nonces.get(key) if key else None
        if first is not None and monotonic() - first[1] < NONCES_KEPT:
            message = self._backend.get_message(int(path.split("/")[2]), first[0])
            return 200, {**serializers.message_payload(self._backend, message)}
        found: object = dispatch(
            self._backend,
            request.method,
            path,
            json=body.json,
            params=dict(request.query),
            files=list(body.files),
            reason=request.headers.get("X-Audit-Log-Reason"),
            message_content_access=False,
        )
        if key:
            self._nonces[key] = (int(str(cast("Mapping[str, object]", found)["id"])), monotonic())
        silent = path.endswith("/callback") and request.query.get("with_response") not in {"1", "true"}
        return (204, None) if found is None or silent else (200, found)


async def _read(request: web.Request) -> _Body:
    """Return the JSON and the files of a request."""
    if not request.content_type.startswith("multipart/"):
        raw = await request.read()
        return _Body(orjson.loads(raw) if raw else None)
    body = _Body()
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read())
        if part.filename is not None:
            body.files.append(Upload(part.filename, io.BytesIO(content)))
        elif part.name == "payload_json":
            body.json = orjson.loads(content)
    return body


def _response(
    request: web.Request, status: int, found: object, headers: Mapping[str, str]
) -> web.StreamResponse:
    """Return the response, with the headers of a route that has plenty of requests left."""
    limits = {
        "X-RateLimit-Limit": str(CLAIMED),
        "X-RateLimit-Remaining": str(CLAIMED - 1),
        "X-RateLimit-Reset-After": f"{WINDOW:.3f}",
        "X-RateLimit-Bucket": f"{request.method}:{request.path.split('/')[3]}",
    }
    kept = {} if status == 429 else limits
    body = b"" if status == 204 else orjson.dumps(found)
    return web.Response(
        status=status or 503, body=body, headers={**kept, **headers, "Content-Type": "application/json"}
    )
