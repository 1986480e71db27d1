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
    """Return each verb behind "did" and a name, by its key, with what the name may mean."""
    words = reading.order
    return [
        (words[link.end], frozenset((*link.targets, *link.loosely)))
        for link in reading.links
        if link.start > 0 and link.end < len(words) and _is_subject(words, link.start)
    ]


def _is_subject(words: tuple[str, ...], start: int) -> bool:
    """Whether a name that begins at a word stands behind "did", with or without an article."""
    return words[start - 1 - (words[start - 1] == "the" and start > 1)] in _ASKING


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
