"""PURE: the word that a question asks for: "company" in "which company made it"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from bot.answering.reading import Term

_ASKING: Final = frozenset({"what", "which", "whose", "who", "many", "much"})
_WITHIN: Final = 4
"""Words after the question word in which the word asked for is looked for."""


def focus(words: Sequence[str], taken: Container[int], term_of: Callable[[str], Term]) -> str | None:
    """Return the key of the first telling word soon after "what", "which", "whose", "who" or "how many".

    ``taken`` are the numbers of the words that are in names and dates.
    """
    asking = next((number for number, word in enumerate(words) if word in _ASKING), None)
    if asking is None:
        return None
    for number in range(asking + 1, min(asking + 1 + _WITHIN, len(words))):
        term = term_of(words[number])
        if number in taken or term.role == "number":
            return None
        if term.role == "content":
            return term.key
    return None
