"""PURE: a YAML file as plain nodes that remember where they stand, lines and columns from 1."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True, eq=False)
class Scalar:
    """A text; what it means is decided by the field that holds it."""

    text: str
    plain: bool
    """Whether it was written without quotation marks and not as a block."""
    line: int
    column: int

    @property
    def is_null(self) -> bool:
        """Whether it stands for "nothing": an empty value, ``~`` or ``null`` without quotes."""
        return self.plain and self.text in NULLS


@dataclass(slots=True, eq=False)
class Items:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list["Node"])


@dataclass(slots=True, eq=False)
class Fields:
    """A mapping, with its keys in file order."""

    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict[str, Scalar])
    values: dict[str, Node] = field(default_factory=dict[str, "Node"])


Node: TypeAlias = Scalar | Items | Fields
