"""PURE: verbs and the like of which one is the opposite of the other, whatever the pack: begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.text import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPPOSITES: Final = """
begin began begun start launch commence onset / end finish conclude expire collapse / extend prolong
write wrote written pen author draft / delete erase retract censor
suspend freeze froze frozen halt cut cancel withhold withheld / double increase raise resume restore expand
biggest largest greatest highest / smallest lowest least fewest
deadliest bloodiest worst / safest calmest quietest
longest / shortest
earliest oldest / latest newest
meet met / fight fought sue snub ignore avoid
visit tour / bomb invade attack boycott avoid
approve sign endorse ratify pass / reject veto oppose block refuse
agree accept / refuse reject decline fail
announce declare reveal confirm / deny retract postpone regret
publish print / retract censor withdraw
offer pledge promise / refuse withdraw withdrew withhold demand
support assist help aid / oppose sabotage undermine
train teach taught / fire sack dismiss recruit
held hold host convene / cancel postpone boycott skip
lead led head chair / leave left quit skip miss boycott
renew reaffirm reiterate repeat / abandon drop break broke
thank praise commend / criticise criticize blame condemn denounce
condemn denounce deplore / celebrate welcome hail justify
ban outlaw proscribe / legalise legalize unban
designate list sanction blacklist / delist pardon
found form create establish / dissolve disband
kill slain murder die dead / save rescue
arrest capture detain / release free acquit
arrive / leave left depart
join / quit leave left
win won / lose lost
buy bought / sell sold
build built construct / destroy demolish
merge / split separate
injure wound / heal cure
review discuss / ignore
claim / deny disown investigate
pay paid disburse / refund owe
cancel suspend withhold withheld scrap / pay paid disburse
hire appoint / fire sack dismiss resign
import / export
attend / skip boycott miss
remember recall / forget forgot
borrow / lend lent
enter / exit leave left
"""
"""A line of words of which those that mean one thing exclude its opposite, and what excludes both."""


def _by_stem() -> dict[str, tuple[tuple[int, str], ...]]:
    """Return for the stem of each word the lines that it stands in, with what it means there."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for line, words in enumerate(_OPPOSITES.strip().split("\n")):
        for side in words.split("/"):
            meaning, *_ = side.split()
            for key in dict.fromkeys(map(stem, side.split())):
                found[key] = (*found.get(key, ()), (line, meaning))
    return found


OPPOSITES: Final[Mapping[str, tuple[tuple[int, str], ...]]] = _by_stem()
"""For the stem of a word, the numbers of the lines that it stands in with what it means there."""
