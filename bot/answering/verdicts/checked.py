"""PURE: what came of checking a sentence against a pack, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.answer import cited_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.answer import Cited, Statement, Suggestion

Finding: TypeAlias = Literal["supported", "contradicted", "imprecise", "not covered"]
"""``imprecise`` comes only from what an author of the pack wrote of that very claim."""
Slot: TypeAlias = Literal["number", "date", "place", "person"]
"""What two sentences about the same matter can differ in."""

HEADLINES: Final[Mapping[Finding, str]] = {
    "supported": "Supported by my sources",
    "contradicted": "Contradicted by my sources",
    "imprecise": "Imprecise, going by my sources",
    "not covered": "Not covered by my sources",
}
UNSETTLED: Final = "My sources neither confirm nor deny it in these words"
"""The headline where something comes close to a sentence that is not covered."""
DISPUTED: Final = ", but sources disagree"
"""What follows the headline where they do."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One slot of a sentence beside the same slot of an entry, in the words of each."""

    slot: Slot
    said: str
    found: str
    entry: str
    agrees: bool

    @property
    def line(self) -> str:
        """Both sides in words."""
        if self.agrees:
            return f"The {self.slot} agrees: “{self.said}”, and my source has “{self.found}”."
        return f"The {self.slot} differs: “{self.said}”, but my source has “{self.found}”."


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence, what the sources say of it, and what decides that.

    ``deciding`` holds the entries that decide, each with its citations; it is empty only where
    the sentence is not covered. ``beside`` holds other accounts of the same thing, where sources
    disagree, with ``notes`` on values that have no entry. ``compared`` has the words of both
    sides. ``reason`` says why a sentence is not covered, or what differs, where that is known; ``closest``
    is what is told of the same matter where no words decide.
    """

    sentence: str
    finding: Finding
    deciding: tuple[Statement, ...] = ()
    compared: tuple[Compared, ...] = ()
    beside: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    disputed: bool = False
    reason: str | None = None
    nearest: tuple[Suggestion, ...] = ()
    closest: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """``deciding``, what comes ``closest``, then ``beside``."""
        return (*self.deciding, *self.closest, *self.beside)

    @property
    def headline(self) -> str:
        """The verdict in words."""
        headline = UNSETTLED if self.closest else HEADLINES[self.finding]
        return headline + (DISPUTED if self.disputed else "")

    @property
    def citations(self) -> tuple[Cited, ...]:
        """Every citation of every statement once, in order."""
        return cited_once(self.statements)
