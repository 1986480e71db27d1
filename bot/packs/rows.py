"""PURE: one mapping of a file, read field by field; whatever is wrong goes to a list of problems."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from bot.knowledge.naming import nearest
from bot.knowledge.problems import Problem
from bot.packs.nodes import NULLS, Fields, Items, Scalar
from bot.packs.scalars import WrongValueError, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from bot.packs.nodes import Node

T = TypeVar("T")

_KINDS = {Scalar: "a single value", Items: "a list", Fields: "a mapping"}


class Row:
    """The fields of one entry, source, question or file."""

    __slots__ = ("_asked", "_problems", "_within", "bad", "file", "node")

    def __init__(self, file: str, node: Fields, problems: list[Problem]) -> None:
        """Read ``node`` of ``file``, adding to ``problems``."""
        self.file = file
        self.node = node
        self.bad: set[str] = set()
        self._problems = problems
        self._within = ""
        self._asked: dict[str, None] = {}

    def inner(self, name: str, node: Fields) -> Row:
        """Return a row for a mapping inside the field ``name``; its faults are this row's too."""
        row = Row(self.file, node, self._problems)
        row.bad = self.bad
        row._within = f"{self._within}{name}."
        return row

    def __contains__(self, name: str) -> bool:
        """Whether the author wrote this key."""
        return name in self.node.values

    def place(self) -> str:
        """Return ``file:line`` of the row, for messages."""
        return f"{self.file}:{self.node.line}"

    def get(self, name: str) -> Node | None:
        """Return the field's node; a field that is null counts as absent."""
        self._asked[name] = None
        node = self.node.values.get(name)
        return None if type(node) is Scalar and node.is_null else node

    def one(self, name: str, read: Callable[[Scalar], T]) -> T | None:
        """Read a single value, if there is one."""
        if name not in self.node.values:  # as most fields of most entries
            self._asked[name] = None
            return None
        node = self.get(name)
        return None if node is None else self.scalar(name, node, read)

    def need(self, name: str, read: Callable[[Scalar], T], otherwise: T) -> T:
        """Read a single value that must be there."""
        node = self.get(name)
        if node is None:
            self.wrong(name, self.node.values.get(name), "is missing", f"add {name}: ...")
            return otherwise
        value = self.scalar(name, node, read)
        return otherwise if value is None else value

    def many(self, name: str, read: Callable[[Scalar], T], most: int) -> tuple[T, ...]:
        """Read a list of single values, leaving out those that are wrong."""
        if name not in self.node.values:
            self._asked[name] = None
            return ()
        nodes = self.nodes(name, most)
        texts = [node for node in nodes if type(node) is Scalar and node.text not in NULLS]
        if len(texts) == len(nodes):  # as in nearly all lists
            with suppress(WrongValueError):
                return tuple([read(text) for text in texts])
        found = [self.scalar(name, node, read) for node in nodes]
        return tuple([value for value in found if value is not None])

    def nodes(self, name: str, most: int) -> list[Node]:
        """Return the items of a list; an absent list has none."""
        node = self.get(name)
        if node is None:
            return []
        if not isinstance(node, Items):
            mend = "put each item on a line that begins with -"
            self.wrong(name, node, f"must be a list, not {_KINDS[type(node)]}", mend)
            return []
        if len(node.items) > most:
            message = f"has {len(node.items):,} items, and the limit is {most:,}"
            self.wrong(name, node, message, "shorten the list")
            return []
        return node.items

    def scalar(self, name: str, node: Node, read: Callable[[Scalar], T]) -> T | None:
        """Read one value, or report it and return ``None``."""
        if type(node) is not Scalar:
            mend = "write one value; put a text with { or [ in quotation marks"
            self.wrong(name, node, f"must be a single value, not {_KINDS[type(node)]}", mend)
            return None
        if node.is_null:
            self.wrong(name, node, "is empty", "write a value, or delete this item")
            return None
        try:
            return read(node)
        except WrongValueError as error:
            self.wrong(name, node, error.message, error.mend)
            return None

    def wrong(self, name: str, at: Node | None, message: str, mend: str) -> None:
        """Report a problem of the field ``name``, at a node or at the whole row."""
        at = at or self.node
        field = f"{self._within}{name}"
        self.bad.add(field.split(".", maxsplit=1)[0])
        self._problems.append(Problem(self.file, at.line, at.column, field, message, mend))

    def finish(self, elsewhere: Container[str] = (), where: str = "") -> None:
        """Report every key that nothing asked for; of those that belong ``elsewhere`` one, with ``where``."""
        strange = [(name, key) for name, key in self.node.keys.items() if name not in self._asked]
        misplaced = [(name, key) for name, key in strange if name in elsewhere]
        for name, key in misplaced[:1]:
            self.wrong(name, key, f"{name} does not belong in this file", where)
        for name, key in (each for each in strange if each not in misplaced):
            close = nearest(name, self._asked)
            mend = f"did you mean {close!r}?" if close else f"use {', '.join(self._asked)}"
            self.wrong(name, key, f"there is no key {shown(name)}", mend)
