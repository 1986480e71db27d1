"""PURE: YAML text -> nodes, from the event stream, so that hostile nesting never gets far.

PyYAML's C composer crashes on deep nesting, lets duplicate keys pass and forgets places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from yaml import CSafeLoader, MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from bot.packs.nodes import Fields, Items, Node, Scalar
from bot.packs.plain_lines import read_rows
from bot.packs.syntax import Fault, syntax_fault, unreadable

if TYPE_CHECKING:
    from yaml.events import Event, NodeEvent

MAX_DEPTH = 16
MAX_NODES = 200_000
MAX_ALIASES = 100


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's nodes; ``root`` is ``None`` when the file could not be read to its end."""

    root: Node | None
    faults: tuple[Fault, ...] = ()


class _StopError(Exception):
    """The rest of the file can't be read."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def read_tree(text: str) -> Tree:
    """Read one YAML document; never raises, whatever the text."""
    fault = unreadable(text)
    if fault is not None:
        return Tree(None, (fault,))
    rows = read_rows(text, MAX_NODES)
    return read_events(text) if rows is None else Tree(rows)


def read_events(text: str) -> Tree:
    """Read a text without unprintable characters from libyaml's events; never raises."""
    builder = _Builder()
    try:
        builder.take_all(text)
    except _StopError as stop:
        return Tree(None, (*builder.faults, stop.fault))
    except MarkedYAMLError as error:
        return Tree(None, (*builder.faults, syntax_fault(error)))
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.is_null):
        empty = Fault(0, 0, "the file is empty", "add entries to it, or delete it")
        return Tree(None, (*builder.faults, empty))
    return Tree(builder.root, tuple(builder.faults))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Items | Fields
    anchor: str | None
    weight: int = 1
    key: Scalar | None = None
    discard: bool = False


class _Builder:
    """Builds nodes from events and counts them, aliases at the size of what they repeat."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._documents = 0
        self._nodes = 0
        self._aliases = 0
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}

    def take_all(self, text: str) -> None:
        """Add the events of a text, one by one."""
        parser = CSafeLoader(text)
        try:
            while (event := parser.get_event()) is not None:
                self._nodes += 1
                if self._nodes > MAX_NODES:
                    _stop(event, f"the file has more than {MAX_NODES:,} values", "split the file")
                if isinstance(event, ScalarEvent):  # nearly all of them
                    self._scalar(event)
                else:
                    self._other(event)
        finally:
            parser.dispose()

    def _other(self, event: Event) -> None:
        """Add an event that is no single value."""
        if isinstance(event, CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._end()
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                _stop(event, "a second YAML document begins here", "delete the line ---")

    def _scalar(self, event: ScalarEvent) -> None:
        mark = event.start_mark
        node = Scalar(event.value, not event.style, mark.line + 1, mark.column + 1)
        if event.tag is not None:
            self._tag(event, event.tag)
        if event.anchor:
            self._anchors[event.anchor] = (node, 1)
        self._place(node, 1)

    def _begin(self, event: CollectionStartEvent) -> None:
        if event.tag is not None:
            self._tag(event, event.tag)
        if len(self._open) >= MAX_DEPTH:
            _stop(event, f"lists and mappings nest more than {MAX_DEPTH} deep", "flatten them")
        mark = event.start_mark
        kind = Items if isinstance(event, SequenceStartEvent) else Fields
        self._open.append(_Open(kind(mark.line + 1, mark.column + 1), event.anchor))

    def _end(self) -> None:
        done = self._open.pop()
        if done.anchor:
            self._anchors[done.anchor] = (done.node, done.weight)
        self._place(done.node, done.weight)

    def _alias(self, event: AliasEvent) -> None:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            _stop(event, f"the file has more than {MAX_ALIASES} aliases (*)", "write values out")
        if event.anchor not in self._anchors:
            message = f"the alias *{event.anchor} stands for nothing that is complete before it"
            _stop(event, message, "write the value out")
        node, weight = self._anchors[event.anchor]
        self._nodes += weight
        self._place(node, weight)

    def _tag(self, event: NodeEvent, tag: str) -> None:
        mark = event.start_mark
        message = f"the tag {tag[:60]} is not allowed"
        self.faults.append(Fault(mark.line + 1, mark.column + 1, message, "delete the tag"))

    def _place(self, node: Node, weight: int) -> None:
        """Put a finished node where it belongs."""
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        top.weight += weight
        holder, key = top.node, top.key
        if isinstance(holder, Items):
            holder.items.append(node)
        elif key is None:
            self._key(top, holder, node)
        else:
            if not top.discard:
                holder.keys[key.text] = key
                holder.values[key.text] = node
            top.key = None

    def _key(self, top: _Open, fields: Fields, node: Node) -> None:
        """Accept a key, or say what is wrong with it and let its value fall."""
        message = mend = ""
        if not isinstance(node, Scalar):
            message, mend = "a key must be plain text", "quote the key, or the text above it"
            node = Scalar("", plain=True, line=node.line, column=node.column)
        elif node.plain and node.text == "<<":
            message, mend = "merge keys (<<) are not read", "write the fields out"
        elif node.text in fields.keys:
            first = fields.keys[node.text].line
            message = f"the key {node.text[:60]!r} is already set on line {first}"
            mend = "keep one of the two"
        if message:
            self.faults.append(Fault(node.line, node.column, message, mend))
        top.key, top.discard = node, bool(message)


def _stop(event: Event, message: str, mend: str) -> NoReturn:
    mark = event.start_mark
    raise _StopError(Fault(mark.line + 1, mark.column + 1, message, mend))
