"""PURE: deeds of which an entry without a word for them tells nothing: who signed, whether he replied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.slots import texts
from bot.answering.text import stem
from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.other_sayers import sayers
from bot.knowledge.model import Entity, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.verdicts.other_doers import Done
    from bot.knowledge.model import Entry

_REPLIES: Final = frozenset("react respond reply answer".split())
"""Verbs that want an entry in which whoever is asked to have done so does or says something."""
_DEEDS: Final = """
react respond reply answer : react respon repl answer reject accept refus dismiss agree den(?:y|ied) welcom
    condemn said say told tell call vow warn
thank : thank grateful gratitude
apologise apologize : apolog sorry
protest : protest demonstrat rall(?:y|ied)
host : host
interview : interview
sign : sign
author draft pen : author draft pen(?:ned)?\\b wr(?:ote|itten)
organise organize arrange : organi[sz] arrang
fund finance sponsor bankroll : fund financ sponsor bankroll paid pay money support
invite : invit
accompany : accompan with
investigate probe : investigat prob inquir enquir
convict sentence execute hang prosecute : convict sentenc execut hang prosecut trial court
resign : resign step quit
compensate : compensat
correct retract : correct(?:ed|s|ion) retract withdr amend clarif revis
mourn : mourn condol
celebrate : celebrat
translate : translat
"""
"""Verbs of one kind, and the beginnings of words by which an entry tells of it."""


_WITHIN: Final = 9
"""Words up to which the verb behind "which" is looked for."""


class Deed(NamedTuple):
    """What somebody is asked to have done: by what words it is told, and who must act where he replied."""

    told: re.Pattern[str]
    doers: frozenset[str]


def _by_stem() -> dict[str, re.Pattern[str]]:
    """Return by the stem of each verb what tells of it."""
    found: dict[str, re.Pattern[str]] = {}
    for line in re.sub(r"\n\s+", " ", _DEEDS).strip().splitlines():
        verbs, _, told = line.partition(" : ")
        pattern = re.compile(rf"\b(?:{'|'.join(told.split())})", re.IGNORECASE)
        found |= {stem(verb): pattern for verb in verbs.split()}
    return found


_TOLD: Final = _by_stem()
_REPLYING: Final = frozenset(map(stem, _REPLIES))


def asked_deeds(reading: Reading, done: Iterable[Done]) -> list[Deed]:
    """Return, of such deeds, what a question asks that somebody has ``done``, or who did it."""
    words = reading.words
    deeds = [
        Deed(_TOLD[verb], each.doers if verb in _REPLYING else frozenset())
        for each in done
        if (verb := stem(words[each.at])) in _TOLD
    ]
    return [*deeds, *(Deed(_TOLD[verb], frozenset()) for verb in _who_did(words) if verb in _TOLD)]


def _who_did(words: Sequence[str]) -> Iterator[str]:
    """Yield the stem of what is asked who did it: the verb behind "who", or one in the past after "which"."""
    if words[:1] == ("who",):
        yield from map(stem, words[1:2])
    elif words[:1] == ("which",) and "did" not in words:
        yield from (stem(word) for word in words[2:_WITHIN] if word.endswith("ed"))


def leaves_untold(index: Index, asked: Sequence[Deed], entry: Entry) -> bool:
    """Whether an entry has no word of a deed, or tells nothing that he did or said who is to have replied."""
    if isinstance(entry, Entity):
        return False
    told = " | ".join(filter(None, (*texts(entry), entry.note, *entry.asks)))
    return any(not deed.told.search(told) or not _acts(index, deed.doers, entry) for deed in asked)


def _acts(index: Index, doers: frozenset[str], entry: Entry) -> bool:
    """Whether some of those do or say something in an entry; nobody need where there are none."""
    if not doers:
        return True
    named = () if isinstance(entry, Quote) else account(index, entry).spoken.named
    acting = (target for name in named if name.opens and name.is_role for target in name.targets)
    return not doers.isdisjoint(index.ancestry.above([*sayers(index, entry), *acting]))
