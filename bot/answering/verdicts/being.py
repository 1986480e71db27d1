"""PURE: sentences that say where something stands, or when or where it was: with "is" and no other verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.verdicts.arguments import VERB

if TYPE_CHECKING:
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.spoken import Spoken

_STANDS: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|remained|stays?|stayed)\s+(?:(?:still|now|currently|also|again|not|back)\s+)*"
    r"(on|off|under|among|out\s+of)\b(?!\s+(?:the\s+)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b))",
    re.IGNORECASE,
)
"""Where something is said to stand, which is no place or day."""
_WAS_AT: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:(?:only|also|not|still)\s+)*(?:on|in|at|from|between|during|since|until)\b"
    r"|\b(?:took|takes?|taken)\s+place\b|\bhappen(?:s|ed)?\b|\boccur(?:s|red)?\b|\bheld\b",
    re.IGNORECASE,
)
"""Signs of a sentence that says when or where something was."""
_DONE_ABOUT: Final = re.compile(
    r"\b(?:announc\w*|signal\w*|schedul\w*|plan\w*|expect\w*|propos\w*|invit\w*|arriv\w*|reach\w*|prepar\w*|said"
    r"|says|told|tell\w*|stat(?:ed|ing)|ahead\s+of|postpon\w*|cancel\w*|demand\w*|offer\w*|agree[ds]?|call(?:s|ed)\s+for)\b",
    re.IGNORECASE,
)
"""Signs of an entry that tells what was done about something, which need not be when it was."""
_TOOK_PLACE: Final = re.compile(r"\b(?<!be )(?:took\s+place|happened|occurred|held|met)\b", re.IGNORECASE)


def has_no_state(sentence: Spoken, account: Account) -> bool:
    """Whether a sentence says where something stands, as on a list, and an entry only how it came or went."""
    asked = {word.casefold() for word in _STANDS.findall(sentence.plain)}
    return not asked <= {word.casefold() for word in _STANDS.findall(account.spoken.plain)}


def only_mentions(sentence: Spoken, account: Account) -> bool:
    """Whether a sentence says when or where something was, and an entry only speaks of it.

    Talks were not on the day on which they were announced.
    """
    said = account.spoken.plain
    if not _WAS_AT.search(sentence.plain) or _TOOK_PLACE.search(said) or not _DONE_ABOUT.search(said):
        return False
    return not any(VERB.fullmatch(word) for word in sentence.terms.values())
