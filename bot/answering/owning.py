"""PURE: whose something is in a text: "Pakistan's delegation", "the US interagency team", "head of FATF"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.lexicon import PEOPLES
from bot.answering.remembering import remembered
from bot.answering.slots import texts
from bot.answering.text import is_acronym
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from bot.answering.index import Index
    from bot.answering.linking import Link
    from bot.answering.reading import BesideNames
    from bot.answering.text import Token
    from bot.knowledge.model import Entry

Owned: TypeAlias = "Mapping[str, frozenset[str]]"
"""For the key of a word, the entities whose it is."""
_AFTER: Final = 2
"""Words after a name that are looked at: "the US interagency delegation"."""
_POSSESSIVE: Final = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
_DID: Final = ("ed", "ve", "s")
"""Ends of words behind a name that may be verbs: "the United States imposed"."""
_DOING: Final = re.compile(r"led|headed|heads?|leads?|chaired|chairs?|joined|sent|named|met")
"""Words before a name that the name is no subject of."""
_OF: Final = frozenset({"of", "from"})


def anothers(index: Index, question: str, entries: Sequence[Entry]) -> frozenset[str]:
    """Return the ids of entries in which what a question asks of one is another's of the same kind.

    Only where another entry has it as that one's: else the words do not tell.
    """
    asked = owned(index.reader.beside_names(question))
    asked = {word: owners for word, owners in asked.items() if any(_kind(index, owner) for owner in owners)}
    if not asked:  # taking entries apart for the first time takes longest
        return frozenset()
    held_in = partial(_held_in, index, index.reader.forms_of(asked))
    doubtful = [entry for entry in entries if _is_another_s(index, asked, held_in(texts(entry)))]
    if not doubtful:
        return frozenset()
    whole = {entry.id: held_in((*texts(entry), *entry.asks)) for entry in entries}
    out = frozenset(entry.id for entry in doubtful if _is_another_s(index, asked, whole[entry.id]))
    return out if any(_has(asked, held) for held in whole.values()) else frozenset()


def _held_in(index: Index, forms: frozenset[str], told: Iterable[str]) -> Owned:
    """Return whose what is in some texts of the pack, of those that have a word in one of its ``forms``.

    A text is taken apart once, when it is asked for what it has.
    """
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for text in told:
        small = text.casefold()
        if any(form in small for form in forms):
            for word, owners in owned_in(index, text).items():
                found[word] |= owners
    return found


def owned_in(index: Index, text: str) -> Owned:
    """Return whose what is in a text of the pack. Remembered by the text."""
    return remembered(index.remembered.owned, text, lambda: owned(index.reader.beside_names(text)))


def owned(told: BesideNames) -> Owned:
    """Return whose what is in a text: of a name, the telling words after it, or the one before "of"."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, owners in _pairs(told):
        found[word].update(owners)
    return {word: frozenset(owners) for word, owners in found.items()}


def _pairs(told: BesideNames) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the telling words beside each name, with what it may name."""
    tokens, terms, links = told
    named = {at for link in links for at in range(link.start, link.end)}
    for link in links:
        begin = _after(tokens, link, named)
        for at in range(begin, min(len(tokens), begin + _AFTER) if begin else 0):
            if at in named or terms[at].role != "content":
                break
            yield terms[at].key, link.targets
        before = link.start - 1
        before -= before >= 0 and tokens[before].word == "the"
        if before >= 1 and tokens[before].word in _OF and terms[before - 1].role == "content":
            yield terms[before - 1].key, link.targets


def _after(tokens: Sequence[Token], link: Link, named: Container[int]) -> int:
    """Return where what belongs to a name begins, or 0 where the name owns nothing: "Washington froze".

    It owns as an adjective, as initials, with an "s", behind an article or who led it ("led the Pakistan
    delegation"); of two joined names both do: "US-Pakistani".
    """
    end, last = link.end, tokens[link.end - 1]
    joined = end
    while joined in named or (joined + 1 in named and tokens[joined].word == "and"):
        joined += 1
    follows = tokens[end].word if end < len(tokens) else ""
    before = tokens[link.start - 1].word if link.start else ""
    beside = (before == "the" or bool(_DOING.fullmatch(before))) and not follows.endswith(_DID)
    return joined if joined > end or is_owner(last.raw) or beside else 0


def is_owner(raw: str) -> bool:
    """Whether a name as written stands before what is its own: an adjective, initials, or with an "s"."""
    return raw.casefold() in PEOPLES or is_acronym(raw) or raw.endswith(_POSSESSIVE)


def _is_another_s(index: Index, asked: Owned, held: Owned) -> bool:
    """Whether what is asked of one is another's of the same kind, and never that one's."""
    for word, owners in asked.items():
        others = held.get(word, frozenset())
        alike = {_kind(index, owner) for owner in owners} & {_kind(index, other) for other in others}
        if alike - {None} and others.isdisjoint(owners):
            return True
    return False


def _has(asked: Owned, held: Owned) -> bool:
    """Whether something that is asked of one is that one's."""
    return any(not owners.isdisjoint(held.get(word, ())) for word, owners in asked.items())


def _kind(index: Index, key: str) -> str | None:
    """Return what kind of place an entity is, as a country; ``None`` for anything else."""
    entity = index.pack.entries.get(key)
    kind = entity.type if isinstance(entity, Entity) else None
    return kind if kind in index.place_types else None
