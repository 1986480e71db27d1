"""PURE: everything that can be wrong with a pack as a whole, found in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.knowledge.findings import Finding
from bot.knowledge.holding import check_withdrawn
from bot.knowledge.model import Claim, Entity, Entry, Quote
from bot.knowledge.proving import check_proofs
from bot.knowledge.references import check_broader, check_part_of, check_references
from bot.knowledge.same_counts import check_same_counts
from bot.knowledge.wording import (
    check_aliases,
    check_asks,
    check_figures,
    check_metrics,
    check_questions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge.model import Pack

_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


def check(pack: Pack, elsewhere: frozenset[str] = frozenset()) -> list[Finding]:
    """Return all that is wrong with a pack.

    Ids in ``elsewhere`` are taken as known: they stand in a file that could not be read, whose
    own problem is enough.
    """
    return [
        *_sources(pack),
        *_entries(pack),
        *check_references(pack, elsewhere),
        *check_withdrawn(pack),
        *check_part_of(pack),
        *check_broader(pack),
        *check_asks(pack),
        *check_aliases(pack),
        *check_metrics(pack),
        *check_figures(pack),
        *check_same_counts(pack),
        *check_questions(pack),
        *check_proofs(pack, elsewhere),
    ]


def _sources(pack: Pack) -> Iterator[Finding]:
    """Check that each source can be found again by a reader."""
    for source in pack.sources.values():
        if source.title is None and source.url is None:
            message = "a source needs a title or an address"
            yield Finding("source", source.id, ("title",), message, "add title: ... or url: ...")
        if source.url is not None and not _WEB.fullmatch(source.url):
            message = f"{source.url[:80]!r} is no web address"
            yield Finding("source", source.id, ("url",), message, "begin it with https://")


def _entries(pack: Pack) -> Iterator[Finding]:
    """Check what single entries need."""
    for entry in pack.entries.values():
        if not _is_cited(entry, pack):
            message = "nothing is cited, and nothing uncited is sent"
            yield Finding("entry", entry.id, ("citations",), message, "add citations: [a-source-id]")
        if isinstance(entry, Quote) and not entry.speaker:
            mend = "add speaker: the id of an entity"
            yield Finding("entry", entry.id, ("speaker",), "a quotation needs a speaker", mend)
        if isinstance(entry, Claim) and entry.verdict != "supported" and entry.differs is None:
            message = f"a claim that is {entry.verdict} must say how the sources differ"
            yield Finding("entry", entry.id, ("differs",), message, "add differs: ...")


def _is_cited(entry: Entry, pack: Pack) -> bool:
    """Whether the entry rests on a source as far as its kind must."""
    if entry.citations:
        return True
    if isinstance(entry, Entity):
        return entry.description is None
    if isinstance(entry, Claim):
        deciding = (pack.entries.get(name) for name in entry.entries)
        return any(other is not None and other.citations for other in deciding)
    return False
