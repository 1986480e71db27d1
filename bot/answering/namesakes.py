"""PURE: entities of one short name, as "Taliban": whoever names one of them in full means no other."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.slots import fields, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.linking import Link
    from bot.answering.prepared import Prepared
    from bot.answering.text import Token
    from bot.knowledge.model import Entity


class InFull(NamedTuple):
    """An entity with a short name that others have too, and what finds its other names in a text."""

    entity: str
    short: frozenset[str]
    names: re.Pattern[str]


def namesakes(entities: Iterable[Entity]) -> Mapping[str, InFull]:
    """Return the entities of which a name of one word is the last word of a name of another."""
    named = {entity.id: {name.casefold() for name in (entity.name, *entity.aliases)} for entity in entities}
    ending: defaultdict[str, set[str]] = defaultdict(set)
    for entity, names in named.items():
        for name in names:
            if " " in name:
                ending[name.rpartition(" ")[2]].add(entity)
    found: dict[str, InFull] = {}
    for entity, names in named.items():
        short = frozenset(name for name in names if " " not in name and ending.get(name, set()) - {entity})
        if short and names - short:
            full = "|".join(re.escape(name) for name in sorted(names - short, key=len, reverse=True))
            found[entity] = InFull(entity, short, re.compile(rf"\b(?:{full})\b"))
    return found


def in_full(
    known: Mapping[str, InFull], links: Iterable[Link], tokens: Sequence[Token]
) -> tuple[InFull, ...]:
    """Return those of the entities that a question names, and not by the short name alone."""
    shared = ((known[link.targets[0]], link) for link in links if link.targets[0] in known)
    return tuple(
        each
        for each, link in shared
        if " ".join(token.word for token in tokens[link.start : link.end]) not in each.short
    )


def of_a_namesake(meant: Iterable[InFull], prepared: Prepared) -> str | None:
    """Return an entity that is named in full and that an entry has by its short name at most."""
    entry = prepared.entry
    told: str | None = None
    for each in meant:
        if each.entity not in fields(entry):
            told = told or " ".join((*texts(entry), *entry.asks, entry.note or "")).casefold()
            if not each.names.search(told):
                return f"not about {each.entity}"
    return None
