"""PURE: words that say of whom a count is asked, or what became of them: what lacks them counts others."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import COUNTING, TAKING_PLACE
from bot.answering.names import counters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.answering.reading import Reading
    from bot.answering.text import Token

_KINDS: Final = frozenset(
    """
    women men boys girls children kids infants babies toddlers teenagers adults elderly orphans widows mothers
    civilians noncombatants bystanders passersby residents locals villagers nomads
    foreigners tourists travellers travelers migrants refugees expatriates expats
    journalists reporters correspondents cameramen photographers editors bloggers anchors
    doctors nurses medics paramedics physicians surgeons vaccinators pharmacists
    teachers professors lecturers students pupils schoolchildren principals academics scholars
    politicians lawmakers parliamentarians senators mayors bureaucrats
    lawyers judges magistrates prosecutors activists campaigners volunteers
    prisoners inmates detainees convicts hostages captives
    workers labourers laborers miners farmers shepherds fishermen engineers drivers passengers pilgrims pilots
    sailors conductors porters cooks guards watchmen firefighters rescuers
    shopkeepers traders merchants businessmen bankers employees
    clerics imams priests nuns bishops monks preachers christians hindus sikhs ahmadis
    shias shiites sunnis muslims jews buddhists
    diplomats ambassadors envoys consuls contractors
    dogs cats horses cows sheep goats camels donkeys animals vehicles buses cars trucks trains planes aircraft
    helicopters ships boats houses homes shops schools hospitals mosques churches temples bridges pipelines
    """.split()
)
"""Kinds of people, and of things, of whom some may be counted, as they are written of several.

Whoever fights is none of them: militants and soldiers kill as well as are killed.
"""
_FATES: Final = frozenset(
    """
    arrested detained jailed imprisoned sentenced hanged kidnapped abducted evacuated displaced deported
    expelled extradited repatriated poisoned drowned beheaded tortured surrendered hospitalised hospitalized
    vaccinated rescued saved freed executed missing
    """.split()
)
"""What becomes of people who are neither killed nor hurt."""
_SIGNS: Final = {
    "military army navy troops soldiers forces": (
        "military army nav(?:y|al) troops soldier forces ispr general commander"
    ),
    "police": "police constable inspector",
    "parliament": "parliament assembly senate lawmaker legislat",
    "media press newspapers": "media press newspaper outlet",
    "court courts": "court judge",
    "doctors hospitals": "doctor hospital",
    "intelligence": "intelligence isi",
    **{
        each: each.removesuffix("s")
        for each in """
            government authorities officials ministry rescuers investigators locals residents witnesses
            opposition
        """.split()
    },
}
"""Words for those without a name, and how words begin with which a text says that they are in it."""
OFFICES: Final[Mapping[str, re.Pattern[str]]] = {
    office: re.compile(rf"\b(?:{'|'.join(signs.split())})")
    for offices, signs in _SIGNS.items()
    for office in offices.split()
}
"""Who may have counted, or done something, and has no name of its own, with what finds them in a text."""
ACTORS: Final = (
    "military army navy police opposition parliament media press court courts intelligence".split()
)
"""Those of them whose deeds are nobody else's: a government's are told as those of its country."""
_NO_KINDS: Final = frozenset(
    """
    deaths dead killings casualties injuries fatalities victims lives bodies souls losses tolls persons humans
    times cases events numbers figures counts reports days weeks months years hours minutes series forces
    folks guys lads comrades fellows citizens others names things
    percent shares parts levels rounds sources outlets papers
    """.split()
) | frozenset(f"{word}s" for word in TAKING_PLACE)
"""Words of several that may stand for whatever is counted."""
_BETWEEN: Final = frozenset("of the these those more than over about other different such".split())
_AUXILIARIES: Final = frozenset("were was are is got get been being have has had lost".split())
_DOING: Final = frozenset("did do does by have has had who".split())
"""Words after which no noun comes, but who did something or that he does: "who claims attacks rose"."""
_SHORT: Final = 4
"""Letters up to which an "s" tells no word of several."""
_ALL: Final = _KINDS | _FATES
_SELF: Final = frozenset("my our your us we you".split())
"""Words before somebody who asks or is spoken to."""
_CUES: Final = frozenset("many any no number count total figure tally kitne kitni".split())
"""Words soon before whom is counted."""
_AFTER_CUE, _AROUND = 3, 4
"""Words after a cue, and before and after the words for what is counted, in which whom it is of stands."""


def singled_out(
    reading: Reading, free: Sequence[Token], tokens: Sequence[Token], own: Sequence[Token]
) -> Iterator[str]:
    """Yield the words of a question that say of whom a count is, or of what fate.

    ``free`` are its words outside names and dates, ``own`` those that say what is counted, if any do.
    """
    likely = [token for token in free if token.word in _ALL or _is_of_several(token)]
    if not likely:
        return
    at = {token.start: number for number, token in enumerate(tokens)}
    counted = [at[token.start] for token in own]
    counts = reading.amount or reading.quantity or bool(reading.numbers) or reading.sought is None
    for token in likely:
        place = at[token.start]
        fate = counts and token.word in _FATES
        listed = token.word in _KINDS and _is_slot(tokens, place, counted)
        if fate or listed or (_is_of_several(token) and _is_just_before(tokens, place, counted)):
            yield token.word


def _is_of_several(token: Token) -> bool:
    """Whether a word looks like a noun of several, and names no happening, time or share."""
    word = token.word
    several = len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return several and word not in _NO_KINDS


def _is_just_before(tokens: Sequence[Token], at: int, counted: Sequence[int]) -> bool:
    """Whether a word stands right before what is counted, or behind a number and soon before that."""
    if at in counted:
        return False
    behind = at - 1
    while behind >= 0 and tokens[behind].word in _BETWEEN:
        behind -= 1
    cue = tokens[behind].word if behind >= 0 else ""
    if cue in _CUES or cue in COUNTING or (cue and tokens[behind].number):
        return any(at < number <= at + _AROUND for number in counted)
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].word in _AUXILIARIES:
        ahead += 1
    return ahead in counted and cue not in _DOING


def offices(tokens: Sequence[Token], publishers: AbstractSet[str] = frozenset()) -> frozenset[str]:
    """Return the words for those who counted, as a question has it: of no name, or ``publishers``.

    Whose government it is, a name before it says: "the US government's report".
    """
    here = [
        token.word
        for before, token in pairwise((None, *tokens))
        if token is not None
        and (token.word in OFFICES or token.word in publishers)
        and not (token.word == "government" and before is not None and before.capital)
    ]
    return frozenset(token.word for token in counters(tokens) if token.word in here) if here else frozenset()


def _is_slot(tokens: Sequence[Token], at: int, counted: Sequence[int]) -> bool:
    """Whether at some place stands of whom a count is: by a number, "how many" or what is counted."""
    before = tokens[max(0, at - _AFTER_CUE) : at]
    if before and before[-1].word in _SELF:
        return False
    if any(token.number or token.word in _CUES or token.word in COUNTING for token in before):
        return True
    near = [number for number in counted if abs(number - at) <= _AROUND]
    return any("how" not in (token.word for token in tokens[at:number]) for number in near)
