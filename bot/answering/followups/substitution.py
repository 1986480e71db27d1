"""PURE: a question with its date, name or question word exchanged for those of a short reply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.dates.mentions import mentions
from bot.answering.followups.pointing import typed
from bot.answering.owning import is_owner
from bot.answering.text import normalise, tokenise
from bot.answering.wording import brief_name, when
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.answering.followups.frames import Frame
    from bot.answering.index import Index
    from bot.answering.linking import Link
    from bot.answering.text import Token

_END: Final = " ?.!"
_OWNS: Final = re.compile(
    r"\s+(?!(?:in|on|at|by|to|for|from|of|and|or|the|did|was|is|had|has)\b)[^\W\d_]", re.IGNORECASE
)
"""What follows a name to which something belongs."""
_ACTS: Final = re.compile(r"\b(?:did|does|do|has|have|had)\s+(?:the\s+)?$", re.IGNORECASE)
"""Words before a name of who does something."""
_APART: Final = frozenset({"place", "event", "person"})
"""Kinds in the place of which only the like is put; a body may come for a country that acts."""
_ARTICLES: Final = frozenset({"the", "a", "an"})
_WHERE: Final = frozenset("in at from of to near inside outside across".split())
_WITHIN: Final = _WHERE - {"from", "of", "to"}
_DID: Final = frozenset("did does do has have had".split())
_TWO: Final = 2
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|is|are|got|gets)\b", re.IGNORECASE)


class _Written(NamedTuple):
    """A name as a reply writes it, and the word before it."""

    name: str
    before: str


def substituted(
    index: Index, question: str, reply: str, named: Frame, as_of: date | None = None
) -> str | None:
    """Return a question with what a reply names in the place of its like; ``None`` where that is not clear.

    A date takes the place of the only date, a name that of the only name of its kind, as the reply writes
    it: "the Pakistani side". A date or place of which the question has none is added.
    """
    plain = normalise(question)
    event = (named.event,) if named.event else ()
    entities = (*named.places, *named.counters, *named.actors, *event, *named.others)
    if named.metric or len(named.periods) > 1 or len(set(entities)) > 1:
        return None
    if named.periods:
        spans = [(mention.start, mention.end) for mention in mentions(plain, as_of)]
        changed = _put(plain, spans, named.periods[0].describe(), when(named.periods[0]))
        if changed is None:
            return None
        plain = changed
    if not entities:
        return plain
    return _renamed(index, plain, entities[0], _as_written(index, reply, entities[0]), as_of)


def _as_written(index: Index, reply: str, entity: str) -> _Written:
    """Return the name of an entity as a reply writes it, with the word before it."""
    said = typed(index, reply)
    link = next((link for link in said.links if entity in link.targets), None)
    if link is None:
        return _Written(brief_name(index.pack, entity), "")
    last = said.tokens[link.end - 1]
    name = said.plain[said.tokens[link.start].start : last.start + len(last.raw)]
    return _Written(name.removesuffix("'s"), _before(said.tokens, link))


def _renamed(index: Index, plain: str, entity: str, written: _Written, as_of: date | None) -> str | None:
    """Return a question about another entity than the only one of its kind that it names.

    A country that acts may take the place of a body that does, and the other way round. A country that
    the question names already changes places with the other.
    """
    kind = _kind(index, entity)
    reading = index.reader.read(plain, as_of)
    tokens = tokenise(plain)
    if kind is None or len(tokens) != len(tokenise(reading.text)):
        return None  # nothing is like it; or a word was joined, so the places of names are not known
    # of a city and a country, the country is put in the place of another
    like = [link for link in reading.links if _type(index, link.targets[0]) == _type(index, entity)]
    like = like or [link for link in reading.links if _kind(index, link.targets[0]) == kind]
    if kind == "place" and entity in {link.targets[0] for link in like}:
        within = any(_before(tokens, link) in _WITHIN for link in like)
        return None if within else _exchanged(index, plain, [_span(tokens, link) for link in like], like)
    acting = not like and _may_act(index, entity, written)
    if acting:
        acts = _is_subject if kind == "place" else _acts
        like = [link for link in reading.links if acts(index, tokens, link)]
    passive = acting and not like and kind != "place" and _PASSIVE.search(plain)
    if passive or (written.before == "by" and not any(_acts(index, tokens, link) for link in like)):
        return _done_by(index, plain, entity, [_where(tokens, link) for link in reading.links])
    spans = [_span(tokens, link) for link in like]
    if entity not in index.places or not index.happenings.isdisjoint(reading.entities):
        return _put(plain, spans, written.name, "", acting=acting)  # what happened did so where it did
    return _put(plain, spans, written.name, f"in {brief_name(index.pack, entity)}")


def _may_act(index: Index, entity: str, written: _Written) -> bool:
    """Whether a name may take the place of who acts, though that is of another kind."""
    kind = _kind(index, entity)
    body = kind not in _APART or (kind == "person" and entity not in index.people)
    return body or (kind == "place" and written.before not in _WHERE)


def _span(tokens: Sequence[Token], link: Link) -> tuple[int, int]:
    """Return where a name stands in a text."""
    last = tokens[link.end - 1]
    return tokens[link.start].start, last.start + len(last.raw)


def _where(tokens: Sequence[Token], link: Link) -> tuple[int, int] | None:
    """Return where "in X" stands in a text; ``None`` where there is another word before X."""
    at = link.start - 1
    at -= at > 0 and tokens[at].word in _ARTICLES
    return (tokens[at].start, _span(tokens, link)[1]) if at >= 0 and tokens[at].word == "in" else None


def _done_by(index: Index, plain: str, entity: str, where: Sequence[tuple[int, int] | None]) -> str | None:
    """Return a question with who did it in the place of where it was, or at its end: "banned by X"."""
    return _put(
        plain, [span for span in where if span], added := f"by {brief_name(index.pack, entity)}", added
    )


def _exchanged(
    index: Index, plain: str, spans: Sequence[tuple[int, int]], like: Sequence[Link]
) -> str | None:
    """Return a question in which two countries change places: "X's side at the talks with Y"."""
    if len(spans) != _TWO or len({link.targets[0] for link in like}) != _TWO:
        return None
    (first, second), names = spans, [brief_name(index.pack, link.targets[0]) for link in like]
    changed = _put(plain, [second], names[0], "")
    return _put(changed, [first], names[1], "") if changed else None


def _acts(index: Index, tokens: Sequence[Token], link: Link) -> bool:
    """Whether the name of a place stands for those who act for it: "did the US ban it", not "in the US"."""
    return _kind(index, link.targets[0]) == "place" and _before(tokens, link) not in _WHERE


def _is_subject(index: Index, tokens: Sequence[Token], link: Link) -> bool:
    """Whether a name of a body stands behind "did": "did the UN list him"."""
    entity = link.targets[0]
    body = _kind(index, entity) not in {"place", "event"} and entity not in index.people
    return body and _before(tokens, link) in _DID


def _before(tokens: Sequence[Token], link: Link) -> str:
    """Return the word before a name and its article, or nothing."""
    return next((token.word for token in reversed(tokens[: link.start]) if token.word not in _ARTICLES), "")


def _put(
    plain: str, spans: list[tuple[int, int]], instead: str, added: str, *, acting: bool = False
) -> str | None:
    """Return a text with its only span exchanged, or with something added where it has none."""
    if len(spans) > 1 or not (spans or added):
        return None
    if not spans:
        return f"{plain.rstrip(_END)} {added}?"
    ((start, end),) = spans
    article = plain[:start].casefold().endswith("the ")
    if article and instead.casefold().startswith("the "):
        instead = instead[4:]
    elif article and instead.istitle() and " " not in instead:
        plain, start, end = plain[: start - 4] + plain[start:], start - 4, end - 4  # "the US", but "Pakistan"
    bare = instead[-1:].isalpha() and not instead.endswith("'s")
    acting = acting or bool(_ACTS.search(plain[:start]))
    owns = bare and not acting and _OWNS.match(plain[end:]) and is_owner(plain[start:end])
    return plain[:start] + instead + ("'s" if owns else "") + plain[end:]


def _type(index: Index, key: str) -> str | None:
    """Return the type of an entity."""
    entity = index.pack.entries.get(key)
    return entity.type if isinstance(entity, Entity) else None


def _kind(index: Index, key: str) -> str | None:
    """Return what kind of thing an entity is; places are of one kind, so is what happened, and who speaks."""
    if key in index.places:
        return "place"
    if key in index.happenings:
        return "event"
    if key in index.people or key in index.speakers:
        return "person"
    kind = _type(index, key)
    return "place" if kind in index.place_types else kind
