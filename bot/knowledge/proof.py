"""PURE: what was found, word for word, in the text of a source, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # dataclass fields are read at run time by tests
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["words", "number", "citation"]
"""What of an entry: a quote's words, a figure's number, or the words that a citation quotes."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One part of an entry found in the text of one source that it cites."""

    entry: str
    source: str
    part: Part
    sha256: str
    """Hash of what was found, so that a later change of it shows."""
    text_sha256: str
    """Hash of the text it was found in: of the file's bytes, as ``sha256sum`` prints it."""
    day: date

    @property
    def key(self) -> tuple[str, str, Part]:
        """What it is a proof of, whatever stood there."""
        return (self.entry, self.source, self.part)
