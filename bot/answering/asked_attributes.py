"""PURE: words of a question that an entry must have: a court, a weapon, and who is asked to have said so."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading

_ATTRIBUTES: Final = frozenset(
    """
    court courts verdict trial lawyer lawyers phone telephone email website
    transcript recording breakdown cameras camera livestream podcast
    editor photographer translator driver motorbike motorcycle bicycle plane aircraft airline flight
    weapon weapons rifle rifles pistol pistols grenade grenades
    woman women child children girl girls boy boys
    headline
    budget salary pension compensation successor predecessor biography education taleem hobby hobbies
    wife religion passport hotel weather temperature menu dinner lunch breakfast
    followers retweets autopsy fingerprints dna funeral funerals
    """.split()
)
"""What people ask for of anything, by words that hardly anybody puts otherwise or uses for something else."""
_SAYING: Final = frozenset("say think comment react respond reply answer".split())
"""Verbs of which who is asked to have done so must be spoken of."""
_ASKING: Final = frozenset({("what", "did"), ("how", "did")})
_NOT_PEOPLE: Final = frozenset(
    """
    and or when that to who which mean end close each one ones both either side sides everyone
    statement report reports survey readout release note article paper study announcement
    """.split()
)
"""Words of what somebody wrote, and with which others than speakers begin."""
_UNTOLD: Final = FUNCTION_WORDS | frozenset(
    """
    minister president secretary general ambassador chief senator spokesman spokeswoman spokesperson
    mr mrs ms dr prime foreign defence defense interior official
    """.split()
)
"""Words beside those for speakers that an entry may go without: their titles, which it may put otherwise."""
_WITHIN: Final = 8
"""Words behind "did" in which the verb stands."""


def asked_attributes(reading: Reading) -> Iterator[Callable[[Prepared], str | None]]:
    """Yield what tells of an entry whether it lacks what is asked for by a word of its own."""
    if not _ATTRIBUTES.isdisjoint(reading.words):
        both = zip(reading.words, reading.order, strict=True)
        yield partial(_has_not, frozenset(key for word, key in both if word in _ATTRIBUTES))
    speakers = _speakers(reading) if "did" in reading.words else None
    if speakers:
        yield partial(_has_not, speakers)


def _speakers(reading: Reading) -> frozenset[str]:
    """Return the keys of the words, outside names, for those who are asked to have said something."""
    words = reading.words
    did = next((at for at, pair in enumerate(pairwise(words), 1) if pair in _ASKING), len(words))
    said = next((at for at in range(did + 1, min(did + _WITHIN, len(words))) if words[at] in _SAYING), did)
    named = {at for link in reading.placed for at in range(link.start, link.end)}
    between = [at for at in range(did + 1, said) if at not in named]
    if any(words[at] in _NOT_PEOPLE or words[at].isdigit() for at in between):
        return frozenset()
    return frozenset(reading.order[at] for at in between if words[at] not in _UNTOLD)


def _has_not(keys: frozenset[str], prepared: Prepared) -> str | None:
    """Return whether neither an entry nor who asks for it has some words, by their keys."""
    return None if keys <= prepared.document else "says nothing of that"
