"""PURE: checks that every id a pack mentions is the id of something in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.knowledge.findings import Finding, Path, Subject
from bot.knowledge.model import Claim, Entity, Entry, Figure, Quote
from bot.knowledge.naming import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.knowledge.model import Pack


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of one kind that exist; ``elsewhere`` may exist in a file that can't be read.

    ``renamed`` has them by what else they are taken for: an id that they had before, or a name.
    """

    what: str
    known: frozenset[str]
    elsewhere: frozenset[str]
    renamed: dict[str, str]

    def find(self, subject: Subject, owner: str, path: Path, wanted: str) -> Iterator[Finding]:
        """Find fault with an id that nothing has."""
        if wanted in self.known or wanted in self.elsewhere:
            return
        close = self.renamed.get(wanted) or self.renamed.get(folded(wanted)) or nearest(wanted, self.known)
        mend = f"did you mean {close!r}?" if close else f"add it, or name another {self.what}"
        yield Finding(subject, owner, path, f"there is no {self.what} {wanted[:80]!r}", mend)

    def find_all(self, subject: Subject, owner: str, field: str, ids: tuple[str, ...]) -> Iterator[Finding]:
        """Find fault with a list of ids."""
        for place, wanted in enumerate(ids):
            yield from self.find(subject, owner, (field, place), wanted)


def check_references(pack: Pack, elsewhere: frozenset[str]) -> Iterable[Finding]:
    """Find ids that nothing has; ids ``elsewhere`` are taken as known."""
    sources = _Ids("source", frozenset(pack.sources), elsewhere, {})
    entities = _Ids("entity", frozenset(e.id for e in pack.of_kind(Entity)), elsewhere, _named(pack))
    renamed = {ref: entry.id for entry in pack.entries.values() for ref in entry.refs}
    entries = _Ids("entry", frozenset(pack.entries), elsewhere, renamed)
    for entry in pack.entries.values():
        for place, citation in enumerate(entry.citations):
            path = ("citations", place, "source")
            yield from sources.find("entry", entry.id, path, citation.source)
        yield from _to_entities(entry, entities)
        yield from _to_entries(entry, entries)
    if pack.default_place is not None:
        yield from entities.find("pack", "", ("default_place",), pack.default_place)
    if pack.checked_text is not None:
        for place, wanted in enumerate(pack.checked_text.sources):
            yield from sources.find("pack", "", ("checked_text", "sources", place), wanted)
    for number, question in enumerate(pack.questions):
        owner = str(number)
        yield from entries.find_all("question", owner, "expect", question.expect)
        yield from entries.find_all("question", owner, "expect_all", question.expect_all)


def _named(pack: Pack) -> dict[str, str]:
    """Return the ids of entities by their names, folded: it is easy to write the name instead."""
    return {
        folded(name): entity.id
        for entity in pack.of_kind(Entity)
        for name in (*entity.aliases, entity.name)
        if folded(name)
    }


def _to_entities(entry: Entry, entities: _Ids) -> Iterator[Finding]:
    """Check the fields that name entities."""
    yield from entities.find_all("entry", entry.id, "about", entry.about)
    if isinstance(entry, Figure):
        yield from entities.find_all("entry", entry.id, "by", entry.by)
    if isinstance(entry, Entity):
        yield from entities.find_all("entry", entry.id, "part_of", entry.part_of)
        yield from entities.find_all("entry", entry.id, "stands_for", entry.stands_for)
    for field, wanted in _single_entities(entry):
        if wanted:
            yield from entities.find("entry", entry.id, (field,), wanted)


def _single_entities(entry: Entry) -> tuple[tuple[str, str | None], ...]:
    """Return the fields that hold one entity each."""
    if isinstance(entry, Figure):
        return (("place", entry.place), ("counted_by", entry.counted_by), ("event", entry.event))
    if isinstance(entry, Quote):
        return (("speaker", entry.speaker),)
    return ()


def _to_entries(entry: Entry, entries: _Ids) -> Iterator[Finding]:
    """Check the fields that name entries."""
    yield from entries.find_all("entry", entry.id, "related", entry.related)
    if isinstance(entry, Claim):
        yield from entries.find_all("entry", entry.id, "entries", entry.entries)
    for place, conflict in enumerate(entry.conflicts):
        if conflict.entry is None:
            continue
        path = ("conflicts", place, "entry")
        if conflict.entry == entry.id:
            message = "an entry can't be in conflict with itself"
            yield Finding("entry", entry.id, path, message, "name the other entry")
        else:
            yield from entries.find("entry", entry.id, path, conflict.entry)


def check_part_of(pack: Pack) -> Iterator[Finding]:
    """Find entities that are, round a few corners, part of themselves."""
    whole = {entity.id: list(entity.part_of) for entity in pack.of_kind(Entity)}
    for circle in _circles(whole):
        message = f"goes round in a circle: {' -> '.join([*circle, circle[0]])}"
        yield Finding("entry", circle[-1], ("part_of",), message, "delete one of these links")


def check_broader(pack: Pack) -> Iterator[Finding]:
    """Find metrics whose broader metric does not exist or is, in the end, the metric itself."""
    metrics = _Ids("metric", frozenset(pack.metrics), frozenset(), {})
    broader = {metric.id: [metric.broader] for metric in pack.metrics.values() if metric.broader}
    for name, (wanted,) in broader.items():
        yield from metrics.find("pack", "", ("metrics", name, "broader"), wanted)
    for circle in _circles(broader):
        message = f"goes round in a circle: {' -> '.join([*circle, circle[0]])}"
        path = ("metrics", circle[-1], "broader")
        yield Finding("pack", "", path, message, "delete one of these links")


def _circles(links: dict[str, list[str]]) -> Iterator[list[str]]:
    """Follow links depth first, without recursion, whose limit an author could reach."""
    done: set[str] = set()
    for start in links:
        path: dict[str, None] = {}
        stack = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                path.popitem()
                done.add(name)
            elif name in path:
                yield list(path)[list(path).index(name) :]
            elif name not in done:
                path[name] = None
                stack.append((name, True))
                stack.extend((to, False) for to in links.get(name, ()))
