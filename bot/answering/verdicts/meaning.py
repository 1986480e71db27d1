"""PURE: sentences of which the words alone prove little: what something is, who leads what, which talks."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answering.remembering import remembered
from bot.answering.verdicts.arguments import VERB, arguments, turned, without_short_forms
from bot.answering.verdicts.being import has_no_state, only_mentions
from bot.answering.verdicts.ordering import puts_in_order, reversed_order
from bot.answering.verdicts.other_way import undoes
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index
    from bot.answering.linking import Link
    from bot.answering.reading import Anatomy
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.spoken import Spoken

_IS: Final = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
_KINDS: Final = frozenset(
    """
    group groups organisation organization outfit network party body institute tank faction branch wing part
    component member members affiliate offshoot one same single militant terrorist armed extremist separatist
    """.split()
)
"""Words that say what kind of thing something is, or whose part: a list of names may have them, too."""
LEADING: Final = frozenset({"leader", "leads"})
"""Words for leading, and for who does."""
_LESSER: Final = frozenset("deputy former acting vice ex late senior a an another fellow".split())
"""Words before a leader that make him none, or one of several."""
_BEFORE: Final = 3
"""Words before a leader in which those are looked for."""
_BESIDE: Final = 4
"""Words within which a leader's name stands beside his office."""
_SKIPPED: Final = frozenset({"the", "of"})
_ACTING: Final = frozenset("led lead leads leading heads headed heading chairs chaired".split())
"""Verbs of leading, before which stands who leads."""
_BE: Final = frozenset("is are was were been".split())
_PROMISED: Final = re.compile(r"\b(?:would|will|shall|could|might)\s+(?:be\s+)?(\w+)", re.IGNORECASE)
"""What an entry says that was still to come."""
_FEW: Final = re.compile(r"\b(?:one|two|a\s+single|only\s+an?)\s+((?:\w+\s+)?\w+)", re.IGNORECASE)
_DOUBTS: Final = frozenset(
    "contested disputed unclear unconfirmed deny denies denied alleged allegedly rumour rumours rumor".split()
)
"""Words with which an entry says that something is not settled."""


