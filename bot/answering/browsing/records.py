"""PURE: entries as a member browses them: in words, with what speaks against them, and by topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.slots import fields, texts
from bot.answering.trust.disputes import companions
from bot.answering.wording import statement

if TYPE_CHECKING:
    from bot.answering.answer import Statement
    from bot.answering.browsing.choosing import Wanted
    from bot.answering.index import Index
    from bot.knowledge.model import Entry


@dataclass(frozen=True, slots=True)
class Record:
    """One entry in words. ``rivals`` and ``dispute_notes`` give other accounts of the same thing."""

    statement: Statement
    title: str = ""
    """Headline of an event that has a sentence besides."""
    rivals: tuple[Statement, ...] = ()
    dispute_notes: tuple[str, ...] = ()


def record(index: Index, entry: Entry, title: str = "") -> Record:
    """Put an entry in words with every other account of the same thing."""
    beside = companions(index, entry, [], frozenset())
    rivals = tuple(statement(index.pack, other) for other in beside.entries)
    return Record(statement(index.pack, entry), title, rivals, beside.notes)


def is_about(index: Index, entry: Entry, topic: Wanted, names: dict[str, tuple[str, ...]]) -> bool:
    """Whether an entry has a topic: an entity or what that is part of, or words in its own texts."""
    named = {above for entity in fields(entry) for above in index.ancestry.of(entity)}
    spoken = (name for entity in fields(entry) for name in names.get(entity, ()))
    return topic.fits(named, (*texts(entry), *spoken))


def topic_name(topic: Wanted, names: dict[str, tuple[str, ...]]) -> str:
    """Return what a typed option means in words: names, or the words as typed."""
    if topic.keys:
        return "; ".join(sorted(names[key][0] for key in topic.keys))
    return f"“{topic.typed}”" if topic.typed is not None else ""
