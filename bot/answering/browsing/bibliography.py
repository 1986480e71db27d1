"""PURE: the sources of a pack: which there are, and which entries rest on each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.answer import Suggestion
from bot.answering.browsing.choosing import short, wanted
from bot.answering.figures.sieve import Choice
from bot.answering.prompts import prompt
from bot.answering.trust.disputes import companions
from bot.answering.wording import statement
from bot.knowledge.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.answer import Cited, Statement
    from bot.answering.index import Index
    from bot.knowledge.model import Entry, Kind, Source

_ORDER: Final[tuple[Kind, ...]] = ("fact", "figure", "event", "quote", "claim", "entity")


@dataclass(frozen=True, slots=True)
class Listed:
    """A source with the number of entries that rest on it; for a withdrawn one, of those on hold."""

    source: Source
    entries: int


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Sources, those with most entries first; ``typed`` is what they were looked for by, if anything.

    Those that were withdrawn come last.
    """

    typed: str | None
    rows: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """An entry that rests on a source: ``cited`` is where in it, ``alone`` whether on no other source."""

    statement: Statement
    cited: tuple[Cited, ...]
    alone: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """One source with every entry that rests on it; ``key`` is the short form of its id.

    Nothing rests on a withdrawn one; ``held`` has a question for each entry that is on hold for it.
    """

    key: str
    source: Source
    entries: tuple[Resting, ...]
    held: tuple[Suggestion, ...] = ()


Found: TypeAlias = Bibliography | Profile


def look_up(index: Index, typed: str | None = None) -> Found:
    """Return the one source that is meant, or else the list of those that fit; nothing typed lists all."""
    rows = bibliography(index, typed)
    return profile(index, rows.rows[0].source) if typed is not None and len(rows.rows) == 1 else rows


def bibliography(index: Index, typed: str | None = None) -> Bibliography:
    """Return the live and the withdrawn sources that fit what is typed, most used first."""
    sources = [source for source in index.pack.sources.values() if source.status != "draft"]
    meant = wanted(typed, {source.id: (label(source), source.title or label(source)) for source in sources})
    used = Counter(key for prepared in index.entries for key in _cited(prepared.entry))
    used.update(key for hold in index.holds for key in hold.sources)
    rows = [Listed(source, used[source.id]) for source in sources if meant.fits((source.id,), _texts(source))]
    return Bibliography(meant.typed, tuple(sorted(rows, key=_rank)))


def profile(index: Index, source: Source) -> Profile:
    """Return a source with every entry that rests on it."""
    citing = (prepared.entry for prepared in index.entries)
    resting = [_resting(index, entry, source) for entry in citing if source.id in _cited(entry)]
    ordered = sorted(resting, key=lambda each: _ORDER.index(each.statement.kind))
    waiting = [hold.entry for hold in index.holds if source.id in hold.sources]
    held = tuple(Suggestion(entry, prompt(index.pack, index.pack.entries[entry])) for entry in waiting)
    return Profile(short(source.id), source, tuple(ordered), held)


def source_choices(index: Index) -> tuple[Choice, ...]:
    """Return every source, most used first; the withdrawn ones last, and named so."""
    return tuple(Choice(_choice(row.source), row.source.id) for row in bibliography(index).rows)


def label(source: Source) -> str:
    """Return what a member reads of a source: publisher, title or address, and date."""
    address = (source.url or "").partition("://")[2]
    date = source.date.describe() if source.date else ""
    return " · ".join(filter(None, (source.publisher, source.title or address, date)))


def _resting(index: Index, entry: Entry, source: Source) -> Resting:
    """Return one entry that rests on a source."""
    told = statement(index.pack, entry)
    beside = companions(index, entry, [], frozenset())
    sources = {cited.source.id for cited in told.citations}
    for deciding in beside.entries if isinstance(entry, Claim) else ():
        sources |= _cited(deciding)
    here = tuple(cited for cited in told.citations if cited.source.id == source.id)
    return Resting(told, here, sources == {source.id}, beside.disputed)


def _cited(entry: Entry) -> set[str]:
    """Return the ids of the sources that an entry cites."""
    return {citation.source for citation in entry.citations}


def _choice(source: Source) -> str:
    """Return what a member chooses a source by."""
    return label(source) if source.status == "live" else f"Withdrawn: {label(source)}"


def _texts(source: Source) -> Iterator[str]:
    """Yield the texts by which a source is found."""
    yield label(source)
    yield from filter(None, (source.author, source.id.replace("-", " ")))


def _rank(row: Listed) -> tuple[bool, int, str, str]:
    """Return the key that puts the most used first, then by name; the withdrawn ones last."""
    source = row.source
    return (source.status != "live", -row.entries, label(source).casefold(), source.id)
