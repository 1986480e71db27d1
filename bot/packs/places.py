"""PURE: where rows of a pack stand, and where in them a finding is, without keeping the files' nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.knowledge.problems import Problem
from bot.packs.nodes import Fields, Items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.knowledge.findings import Finding
    from bot.packs.nodes import Node


class Place(NamedTuple):
    """Where a row begins, and which of its fields have a problem already."""

    file: str
    line: int
    column: int
    bad: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """Return ``file:line``, for messages."""
        return f"{self.file}:{self.line}"


class Locator:
    """Finds places in files that are read again for it: the nodes of a large pack would fill the memory."""

    def __init__(self, read: Callable[[str], Node | None]) -> None:
        """Take what reads a file's nodes again, by its name in the pack."""
        self._read = read
        self._rows: dict[str, dict[tuple[int, int], Fields]] = {}

    def locate(self, place: Place, finding: Finding) -> Problem | None:
        """Give a finding in a row its place; ``None`` when its field has a problem already."""
        if finding.path[0] in place.bad:
            return None
        if place.file not in self._rows:
            root = self._read(place.file)
            self._rows[place.file] = {(row.line, row.column): row for row in _rows(root)}
        row = self._rows[place.file].get((place.line, place.column))
        at = place if row is None else _follow(row, finding)
        what = (finding.field, finding.message, finding.mend, finding.severity)
        return Problem(place.file, at.line, at.column, *what)


def _rows(root: Node | None) -> Iterator[Fields]:
    """Yield the mappings of a file that are rows: its items, those of its sections, and the file itself."""
    lists = list(root.values.values()) if isinstance(root, Fields) else [root]
    for each in lists:
        if isinstance(each, Items):
            yield from (node for node in each.items if isinstance(node, Fields))
    if isinstance(root, Fields):
        yield root


def _follow(row: Fields, finding: Finding) -> Node:
    """Walk from a row to the value that a finding is about, as far as the file has it."""
    node: Node = row
    for step in finding.path:
        if isinstance(node, Fields) and isinstance(step, str):
            node = node.values.get(step, node)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node
