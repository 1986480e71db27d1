"""PURE: two states of a pack compared: which entries were added, changed and removed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.knowledge.model import Entry, Pack

_ID_LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the entries that differ between two states, in file order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any entry differs."""
        return bool(self.added or self.changed or self.removed)


def compare(before: Pack, after: Pack) -> Changes:
    """Return what a reader of the answers would see change from ``before`` to ``after``.

    An entry has changed when it, a source that it cites or what proves it differs.
    """
    old, new = before.entries, after.entries
    return Changes(
        added=tuple(key for key in new if key not in old),
        changed=tuple(
            key
            for key, entry in new.items()
            if key in old and _shown(before, old[key]) != _shown(after, entry)
        ),
        removed=tuple(key for key in old if key not in new),
    )


def content_id(pack: Pack) -> str:
    """Return a short hash of all that answers rest on: packs that answer alike have equal ids.

    The questions that measure a pack are no part of it.
    """
    content = repr(replace(pack, questions=())).encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]


def _shown(pack: Pack, entry: Entry) -> tuple[object, ...]:
    """Return what an answer shows of an entry: itself, its sources and what proves it."""
    return (
        entry,
        pack.proved.get(entry.id),
        *(pack.sources.get(citation.source) for citation in entry.citations),
    )
