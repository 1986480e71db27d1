"""PURE: what a withdrawn source takes with it: entries on hold, and citations that are no longer made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.knowledge.findings import Finding
from bot.knowledge.model import Claim, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge.model import Entry, Pack, Source

_IN_WORDS: Final = {"withdrawn": "withdrawn", "draft": "still a draft"}


@dataclass(frozen=True, slots=True)
class Hold:
    """Why an entry is on hold: ids of sources that are not live, and of nothing else, it rests on.

    For a claim also ``entries``: those that decide it and are on hold themselves. Its verdict was
    weighed with them, so it waits until an author has weighed it again.
    """

    entry: str
    sources: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def holds(pack: Pack) -> dict[str, Hold]:
    """Return the live entries that can't be answered for want of a live source, by id, in file order.

    An entity without a description says nothing and is never on hold; one with a description keeps
    its names, and only the description waits.
    """
    if not _off(pack):
        return {}
    found: dict[str, Hold] = {}
    for entry in pack.entries.values():
        sources = tuple(dict.fromkeys(_cited(entry)))
        live = any(_is_live(pack, source) for source in sources)
        if _speaks(entry) and sources and not live and not _is_decided(pack, entry):
            found[entry.id] = Hold(entry.id, sources)
    claims = [claim for claim in pack.of_kind(Claim) if _speaks(claim)]
    more = True
    while more:  # a claim may decide another one
        more = False
        for claim in claims:
            gone = tuple(name for name in claim.entries if name in found)
            if gone and claim.id not in found:
                found[claim.id] = Hold(claim.id, entries=gone)
                more = True
    return {key: found[key] for key in pack.entries if key in found}


def in_force(pack: Pack) -> Pack:
    """Return the pack as it is answered from: entries on hold set aside, no source cited but live ones."""
    off = _off(pack)
    if not off:
        return pack
    held = holds(pack)
    return replace(
        pack, entries={key: _in_force(entry, off, key in held) for key, entry in pack.entries.items()}
    )


def check_withdrawn(pack: Pack) -> Iterator[Finding]:
    """Name every entry on hold with its sources, and for each source that is not live what it costs."""
    held = holds(pack)
    for hold in held.values():
        yield _on_hold(pack, hold)
    for source in _off(pack).values():
        citing = [
            entry.id for entry in pack.entries.values() if source.id in _cited(entry) and _speaks(entry)
        ]
        waiting = sum(key in held for key in citing)
        if citing:
            message = (
                f"the source {source.id!r} is {_IN_WORDS[source.status]}; of the entries that cite it, "
                f"on hold: {waiting}, answered without it: {len(citing) - waiting}"
            )
            mend = "say why in its note, and mend what is on hold"
            yield Finding("source", source.id, ("status",), message, mend, "warning")


def why_held(pack: Pack, hold: Hold) -> str:
    """Return why an entry is on hold, as a clause with the ids of what it rests on."""
    if hold.entries:
        names = ", ".join(map(repr, hold.entries))
        return f"its verdict was weighed with {names}, now on hold"
    named = (f"{key!r}, {_IN_WORDS[pack.sources[key].status]}" for key in hold.sources)
    return f"it rests only on {' and '.join(named)}"


def _on_hold(pack: Pack, hold: Hold) -> Finding:
    """Return what to do about one entry on hold."""
    path = ("entries",) if hold.entries else ("citations",)
    mend = "weigh it again without them" if hold.entries else "cite another source, or withdraw this entry"
    message = f"{hold.entry!r} is on hold: {why_held(pack, hold)}"
    return Finding("entry", hold.entry, path, message, mend, "warning")


def _off(pack: Pack) -> dict[str, Source]:
    """Return the sources that the pack does not stand by."""
    return {key: source for key, source in pack.sources.items() if source.status != "live"}


def _is_live(pack: Pack, source: str) -> bool:
    """Whether a source can be cited; one that does not exist is another check's matter."""
    return source not in pack.sources or pack.sources[source].status == "live"


def _speaks(entry: Entry) -> bool:
    """Whether an entry would be answered, had it a source."""
    if entry.status not in {"live", "held"}:
        return False
    return not isinstance(entry, Entity) or entry.description is not None


def _is_decided(pack: Pack, entry: Entry) -> bool:
    """Whether other entries decide a claim: then it rests on them, and its sources only make it."""
    deciding = (pack.entries.get(name) for name in entry.entries) if isinstance(entry, Claim) else ()
    return any(other is not None and _speaks(other) for other in deciding)


def _cited(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the sources that an entry cites."""
    return tuple(citation.source for citation in entry.citations)


def _in_force(entry: Entry, off: dict[str, Source], held: bool) -> Entry:  # noqa: FBT001  # one of two states
    """Return an entry as it is answered from."""
    if held and not isinstance(entry, Entity):
        return replace(entry, status="held")
    kept = tuple(citation for citation in entry.citations if citation.source not in off)
    if isinstance(entry, Entity) and held:
        return replace(entry, description=None, citations=kept)
    return entry if len(kept) == len(entry.citations) else replace(entry, citations=kept)
