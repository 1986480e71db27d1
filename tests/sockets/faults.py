"""PURE: what goes wrong with a request, and when: rate limits, 5xx, or an answer that gets lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Final, Protocol

SEND: Final = "POST /channels/*/messages"
CALLBACK: Final = "POST /interactions/*/callback"


@dataclass(frozen=True, slots=True)
class Refusal:
    """How Discord refuses a request."""

    status: int
    body: dict[str, object]
    headers: dict[str, str] = field(default_factory=dict[str, str])
    done: bool = False
    """Whether the request takes effect all the same."""


class Fault(Protocol):
    """Something that refuses requests."""

    def refuses(self, where: str, now: float) -> Refusal | None:
        """Return how it refuses a request (a method and a path) at a moment in seconds, or None."""
        ...


def too_many(retry_after: float, *, everywhere: bool = False) -> Refusal:
    """Return a 429; discord.py takes one without ``Via`` for a ban."""
    body: dict[str, object] = {
        "message": "You are being rate limited.",
        "retry_after": retry_after,
        "global": everywhere,
    }
    headers = {"Via": "1.1 google", "Retry-After": f"{retry_after:.3f}"}
    scope = {"X-RateLimit-Global": "true"} if everywhere else {}
    return Refusal(429, body, {**headers, **scope, "X-RateLimit-Scope": "global" if everywhere else "user"})


CUT: Final = 0
"""In place of a status: the connection is cut, and no answer comes."""


@dataclass(slots=True, kw_only=True)
class Broken:
    """Some requests meet an error of Discord's own, or ``CUT``. ``where`` may hold ``*`` for any part."""

    where: str
    status: int = 500
    times: int | None = 1
    """How often; None for always."""
    done: bool = False
    """Whether a request takes effect all the same, and only its answer is lost."""

    def refuses(self, where: str, now: float) -> Refusal | None:
        """Refuse as often as it was told."""
        del now
        if self.times == 0 or not fnmatch(where, self.where):
            return None
        if self.times is not None:
            self.times -= 1
        return Refusal(self.status, {"code": 0, "message": f"{self.status}: made by a test"}, done=self.done)


@dataclass(slots=True)
class RouteLimit:
    """A limit of each route that discord.py can't know from the headers, so that it runs into it."""

    where: str
    most: int
    seconds: float
    _windows: dict[str, tuple[float, int]] = field(default_factory=dict[str, tuple[float, int]])

    def refuses(self, where: str, now: float) -> Refusal | None:
        """Refuse what is too much for the route's window."""
        if not fnmatch(where, self.where):
            return None
        begun, count = self._windows.get(where, (now, 0))
        if now - begun >= self.seconds:
            begun, count = now, 0
        self._windows[where] = (begun, count + 1)
        return None if count < self.most else too_many(begun + self.seconds - now)


@dataclass(slots=True, kw_only=True)
class Refused:
    """Some requests are refused as too many, one after the other, whatever time passes between them."""

    where: str
    times: int | None
    """How often; None for always."""

    def refuses(self, where: str, now: float) -> Refusal | None:
        """Refuse as often as it was told."""
        del now
        if self.times == 0 or not fnmatch(where, self.where):
            return None
        if self.times is not None:
            self.times -= 1
        return too_many(0.001)


@dataclass(slots=True)
class GlobalLimit:
    """From the first request on, everything is refused for some seconds."""

    seconds: float
    _until: float | None = None

    def refuses(self, where: str, now: float) -> Refusal | None:
        """Refuse everything until it is over."""
        del where
        if self._until is None:
            self._until = now + self.seconds
        return too_many(self._until - now, everywhere=True) if now < self._until else None
