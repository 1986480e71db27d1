"""PURE: rows -> entries, sources and questions of the model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypedDict, get_args

from bot.knowledge.model import (
    Citation,
    Claim,
    Conflict,
    Entity,
    Entry,
    Event,
    Fact,
    Figure,
    Qualifier,
    Question,
    Quote,
    Reliability,
    Source,
    SourceKind,
    Status,
    Verdict,
)
from bot.packs import limits
from bot.packs.nodes import Fields, Scalar
from bot.packs.scalars import choice, day, line, name, number, period, prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.knowledge.periods import Period
    from bot.packs.rows import Row

Split: TypeAlias = Literal["tune", "report"]

_ID: Final = name(limits.ID)
_UNIT: Final = name(limits.UNIT)
_TYPE: Final = name(limits.TYPE)
_OCCASION: Final = line(limits.OCCASION)
_REFERENCE: Final = line(limits.REFERENCE)
_ASK: Final = line(limits.ASK)
_NAME: Final = line(limits.NAME)
_TITLE: Final = line(limits.TITLE)
_URL: Final = line(limits.URL)
_NOTE: Final = prose(limits.NOTE)
_STATEMENT: Final = prose(limits.STATEMENT)
_WORDS: Final = prose(limits.WORDS)

_STATUS: Final[Callable[[Scalar], Status]] = choice(*get_args(Status))
_SOURCE_KIND: Final[Callable[[Scalar], SourceKind]] = choice(*get_args(SourceKind))
_RELIABILITY: Final[Callable[[Scalar], Reliability]] = choice(*get_args(Reliability))
_QUALIFIER: Final[Callable[[Scalar], Qualifier]] = choice(*get_args(Qualifier))
_VERDICT: Final[Callable[[Scalar], Verdict]] = choice(*get_args(Verdict))
_SPLIT: Final[Callable[[Scalar], Literal["tune", "report"]]] = choice("tune", "report")


class _Common(TypedDict):
    """The fields of every entry."""

    id: str
    asks: tuple[str, ...]
    leaves_open: tuple[str, ...]
    about: tuple[str, ...]
    period: Period | None
    citations: tuple[Citation, ...]
    status: Status
    review_by: date | None
    note: str | None
    conflicts: tuple[Conflict, ...]
    related: tuple[str, ...]
    refs: tuple[str, ...]


def read_source(row: Row, key: str) -> Source:
    """Read a source."""
    return Source(
        id=key,
        publisher=row.need("publisher", _NAME, ""),
        title=row.one("title", _TITLE),
        author=row.one("author", _NAME),
        date=row.one("date", period),
        url=row.one("url", _URL),
        kind=row.one("kind", _SOURCE_KIND) or "news",
        reliability=row.one("reliability", _RELIABILITY) or "medium",
        note=row.one("note", _NOTE),
        status=row.one("status", _STATUS) or "live",
    )


def read_question(row: Row, split: Split = "tune") -> Question:
    """Read a question; ``expect: null`` says that nothing must be found."""
    if "expect" not in row and "expect_all" not in row:
        mend = "add expect: an-entry-id, or expect: null where nothing must be found"
        row.wrong("expect", None, "is missing", mend)
    return Question(
        question=row.need("question", line(limits.QUESTION), ""),
        expect=_expected(row),
        expect_all=row.many("expect_all", _ID, limits.MOST_REFERENCES),
        split=row.one("split", _SPLIT) or split,
        kind=row.one("kind", _NAME),
    )


def _expected(row: Row) -> tuple[str, ...]:
    """Read ``expect``, which is one id, several, or null."""
    node = row.get("expect")
    if not isinstance(node, Scalar):
        return row.many("expect", _ID, limits.MOST_REFERENCES)
    entry = row.scalar("expect", node, _ID)
    return () if entry is None else (entry,)


def _fact(row: Row, key: str) -> Fact:
    if "statement" in row and "answer" in row:
        answer = row.node.keys["answer"]
        row.wrong("answer", answer, "means the same as statement", "keep one of the two")
    name = "answer" if "answer" in row else "statement"
    statement = row.need(name, _STATEMENT, "")
    row.get("statement")
    row.get("answer")
    return Fact(**_common(row, key), statement=statement)


def _figure(row: Row, key: str) -> Figure:
    return Figure(
        **_common(row, key),
        metric=row.need("metric", _ID, ""),
        value=row.need("value", number, 0),
        value_max=row.one("value_max", number),
        unit=row.need("unit", _UNIT, ""),
        qualifier=row.one("qualifier", _QUALIFIER) or "exactly",
        place=row.one("place", _ID),
        counted_by=row.one("counted_by", _ID),
        by=row.many("by", _ID, limits.MOST_REFERENCES),
        event=row.one("event", _ID),
        label=row.one("label", _NAME),
        statement=row.one("statement", _STATEMENT),
    )


def _quote(row: Row, key: str) -> Quote:
    return Quote(
        **_common(row, key, dated="date"),
        words=row.need("words", _WORDS, ""),
        speaker=row.one("speaker", _ID) or "",
        role=row.one("role", _TITLE),
        occasion=row.one("occasion", _OCCASION),
    )


def _event(row: Row, key: str) -> Event:
    return Event(
        **_common(row, key, dated="date"),
        title=row.need("title", _TITLE, ""),
        statement=row.one("statement", _STATEMENT),
    )


def _entity(row: Row, key: str) -> Entity:
    return Entity(
        **_common(row, key),
        name=row.need("name", _NAME, ""),
        type=row.one("kind", _TYPE),
        aliases=row.many("aliases", line(limits.ALIAS), limits.MOST_ALIASES),
        description=row.one("description", _STATEMENT),
        part_of=row.many("part_of", _ID, limits.MOST_REFERENCES),
        stands_for=row.many("stands_for", _ID, limits.MOST_REFERENCES),
    )


def _claim(row: Row, key: str) -> Claim:
    return Claim(
        **_common(row, key),
        claim=row.need("claim", prose(limits.CLAIM), ""),
        verdict=row.need("verdict", _VERDICT, "unverified"),
        differs=row.one("differs", _STATEMENT),
        entries=row.many("entries", _ID, limits.MOST_REFERENCES),
    )


def _common(row: Row, key: str, *, dated: str = "period") -> _Common:
    """Read what every entry has; ``dated`` is how this kind of entry spells its period."""
    return {
        "id": key,
        "asks": row.many("asks", _ASK, limits.MOST_ASKS),
        "leaves_open": row.many("leaves_open", _ASK, limits.MOST_ASKS),
        "about": row.many("about", _ID, limits.MOST_REFERENCES),
        "period": row.one(dated, period),
        "citations": _citations(row),
        "status": row.one("status", _STATUS) or "live",
        "review_by": row.one("review_by", day),
        "note": row.one("note", _NOTE),
        "conflicts": _conflicts(row),
        "related": row.many("related", _ID, limits.MOST_REFERENCES),
        "refs": row.many("refs", _REFERENCE, limits.MOST_REFERENCES),
    }


def _citations(row: Row) -> tuple[Citation, ...]:
    """Read citations, each a source's id or a mapping with more about it."""
    found: list[Citation] = []
    nodes = row.nodes("citations", limits.MOST_REFERENCES)
    for node in nodes:
        if isinstance(node, Fields):
            inner = row.inner("citations", node)
            source = inner.need("source", _ID, "")
            locator, words = inner.one("locator", _NAME), inner.one("quote", _WORDS)
            inner.finish()
            found.append(Citation(source=source, locator=locator, quote=words))
        else:
            found.append(_cited(row.scalar("citations", node, _ID) or ""))
    if not found and "citations" in row.bad:
        # stands for what the author meant, so that claims which rest on it don't seem uncited
        found.append(_cited(""))
    return tuple(found)


@lru_cache(maxsize=1024)
def _cited(source: str) -> Citation:
    """Return the citation of a whole source, which many entries have in common."""
    return Citation(source=source)


def _conflicts(row: Row) -> tuple[Conflict, ...]:
    """Read conflicts, each an entry's id or a mapping with a note in words."""
    found: list[Conflict] = []
    for node in row.nodes("conflicts", limits.MOST_REFERENCES):
        if isinstance(node, Fields):
            inner = row.inner("conflicts", node)
            entry, note = inner.one("entry", _ID), inner.one("note", _NOTE)
            if entry is None and note is None:
                inner.wrong("note", None, "is missing", "add note: ..., or entry: an-id")
            inner.finish()
            found.append(Conflict(entry=entry, note=note))
        else:
            found.append(Conflict(entry=row.scalar("conflicts", node, _ID)))
    return tuple(found)


ENTRY_READERS: Final[dict[str, Callable[[Row, str], Entry]]] = {
    "entities": _entity,
    "facts": _fact,
    "figures": _figure,
    "quotes": _quote,
    "events": _event,
    "claims": _claim,
}
