"""PURE: words that say of whom a count is asked, or what became of them: what lacks them counts others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import COUNTING
from bot.answering.names import counters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    vaccinated
    """.split()
)
"""What becomes of people who are neither killed nor hurt."""
_FORCES: Final = ("military", "army", "navy", "troops", "soldiers", "forces")
OFFICES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(_FORCES, _FORCES),
    **{
        each: (each.removesuffix("s"),)
        for each in """
            government police authorities officials ministry parliament media press newspapers hospitals
            doctors rescuers courts intelligence investigators locals residents witnesses opposition
        """.split()
    },
}
"""Who may have counted and has no name of its own, with how a text says so."""
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
    at = {token.start: number for number, token in enumerate(tokens)}
    counted = [at[token.start] for token in own]
    counts = reading.amount or reading.quantity or bool(reading.numbers)
    for token in free:
        fate = counts and token.word in _FATES
        if fate or (token.word in _KINDS and _is_slot(tokens, at[token.start], counted)):
            yield token.word


def offices(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the words for those who counted, as a question has it, where they are no names."""
    return frozenset(token.word for token in counters(tokens) if token.word in OFFICES)


def _is_slot(tokens: Sequence[Token], at: int, counted: Sequence[int]) -> bool:
    """Whether at some place stands of whom a count is: by a number, "how many" or what is counted."""
    before = tokens[max(0, at - _AFTER_CUE) : at]
    if before and before[-1].word in _SELF:
        return False
    if any(token.number or token.word in _CUES or token.word in COUNTING for token in before):
        return True
    near = [number for number in counted if abs(number - at) <= _AROUND]
    return any("how" not in (token.word for token in tokens[at:number]) for number in near)
