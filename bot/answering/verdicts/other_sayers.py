"""PURE: whether an entry holds what another said than a question asks for: "Pakistan's version of it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.remembering import remembered
from bot.answering.verdicts.accounts import account
from bot.knowledge.model import Entity, Event, Fact, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.index import Index
    from bot.answering.linking import Link
    from bot.answering.reading import Reading
    from bot.answering.verdicts.spoken import Named
    from bot.knowledge.model import Entry

_ASKING: Final = frozenset({"did", "does", "do", "has", "had"})
"""Words after which stands who said something."""
_SAYING: Final = frozenset(
    """
    say says said state states stated announce announces announced declare declared describe describes
    described report reports reported write writes wrote written tell tells told confirm confirmed argue
    argued warn warned explain explained stress stressed note noted comment commented claim claims claimed
    """.split()
)
"""Words with which somebody says something."""
_VERSIONS: Final = frozenset({"version", "versions", "account"})
"""Words for what somebody says, behind his name."""


def asked_to_have_said(reading: Reading) -> list[frozenset[str]]:
    """Return what each name may mean of somebody whose words or account a question asks for."""
    words = reading.words
    found: list[frozenset[str]] = []
    end = -1
    for link in reading.placed:
        joined = link.start - 1 == end and words[end] in {"and", "or"}
        if joined or _says(words, link):
            found.append(frozenset((*link.targets, *link.loosely)))
            end = link.end
    return found


def _says(words: Sequence[str], link: Link) -> bool:
    """Whether a name is of somebody who is asked to have said something."""
    at = link.start - 1
    at -= at > 0 and words[at] == "the"
    before = words[at] if at >= 0 else ""
    after = words[link.end] if link.end < len(words) else ""
    if at > 0 and before in {"by", "to"}:
        said = before == "by" and words[at - 1] in _SAYING and words[at - 1] != "claimed"  # responsibility
        return said or words[at - 1] == "according"
    return after in _VERSIONS or (after in _SAYING and before in _ASKING)


def said_by_another(index: Index, asked: Sequence[frozenset[str]], entry: Entry) -> bool:
    """Whether who says in an entry what it tells is somebody else than all who are asked about.

    A part of a body speaks for it. Where who is asked about acts in it too, or published it, it may be his.
    """
    saying = sayers(index, entry)
    if not saying:
        return False
    his = remembered(index.remembered.saying, entry.id, lambda: _may_be_of(index, entry, saying))
    return all(each.isdisjoint(his) and saying.isdisjoint(index.ancestry.above(each)) for each in asked)


def leaves_out(index: Index, speakers: frozenset[str], entry: Entry) -> bool:
    """Whether an entry names none of the people whose words are asked for."""
    known = speakers & index.people
    if isinstance(entry, Entity | Quote) or not known:
        return False
    return known.isdisjoint(account(index, entry).spoken.entities)


def _may_be_of(index: Index, entry: Entry, saying: frozenset[str]) -> frozenset[str]:
    """Return whose an entry may be: of who says it, of bodies of which he is a part, of who acts in it."""
    own = frozenset[str]() if isinstance(entry, Quote) else account(index, entry).acting
    return index.ancestry.above(saying) | own | _publishers(index, entry)


def sayers(index: Index, entry: Entry) -> frozenset[str]:
    """Return who says something in an entry, as far as its words tell."""
    if isinstance(entry, Quote):
        return frozenset({entry.speaker})
    if isinstance(entry, Figure):
        return frozenset(filter(None, (entry.counted_by,)))
    if not isinstance(entry, Fact | Event):
        return frozenset()
    return frozenset(
        target
        for name in account(index, entry).spoken.named
        if (name.follows in _SAYING and not name.is_place)
        or name.before == "by"
        or _is_told_by(index, entry, name)
        for target in name.targets
    )


def _is_told_by(index: Index, entry: Entry, name: Named) -> bool:
    """Whether an entry tells something "according to" somebody."""
    told = rf"\baccording to (?:the )?{re.escape(name.text)}"
    plain = account(index, entry).spoken.plain
    return name.before == "to" and re.search(told, plain, re.IGNORECASE) is not None


def is_of_others(index: Index, asked: Sequence[frozenset[str]], entry: Entry) -> bool | None:
    """Whether what an entry tells is said, and published, by others than all who are asked about.

    ``None`` where nobody says it, or it is a count, which others than who counted report.
    """
    saying, above = sayers(index, entry), index.ancestry.above
    if not saying or isinstance(entry, Figure):
        return None
    his = above(saying) | _publishers(index, entry)
    return all(each.isdisjoint(his) and saying.isdisjoint(above(each)) for each in asked)


def _publishers(index: Index, entry: Entry) -> frozenset[str]:
    """Return the entities that are named as the publishers of an entry's sources are."""
    sources = (index.pack.sources.get(citation.source) for citation in entry.citations)
    told = (index.reader.beside_names(source.publisher) for source in sources if source)
    return frozenset(
        target
        for tokens, _, links in told
        for link in links
        if link.end - link.start == len(tokens)
        for target in link.targets
    )
