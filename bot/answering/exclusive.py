"""PURE: words of which one excludes the others: what is told of a mosque is not told of a church."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bot.answering.opposites import OPPOSITES
from bot.answering.slots import texts
from bot.answering.text import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

_OF_STATE: Final = r"(?=\s+(?:minister|secretary)\b)"
_OF_SERVICE: Final = r"(?=\s+chief\b)"
_IN_A_ROW: Final = (
    r"(?=\s+(?:ever\s+)?(?:round|meeting|dialogue|session|edition|sitting|visit|phase|truce|ceasefire)\b)"
)
_LIST: Final = r"(?!\s+house)(?:[\s-]?list\w*)?"
_SPOKEN: Final = r"(?=\s+(?:language|version|translation|text|media)\b)"
_BUILDINGS: Final = """
mosque masjid imambargah imambargha / church cathedral chapel / temple mandir gurdwara / synagogue / shrine
/ school schoolchildren madrasa madrassa seminary / university universities college campus / hospital clinic
/ hotel motel / airport / market bazaar / bank / prison / embassy embassies / consulate / stadium
/ factory factories / restaurant cafe / cinema / museum / library libraries
"""
_VEHICLES: Final = """
truck lorry lorries / bus buses / plane aircraft airliner jet / ship vessel boat / helicopter chopper
/ rickshaw / bicycle / motorcycle motorbike / car taxi
"""
_PEOPLE: Final = """
spokesman spokesperson spokeswoman / lawyer attorney / driver / doctor physician / nurse / teacher / engineer
/ pilot / judge / ambassador / consul / senator / governor / mayor / bishop / cook
"""
_PORTFOLIOS: Final = """
foreign / finance / interior / defence defense / law / education / health / information / railway / sports
"""
_KINDS: Final = (
    (_BUILDINGS, ""),
    (_VEHICLES, ""),
    (_PEOPLE, ""),
    (_PORTFOLIOS, _OF_STATE),
    ("army / air / navy naval", _OF_SERVICE),
    ("suicide / drone / missile / rocket / mortar / knife stabbing / poison / airstrike", ""),
    ("money cash fund dollar / oil / gold / water / wheat / sugar / coal / electricity", ""),
    ("shia shiite / sunni / christian / hindu / sikh / jewish", ""),
    ("dollar / rupee / euro / dirham / yen / yuan", ""),
    ("english / urdu / pashto / punjabi / arabic / persian / french / german / chinese", _SPOKEN),
    ("first 1st / second 2nd / third 3rd / fourth 4th / fifth 5th / sixth 6th / seventh / eighth", _IN_A_ROW),
    (
        "black / white / grey gray / red / green / blue / yellow / orange / amber / purple / brown / pink",
        _LIST,
    ),
)
"""Kinds of things: the words for their members, of which some mean the same, and what must follow them."""
_KIN: Final = """
wife / husband / son / daughter / brother / sister / father / mother / uncle / aunt / cousin / nephew / niece
"""
_OWN: Final = r"(?:his|her|their|'s|whose)\s+(?:\w+\s+)?"
"""What stands before kin that is not the asker's."""


Found: TypeAlias = frozenset[tuple[int, str]]
"""Members of kinds that a text names, each with the number of its kind."""
_ENDS: Final = ("", "s", "es")
"""Ends with which a member is found."""
_PATTERNS: Final = tuple(
    (
        re.compile(
            rf"{before}\b({'|'.join(words.replace('/', ' ').split())})(?:{'|'.join(_ENDS)}){after}(?!\w)"
        ),
        {word: member.split()[0] for member in words.split("/") for word in member.split()},
    )
    for before, words, after in ((_OWN, _KIN, ""), *(("", *kind) for kind in _KINDS))
)
_OF_KIN: Final = 0
"""The number of the kind of which nothing tells that does not name it."""
_FIRST_OF_VERBS: Final = len(_PATTERNS)
_WORD: Final = re.compile(r"\w+")


def _by_form() -> dict[str, list[int]]:
    """Return in which kinds a word is a member: so that no text is searched for a kind without one."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for kind, (_, members) in enumerate(_PATTERNS):
        for form in (word + end for word in members for end in _ENDS):
            found[form].append(kind)
    return dict(found)


_BY_FORM: Final = _by_form()
_JOINED: Final = frozenset(kind for kind, (_, after) in enumerate(_KINDS, 1) if after == _LIST)
"""Kinds of which a longer word may have a member in it: "blacklist"."""


def named(text: str) -> Found:
    """Return the members of kinds that a text, in lower case, names; a word with an opposite is one, too."""
    words = frozenset(_WORD.findall(text))
    kinds = _JOINED.union(*(_BY_FORM[word] for word in words if word in _BY_FORM))
    found = {(kind, _PATTERNS[kind][1][word]) for kind in kinds for word in _PATTERNS[kind][0].findall(text)}
    for word in words:
        found.update((_FIRST_OF_VERBS + kind, meaning) for kind, meaning in OPPOSITES.get(stem(word), ()))
    return frozenset(found)


class Members(NamedTuple):
    """The kinds of which an entry's own words name members, and the members that they or its asks name."""

    told: frozenset[int]
    known: Found


def members_of(entry: Entry) -> Members:
    """Return the members of kinds that an entry names."""
    told = named(" ".join(texts(entry)).casefold())
    return Members(
        frozenset(kind for kind, _ in told),
        told.union(*(_alone(named(ask.casefold())) for ask in entry.asks)),
    )


def _alone(found: Found) -> Found:
    """Return the members of which a text names no other of the kind: "grey or black?" says neither."""
    kinds = [kind for kind, _ in found]
    return frozenset(each for each in found if kinds.count(each[0]) == 1)


def fixed(reading: Reading) -> Mapping[int, Found]:
    """Return the members of kinds that a question names, by kind: they exclude others.

    A verb does so only where it is not asked if something is so: the opposite tells that it is not.
    """
    whether = reading.checks or reading.sought == "truth"
    found = [each for each in named(reading.text) if not whether or each[0] < _FIRST_OF_VERBS]
    return {kind: frozenset(each for each in found if each[0] == kind) for kind, _ in found}


def of_another(asked: Mapping[int, Found], prepared: Prepared) -> str | None:
    """Return whether an entry's own words name others of a kind than a question, and no ask names its.

    Who asks for the entry by another member says that it answers that, too.
    """
    told, known = prepared.members
    for kind, found in asked.items():
        if found.isdisjoint(known) and (kind in told or kind == _OF_KIN):
            return "says nothing of that"
    return None