def says_less(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether an entry has the words of a sentence and yet does not say so."""
    return (
        _lists_only(index, sentence, account)
        or _of_another(index, sentence, account)
        or _leads_another(index, sentence, account)
        or _only_promised(index, sentence, account)
        or _is_contested(index, sentence, account)
        or _turned(index, sentence, account)
        or _counts_fewer(index, sentence, account)
        or has_no_state(sentence, account)
        or only_mentions(sentence, account)
        or undoes(sentence.plain, account.spoken.plain)
    )


def _counts_fewer(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether a sentence has one or two of what an entry counts more of; so few are no numbers elsewhere."""
    own, said = (frozenset(_few(each.plain)) for each in (sentence, account.spoken))
    few = index.reader.keys_of(own - said) & sentence.terms.keys()
    return any(not few.isdisjoint(counted.unit) for counted in account.spoken.counted)


def _few(plain: str) -> Iterator[str]:
    """Yield the words, casefolded, soon after a "one" or "two" in a text, up to a verb."""
    for found in _FEW.findall(plain):
        first, *second = found.casefold().split()
        yield from ("people",) if first == "person" else (first,)
        yield from (word for word in second if not VERB.fullmatch(word) and not VERB.fullmatch(first))


def _turned(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether a sentence has one do to the other what the entry says the other did, or before what it did."""
    own = index.reader.anatomy(without_short_forms(sentence.plain))
    acts = arguments(own)
    if not (acts or puts_in_order(own)):
        return False
    said = index.reader.anatomy(without_short_forms(account.spoken.plain))
    return turned(acts, arguments(said)) or reversed_order(own, said)


def _is_contested(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether an entry begins with a dispute, or has one of what a sentence states as settled."""
    doubts = index.reader.keys_of(_DOUBTS)
    if not doubts.isdisjoint(sentence.terms):
        return False
    return any(
        not doubts.isdisjoint(clause) and (number == 0 or not clause.isdisjoint(sentence.terms))
        for number, clause in enumerate(account.spoken.clauses)
    )


def _only_promised(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether an entry has what a sentence says to have been only as what would be."""
    if _PROMISED.search(sentence.plain):
        return False
    promised = map(str.casefold, _PROMISED.findall(account.spoken.plain))
    return not index.reader.keys_of(promised).isdisjoint(sentence.terms)


def _lists_only(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether a sentence says what something is, or whose part, and an entry does not define it.

    An entry that lists two groups does not say that they are one, nor that one is a part of the other.
    """
    kinds = index.reader.keys_of(_KINDS)
    if not _IS.search(sentence.plain) or not sentence.terms.keys() <= kinds or not sentence.roles:
        return False
    entry, (subject, *others) = account.entry, [name.targets for name in sentence.named]
    if not isinstance(entry, Entity) or entry.id not in subject:
        return True
    above = index.ancestry.above({entry.id}) - {entry.id}
    whole = above.union(*(name.targets for name in account.spoken.named if name.before == "of"))
    return any(other.isdisjoint(whole) for other in others)


def _of_another(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether an entry tells of another thing of the name by which a sentence calls what the pack is about.

    "The dialogue" of a pack about one dialogue is that one, and no other.
    """
    usual = _usual(index)
    heads = {name.head for name in account.spoken.named if not name.targets.isdisjoint(usual)}
    heads |= _heads(index, usual)
    return any(
        name.head in sentence.terms and name.head in heads
        for name in account.spoken.named
        if name.targets.isdisjoint(sentence.entities | usual)
    )


def _usual(index: Index) -> frozenset[str]:
    """Return what the entries of the pack's default period name. Remembered."""
    return remembered(index.remembered.usual, "named", partial(_named_in_default_period, index))


def _named_in_default_period(index: Index) -> frozenset[str]:
    meant = index.pack.default_period
    return frozenset(
        named
        for position, entry in enumerate(index.entries.bare)
        if meant is not None and entry.period == meant
        for named in index.entries[position].slots.named
    )


def _heads(index: Index, entities: frozenset[str]) -> frozenset[str]:
    """Return the keys of the last words of some names. Remembered."""
    found = (index.pack.entries.get(entity) for entity in entities)
    words = [entity.name.casefold().split()[-1] for entity in found if isinstance(entity, Entity)]
    return remembered(index.remembered.usual, "heads", partial(index.reader.keys_of, words))


def _leads_another(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether a sentence says who leads whom, and an entry has him lead another, or not at the head."""
    lead = index.reader.keys_of(LEADING)
    if lead.isdisjoint(sentence.terms):
        return False
    asked = list(_led(index.reader.anatomy(without_short_forms(sentence.plain)), lead, None))
    led = frozenset(target for targets, _ in asked for target in targets)
    if not led:
        return False
    leaders = frozenset(target for targets in sentence.roles for target in targets) - led
    own = leaders if isinstance(account.entry, Entity) and account.entry.id in leaders else None
    lesser = any(less for _, less in asked)
    said = index.reader.anatomy(without_short_forms(account.spoken.plain))
    told = _led(said, lead, None if own else leaders)
    return not any(not targets.isdisjoint(led) and (lesser or not less) for targets, less in told)


def _led(
    anatomy: Anatomy, lead: frozenset[str], leaders: frozenset[str] | None
) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield whom a text says to be led, and whether by one who is not at the head.

    Where ``leaders`` are given, only what is said of one of them, as far as the words beside tell.
    """
    tokens, terms = anatomy.tokens, anatomy.terms
    begins = {link.start: link for link in anatomy.links}
    ends = {link.end: link for link in anatomy.links}
    for at, term in enumerate(terms):
        if term.key not in lead:
            continue
        word = tokens[at].word
        after = at + 1
        while after < len(tokens) and tokens[after].word in _SKIPPED:
            after += 1
        following = begins.get(after)
        if following and following.end < len(tokens) and terms[following.end].role == "content":
            following = None  # "led the US delegation" leads no country
        less = any(tokens[place].word in _LESSER for place in range(max(0, at - _BEFORE), at))
        leading = ends.get(at) if word not in _ACTING else None
        if at and tokens[at - 1].word in _BE:  # "is led by"
            leading, following = ends.get(at - 1), None
        for link in (following, leading):
            if link and (leaders is None or _beside(anatomy, link, at, leaders)):
                yield frozenset(link.targets), less


def _beside(anatomy: Anatomy, led: Link, at: int, leaders: frozenset[str]) -> bool:
    """Whether the name of a leader stands beside the word for leading and the name of what is led."""
    first, last = min(at, led.start), max(at + 1, led.end)
    return any(
        not leaders.isdisjoint(link.targets)
        and link is not led
        and (0 <= first - link.end <= _BESIDE or 0 <= link.start - last <= _BESIDE)
        for link in anatomy.links
    )
