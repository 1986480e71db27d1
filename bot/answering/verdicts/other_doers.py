"""PURE: whether an entry says of another what a question asks somebody to have done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bot.answering.lexicon import LINKING_WORDS
from bot.answering.remembering import remembered
from bot.answering.slots import texts
from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.arguments import Arguments, arguments, without_short_forms
from bot.knowledge.model import Event, Fact, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

Acts: TypeAlias = "Mapping[str, Sequence[Arguments]]"
"""For the key of a verb, what it has beside it each time."""
_SPEAKER: Final = frozenset({"we", "i"})
_NEAR: Final = 4
"""Words before a verb in which a speaker says that he does it."""
_ASKING: Final = frozenset({"did", "doe", "has"})
"""The keys of words after which stands who did something: "when did X ban Y"."""
_OUTLAWING: Final = ("ban", "outlaw", "proscribe", "list", "blacklist", "designate", "sanction", "put")
"""Verbs of which one may be what another calls by another of them."""
_NO_VERBS: Final = LINKING_WORDS | {"and", "or"}
_ADVERB: Final = re.compile(r"(?!reply|rely|apply|supply|comply|imply|fly|rally|ally)\w+ly")
"""An adverb, which may stand before the verb: "publicly"."""


class Done(NamedTuple):
    """What somebody is asked to have done."""

    verb: str
    """Its key."""
    at: int
    """Which word of the question it is."""
    doers: frozenset[str]
    """What the name of who does it may mean."""
    onto: frozenset[str]
    """What the name behind it may mean."""


def done_by_another(index: Index, asked: Sequence[Done], entry: Entry) -> bool:
    """Whether all who did in an entry what somebody is asked to have done are others of the kind.

    Where it says nothing of who did that, or names who is asked about, it may still be so: many do something
    together, and some sentences are hard to take apart. But not where it was done to him or in his country.
    """
    if isinstance(entry, Quote):
        return _speaks_of_own(index, asked, entry)
    if not isinstance(entry, Fact | Event | Figure):
        return False
    done = doing(index, entry)
    spoken = account(index, entry).spoken
    where = frozenset(target for name in spoken.named if name.is_place for target in name.targets)
    return any(_not_by(index, each, done, spoken.entities, where) for each in asked)


def _not_by(index: Index, asked: Done, done: Acts, named: frozenset[str], where: frozenset[str]) -> bool:
    """Whether others did what somebody is asked to have done: the same, or something else to the same."""
    acts = done.get(asked.verb, ())
    if acts and not asked.doers.isdisjoint(named):
        return _done_to(index, asked.doers, acts, where)
    alike = acts or _to_the_same(index, asked, done)
    return _all_others(index, asked.doers, _entities(index, alike))


def _to_the_same(index: Index, asked: Done, done: Acts) -> list[Arguments]:
    """Return what was done to whom somebody is asked to have outlawed: what one outlaws, another may list."""
    if not asked.onto or asked.verb not in index.reader.keys_of(_OUTLAWING):
        return []
    return [act for acts in done.values() for act in acts if not asked.onto.isdisjoint(act.done_to)]


def _done_to(index: Index, asked: frozenset[str], acts: Sequence[Arguments], where: frozenset[str]) -> bool:
    """Whether others did it all, and some of it to those who are asked about, or at a place of theirs."""
    if not all(act.doing and asked.isdisjoint(act.doing) for act in acts):
        return False
    if any(not asked.isdisjoint(act.toward) for act in acts):
        return True
    there = any(not asked.isdisjoint(act.beside & where) for act in acts)
    return there and _all_others(index, asked, _entities(index, acts))


def _speaks_of_own(index: Index, asked: Sequence[Done], quote: Quote) -> bool:
    """Whether a speaker says of his own side ("we suspend aid") what another is asked to have done."""
    own = index.ancestry.above([quote.speaker])
    acts = own_deeds(index, quote)
    return any(each.verb in acts and own.isdisjoint(each.doers) for each in asked)


def own_deeds(index: Index, quote: Quote) -> frozenset[str]:
    """Return the keys of the words soon behind a speaker's "we" or "I". Remembered by the quote's id."""
    return remembered(index.remembered.own, quote.id, lambda: _own_deeds(index, quote.words))


def _own_deeds(index: Index, words: str) -> frozenset[str]:
    """Return the keys of the words of a speech soon behind "we" or "I"."""
    keys = [term.key for term in index.reader.anatomy(words).terms]
    near = (keys[max(0, number - _NEAR) : number] for number in range(len(keys)))
    return frozenset(key for key, before in zip(keys, near, strict=True) if not _SPEAKER.isdisjoint(before))


def _entities(index: Index, acts: Iterable[Arguments]) -> frozenset[str]:
    """Return the entities that do something."""
    return frozenset(item for act in acts for item in act.doing if item in index.pack.entries)


def asked_to_have_done(reading: Reading) -> list[Done]:
    """Return each verb behind "did" and a name, or before "by" one, by its key, with what it may mean."""
    found: list[Done] = []
    words = reading.order
    for link in reading.placed:
        before = link.start - 1
        before -= before > 0 and words[before] == "the"
        doers = frozenset((*link.targets, *link.loosely))
        verb = link.end
        verb += verb < len(words) and _ADVERB.fullmatch(reading.words[verb]) is not None
        joins = verb < len(words) and reading.words[verb] in _NO_VERBS  # "did X and Y ban"
        if before >= 0 and words[before] in _ASKING and verb < len(words) and not joins:
            found.append(Done(words[verb], verb, doers, _behind(reading, verb)))
        elif before > 0 and words[before] == "by":
            found.append(Done(words[before - 1], before - 1, doers, frozenset()))
    return found


def _behind(reading: Reading, verb: int) -> frozenset[str]:
    """Return what the name behind a verb may mean."""
    at = verb + 1 + (reading.order[verb + 1 : verb + 2] == ("the",))
    return frozenset(target for link in reading.placed if link.start == at for target in link.targets)


def doing(index: Index, entry: Entry) -> Acts:
    """Return what each verb, by its key, has beside it in what an entry says. Remembered by its id."""
    return remembered(index.remembered.doing, entry.id, lambda: _doing(index, texts(entry)))


def _doing(index: Index, told: Iterable[str]) -> Acts:
    """Return what each verb, by its key, has beside it in some texts."""
    found: dict[str, tuple[Arguments, ...]] = {}
    for text in told:
        for verb, acts in arguments(index.reader.anatomy(without_short_forms(text))).items():
            found[verb] = (*found.get(verb, ()), *acts)
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
