"""PURE: whether an entry says of another what a question asks somebody to have done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.remembering import remembered
from bot.answering.slots import texts
from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.arguments import arguments, without_short_forms
from bot.knowledge.model import Event, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

Done: TypeAlias = "tuple[str, frozenset[str]]"
"""The key of a verb, and what the name of who does it may mean."""
_ASKING: Final = frozenset({"did", "doe", "has"})
"""The keys of words after which stands who did something: "when did X ban Y"."""


def done_by_another(index: Index, asked: Sequence[Done], entry: Entry) -> bool:
    """Whether all who did in an entry what somebody is asked to have done are others of the kind.

    Where it says nothing of who did that, or names who is asked about, it may still be so: many do something
    together, and some sentences are hard to take apart.
    """
    if not isinstance(entry, Fact | Event):
        return False
    done = doing(index, entry)
    named = {target for name in account(index, entry).spoken.named for target in name.targets}
    others = [(verb, doers) for verb, doers in asked if doers.isdisjoint(named)]
    return any(_all_others(index, doers, done.get(verb, frozenset())) for verb, doers in others)


def asked_to_have_done(reading: Reading) -> list[Done]:
    """Return each verb behind "did" and a name, or before "by" one, by its key, with what it may mean."""
    found: list[Done] = []
    words = reading.order
    for link in (each for each in reading.links if each.end <= len(words)):  # others stood before it
        before = link.start - 1
        before -= before > 0 and words[before] == "the"
        doers = frozenset((*link.targets, *link.loosely))
        if before >= 0 and words[before] in _ASKING and link.end < len(words):
            found.append((words[link.end], doers))
        elif before > 0 and words[before] == "by":
            found.append((words[before - 1], doers))
    return found


def doing(index: Index, entry: Entry) -> Mapping[str, frozenset[str]]:
    """Return the entities that do each verb, by its key, in what an entry says. Remembered by its id."""
    return remembered(index.remembered.doing, entry.id, lambda: _doing(index, texts(entry)))


def _doing(index: Index, told: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the entities that do each verb, by its key, in some texts."""
    found: dict[str, frozenset[str]] = {}
    for text in told:
        acts = arguments(index.reader.anatomy(without_short_forms(text)))
        for verb, each in acts.items():
            doers = (item for act in each for item in act.doing if item in index.pack.entries)
            found[verb] = found.get(verb, frozenset()).union(doers)
    return found


def _all_others(index: Index, asked: frozenset[str], doers: frozenset[str]) -> bool:
    """Whether some who do something are none of those asked about, nor a part of them or they of these.

    A person may act for a body, so neither is another of the other.
    """
    if not doers or not asked.isdisjoint(index.ancestry.above(doers)):
        return False
    if not doers.isdisjoint(index.ancestry.above(asked)):
        return False
    both = doers | asked
    return both <= index.people or both.isdisjoint(index.people)
