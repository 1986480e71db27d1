"""PURE: what one sentence names, counts and dates, and in which of its clauses, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.verdicts.connectives import AROUND, IN_PLACE, PREPOSITIONS, TOWARD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.amounts import Amount
    from bot.answering.dates.mentions import Mention
    from bot.knowledge.periods import Period


class Named(NamedTuple):
    """An entity that a text names: what the name may mean, and where it stands.

    ``before`` is the word before it, ``follows`` the word after it and ``after`` that word's key;
    ``head`` is the key of its own last word, which mostly says what it is. ``opens`` is whether no
    telling word stands before it in its clause, ``suffers`` whether a passive follows: "was banned".
    """

    targets: frozenset[str]
    before: str
    follows: str
    after: str
    head: str
    opens: bool
    suffers: bool
    clause: int
    text: str

    @property
    def is_role(self) -> bool:
        """Whether it does something or has something done to it, and is not only where or when."""
        return self.before not in PREPOSITIONS or self.before == "by"

    @property
    def is_around(self) -> bool:
        """Whether it only says where, when or of what."""
        return self.before in AROUND

    @property
    def is_toward(self) -> bool:
        """Whether something is directed at it."""
        return self.before in TOWARD

    @property
    def is_place(self) -> bool:
        """Whether it follows a word that names places."""
        return self.before in IN_PLACE


class Counted(NamedTuple):
    """A number with what it counts: the keys of the words beside it, and the metrics that they name.

    ``measured`` has the keys of all words that name the metric. ``limit`` is whether it bounds what stands
    before it and counts nothing: "children under 7".
    """

    amount: Amount
    unit: frozenset[str]
    metrics: frozenset[str]
    measured: frozenset[str]
    clause: int
    text: str
    limit: bool = False

    def same_unit(self, other: Counted) -> bool:
        """Whether two numbers count the same kind of thing."""
        if self.metrics and other.metrics:
            return not self.metrics.isdisjoint(other.metrics)
        return not self.unit.isdisjoint(other.unit)


class Dated(NamedTuple):
    """A date in a text: what it may mean, and where it stands."""

    mention: Mention
    clause: int
    text: str

    @property
    def periods(self) -> tuple[Period, ...]:
        """What it may mean."""
        return self.mention.alternatives


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence taken apart. ``terms`` maps the key of each telling word to the word as written."""

    plain: str
    terms: Mapping[str, str]
    clauses: tuple[frozenset[str], ...]
    """The keys of the telling words of each clause, with those of words that are part of an idiom too."""
    named: tuple[Named, ...]
    counted: tuple[Counted, ...]
    dated: tuple[Dated, ...]
    weighty: frozenset[str]
    negated: tuple[int, ...]
    """How many words of each clause deny."""

    @property
    def every(self) -> frozenset[str]:
        """The keys of all telling words."""
        return frozenset[str]().union(*self.clauses)

    def keys(self, clause: int, named: frozenset[str] = frozenset()) -> frozenset[str]:
        """Return the keys of the telling words of a clause, with those of what its names are.

        Whoever says "the talks" may mean the talks that are named; but not who names them himself,
        as those ``named`` are.
        """
        heads = (name.head for name in self.named if name.clause == clause and not name.targets & named)
        return self.clauses[clause] | set(filter(None, heads))

    @property
    def negations(self) -> int:
        """How many words deny."""
        return sum(self.negated)

    @property
    def entities(self) -> frozenset[str]:
        """Everything that it may name."""
        return frozenset(target for name in self.named for target in name.targets)

    @property
    def roles(self) -> tuple[frozenset[str], ...]:
        """Who acts and who is acted on, in that order: who does it ("by X") first."""
        roles = [name for name in self.named if name.is_role]
        return tuple(name.targets for name in sorted(roles, key=lambda name: name.before != "by"))

    @property
    def parties(self) -> tuple[frozenset[str], ...]:
        """The roles in the same order, of which several that act together, as "X and Y", are one."""
        found: list[frozenset[str]] = []
        roles = [name for name in self.named if name.is_role]
        for name in sorted(roles, key=lambda name: name.before != "by"):
            if name.before == "and" and found:
                found[-1] |= name.targets
            else:
                found.append(name.targets)
        return tuple(found)

    @property
    def is_indefinite(self) -> bool:
        """Whether it tells of some thing or other ("a bomb killed"), of which there may be several."""
        return bool(re.match(r"\W*(?:an?|some|another|one|two|several|many)\b", self.plain, re.IGNORECASE))
