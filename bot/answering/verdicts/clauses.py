"""PURE: the clauses of a text: where each begins, by its marks and its joining words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.verdicts.connectives import ARTICLES, JOINTS, SIDES

if TYPE_CHECKING:
    from bot.answering.reading import Anatomy

MARK: Final = re.compile(r"[,;:.!?()\n—–]")


def clauses(anatomy: Anatomy, inner: frozenset[int], dated: frozenset[int]) -> list[int]:
    """Return the number of the clause that each token of a text belongs to.

    None begins at an ``inner`` token, which stands in the same name, date or number as the one before,
    nor at a name between commas; of a date (``dated``) "after" and the like are a part.
    """
    return _Clauses(anatomy, inner, dated).numbered()


def joins_names(anatomy: Anatomy, at: int) -> bool:
    """Whether the word at a place stands between two names, as in "Pakistan and the United States"."""
    after = at + 1
    while after < len(anatomy.tokens) and anatomy.tokens[after].word in ARTICLES:
        after += 1
    links = anatomy.links
    return any(link.end == at for link in links) and any(link.start <= after < link.end for link in links)


class _Clauses:
    """The tokens of one text with the marks and names between which they stand."""

    def __init__(self, anatomy: Anatomy, inner: frozenset[int], dated: frozenset[int]) -> None:
        self._anatomy, self._tokens = anatomy, anatomy.tokens
        self._inner, self._dated = inner, dated
        self._linked = frozenset(at for link in anatomy.links for at in range(link.start, link.end))

    def numbered(self) -> list[int]:
        """Return the number of each token's clause."""
        begins = [at for at in range(len(self._tokens)) if at and self._breaks(at)]
        parts = [range(*ends) for ends in zip([0, *begins], [*begins, len(self._tokens)], strict=True)]
        found: list[int] = []
        clause = 0
        for number, part in enumerate(parts):
            goes_on = number > 0 and self._goes_on(parts, number)
            clause += number > 0 and not goes_on
            found += [clause] * len(part)
        return found

    def _goes_on(self, parts: list[range], number: int) -> bool:
        """Whether a part is a name behind a comma, or follows such a name between commas."""
        if "," not in self._between(parts[number].start):
            return False
        named = self._is_name(parts[number - 1]) and "," in self._between(parts[number - 1].start)
        return self._is_name(parts[number]) or (number > 1 and named)

    def _is_name(self, part: range) -> bool:
        """Whether some tokens are a name and no more."""
        return bool(part) and all(at in self._linked or self._tokens[at].word in ARTICLES for at in part)

    def _between(self, at: int) -> str:
        """Return what stands between a token and the one before it."""
        before = self._tokens[at - 1]
        return self._anatomy.plain[before.start + len(before.raw) : self._tokens[at].start] if at else ""

    def _breaks(self, at: int) -> bool:
        """Whether a clause may begin at a token: never inside a date or a name."""
        if at in self._inner:
            return False
        if MARK.search(self._between(at)):
            return True
        if self._tokens[at].word in SIDES:  # of a date they are a part: "after 2021"
            return at + 1 not in self._dated
        return self._tokens[at].word in JOINTS and not joins_names(self._anatomy, at)
