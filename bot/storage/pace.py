"""PURE: how patient the bot is with its database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Times in seconds, and numbers of changes."""

    linger: float = 0.5
    """How long changes gather before they are written together; a crash loses no more than these."""
    batch: int = 250
    """How many changes are written together at most."""
    most: int = 50_000
    """How many changes wait at most; further ones are lost, and the log says so."""
    replies: int = 2_000
    """How many replies are at hand without asking the database."""
    first_retry: float = 1.0
    longest_retry: float = 30.0
    patience: float = 5.0
    """How long whoever reads waits for a database that is being opened, and for counts to be written."""
    busy: float = 2.0
    """How long to wait for another program's lock on a SQLite file."""
    head_start: float = 5.0
    """How long the bot may take to connect to Discord before the database is opened all the same."""
    connect: float = 10.0
    """How long a server may take to answer."""
    drain: float = 5.0
    """How long stopping waits for what is not written yet."""
    reread: float = 30.0
    """How long what another process let a server choose may go unheard where no notice comes through."""
    tidy: float = 3600.0
    """How often old replies and old words are removed."""

    def retries(self) -> Iterator[float]:
        """Yield how long to wait before each try, longer each time."""
        wait = self.first_retry
        while True:
            yield wait
            wait = min(2 * wait, self.longest_retry)


PACE: Final = Pace()
