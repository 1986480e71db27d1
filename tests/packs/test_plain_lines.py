"""Rows of texts are read line by line into the very nodes that libyaml's events give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.packs.nodes import Fields, Items, Scalar
from bot.packs.plain_lines import read_rows
from bot.packs.tree import MAX_NODES, read_events, read_tree

if TYPE_CHECKING:
    from bot.packs.nodes import Node

PACK = """\
# yaml-language-server: $schema=../schema/facts.json

- id: tea
  statement: Tea costs 2.50 at the counter, no more.
  period: 2023-01
  note:   null
  asks:
  - what does tea cost?
  # the next is slang
  - tea price
  citations: [menu, board-2]
- id: milk
  about:
    - cow
    - tea
  statement: "It's \\"fresh\\": from 6:30 on, as #1 of the board."
  title: 'cold: 4 degrees'
  url: https://example.org/a#b
  citations: [menu, "p. 3", {source: board-2, locator: "which says: no"}, 'x', a & b/c]
  conflicts:
    - note: an other price
      with: [tea, milk]
    - note: "none"
  related:
  - id: x
    note: y
  - tea
  status: ~x
"""
PLAIN = PACK.replace("  note:   null\n", "  note: null\n").replace("  status: ~x\n", "")
PARTS = st.sampled_from(
    [
        *("- ", "  ", "    ", "      ", "\n", "\n- id: x\n", "\n  asks:\n", "\n  - a b\n", "\n    - c?\n"),
        *("id: x", "key:", ": ", ":", "#", " #", "# c\n", "[a, b]", "[a,b]", "[]", "[a]", "a", "Zebra", "1"),
        *("{a: b}", "[{a: b, c: d}]", '"a"', '"a: b"', "'a'", '["a", b]', '\\"', "\\", "a:b", "a#b", "''"),
        *("    key: b", "      key: [a]", "    - key: b\n", "  - key: 'b'\n"),
        *(
            "2023-01",
            "null",
            "~",
            '"',
            "'",
            ",",
            "]",
            "{",
            "-",
            "--- ",
            "...",
            "|",
            ">",
            "&a",
            "*a",
            "!t",
            "?",
        ),
        *("?", "%", "@", " ", "\t", "\r", "\u00e9", "\u2028", "\x85", "<<", ".", "\n\n"),
    ]
)


def shape(node: Node | None) -> object:
    """Return everything that nodes hold, as plain values."""
    match node:
        case Scalar():
            return (node.text, node.plain, node.line, node.column)
        case Items():
            return (node.line, node.column, [shape(item) for item in node.items])
        case Fields():
            fields = [(shape(node.keys[key]), shape(value)) for key, value in node.values.items()]
            return (node.line, node.column, list(node.keys), fields)
        case _:
            return None


def assert_alike(text: str) -> None:
    """Hold that a text that is read line by line has no fault and the nodes of its events."""
    rows = read_rows(text, MAX_NODES)
    if rows is not None:
        slow = read_events(text)
        assert not slow.faults
        assert shape(rows) == shape(slow.root)


def test_rows_of_plain_texts_are_read_line_by_line() -> None:
    assert read_rows(PLAIN, MAX_NODES) is not None
    assert_alike(PLAIN)
    assert shape(read_tree(PLAIN).root) == shape(read_events(PLAIN).root)


@settings(max_examples=800, deadline=None)
@given(st.lists(PARTS, max_size=14).map("".join))
@example("- a:\n  - b\n- a:\n    - b\n")
@example("- a: b\n\n  c: d\n  # e\n")
def test_any_text_that_is_read_so_has_the_nodes_of_its_events(text: str) -> None:
    assert_alike(text)
    assert_alike("- id: x\n  asks:\n" + text)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_plain_file_with_any_slip_has_the_nodes_of_its_events(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(PLAIN)))
    end = data.draw(st.integers(start, min(len(PLAIN), start + 6)))
    assert_alike(PLAIN[:start] + data.draw(PARTS) + PLAIN[end:])


def test_the_files_of_a_real_pack_are_read_so() -> None:
    texts = [path.read_text("utf-8") for path in Path("knowledge/dialogue").glob("f*/*.yaml")]
    assert texts
    assert all(read_rows(text, MAX_NODES) for text in texts)
    for text in texts:
        assert_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id: tea\n", id="no list"),
        pytest.param("# nothing\n", id="no row"),
        pytest.param(PACK, id="spaces before a text, and a mark"),
        pytest.param("- tea\n", id="a row without a key"),
        pytest.param("# a\n  id: tea\n", id="a key before any row"),
        pytest.param("- id: tea\n  - id: milk\n", id="a row inside a row"),
        pytest.param("- id: tea\n  id: milk\n", id="a key twice"),
        pytest.param("- id: tea\n  asks:\n", id="a list without items at the end"),
        pytest.param("- asks:\n  id: tea\n", id="a list without items"),
        pytest.param("- asks:\n  - a\n    - b\n", id="items that stand apart"),
        pytest.param("- asks:\n- a\n", id="items left of their key"),
        pytest.param("- asks: [a]\n  - a\n", id="items after a whole list"),
        pytest.param("- id: tea\r\n", id="line breaks of Windows"),
        pytest.param("- id: it's 3: 4\n", id="a colon in a text"),
        pytest.param('- id: "a\\n"\n', id="a backslash that is no quotation mark"),
        pytest.param("- id: 'it''s'\n", id="a doubled quotation mark"),
        pytest.param('- id: "a\n    b"\n', id="a text on two lines"),
        pytest.param("- asks: [{a: b, a: c}]\n", id="a key twice in braces"),
        pytest.param("- asks:\n    - a: b\n      a: c\n", id="a key twice in an item"),
        pytest.param("- asks:\n    - a:\n      b: c\n", id="a key of an item without a value"),
        pytest.param("- asks:\n    - a: b\n    c: d\n", id="a key left of its item"),
        pytest.param("- asks:\n    - a\n      c: d\n", id="a key after an item that is a text"),
    ],
)
def test_every_other_text_is_left_to_libyaml(text: str) -> None:
    assert read_rows(text, MAX_NODES) is None


def test_a_file_with_too_many_values_is_left_to_libyaml() -> None:
    rows = "- id: a\n  asks: [b, {c: d}]\n  about:\n  - d\n  with:\n  - e: f\n"
    events = len("stream document list".split()) * 2 + 2 + 2 + (1 + 2 + 5) + (1 + 2 + 1) + (1 + 2 + 4)

    assert read_rows(rows, events) is not None
    assert read_rows(rows, events - 1) is None
