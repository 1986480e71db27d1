"""Hostile or slipped YAML: found on the event stream, reported with its place, never a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.packs.nodes import Fields, Items, Scalar
from bot.packs.tree import Tree, read_tree

if TYPE_CHECKING:
    from bot.packs.nodes import Node


def faults(text: str) -> list[str]:
    """Return what is said of a YAML text."""
    return [f"{fault.line}:{fault.column} {fault.message}; {fault.mend}" for fault in read_tree(text).faults]


def plain(node: Node | None) -> object:
    """Return nodes as the plain values they stand for."""
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Fields):
        return {key: plain(value) for key, value in node.values.items()}
    return node.text if node else None


def test_every_value_knows_its_line_and_column() -> None:
    root = read_tree("a: x\nb:\n  - {c: y}\n").root

    assert isinstance(root, Fields)
    items = root.values["b"]
    assert isinstance(items, Items)
    inner = items.items[0]
    assert isinstance(inner, Fields)
    value = inner.values["c"]
    assert (inner.keys["c"].line, inner.keys["c"].column) == (3, 6)
    assert (value.line, value.column) == (3, 9)


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL"])
def test_null_is_nothing_only_without_quotes(text: str) -> None:
    root = read_tree(f"[{text}, '{text}']").root

    assert isinstance(root, Items)
    assert [isinstance(item, Scalar) and item.is_null for item in root.items] == [True, False]


def test_40_000_nested_brackets_are_refused() -> None:
    assert faults("[" * 40_000) == ["1:17 lists and mappings nest more than 16 deep; flatten them"]


def test_40_000_nested_dashes_are_refused() -> None:
    assert faults("- " * 40_000) == ["1:33 lists and mappings nest more than 16 deep; flatten them"]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]

    assert faults("\n".join(lines)) == ["6:15 the file has more than 200,000 values; split the file"]


def test_aliases_are_few() -> None:
    (fault,) = faults("a: &a x\nb: [" + "*a, " * 101 + "]")

    assert "the file has more than 100 aliases (*); write values out" in fault


@pytest.mark.parametrize("text", ["a: &a [*a]", "a: *b"])
def test_an_alias_stands_for_something_complete(text: str) -> None:
    (fault,) = faults(text)

    assert "stands for nothing that is complete before it; write the value out" in fault


def test_an_alias_may_stand_for_a_key_and_for_a_list() -> None:
    tree = read_tree("a: &a x\nb: &b [1]\n*a : *b\n")

    assert tree.faults == ()
    assert plain(tree.root) == {"a": "x", "b": ["1"], "x": ["1"]}


def test_too_many_values_are_refused() -> None:
    (fault,) = faults("[" + "a," * 200_000 + "]")

    assert "the file has more than 200,000 values; split the file" in fault


def test_tabs_in_the_indentation_are_named() -> None:
    assert faults("a:\n  \t- b\n") == [
        "2:3 a tab indents this line, and YAML knows only spaces; replace the tab by spaces"
    ]


def test_a_tab_between_words_does_no_harm() -> None:
    assert faults("a:\tb\tc\nd: e\n") == []


def test_a_tab_where_only_the_parser_minds_it_is_named_too() -> None:
    (fault,) = faults("a: b\n\t\nc: d\n")

    assert fault.endswith("replace the tab by spaces")


def test_directives_are_refused_since_many_of_them_take_the_parser_for_ever() -> None:
    assert faults("%TAG !a! b\n" * 50_000) == ["1:1 YAML directives (%) are not read; delete the line"]


def test_a_control_character_is_named() -> None:
    assert faults("a: b\nc: d\x07e") == ["2:5 contains a control character (U+0007); delete it"]


def test_duplicate_keys_are_named_with_both_lines_and_the_first_is_kept() -> None:
    tree = read_tree("a: 1\nb: 2\na: {x: [3]}\n")

    assert [fault.message for fault in tree.faults] == ["the key 'a' is already set on line 1"]
    assert tree.faults[0].line == 3
    assert plain(tree.root) == {"a": "1", "b": "2"}


def test_a_key_that_is_no_text_is_named() -> None:
    tree = read_tree("? [a]\n: b\nc: d\n")

    assert [fault.message for fault in tree.faults] == ["a key must be plain text"]
    assert plain(tree.root) == {"c": "d"}


def test_merge_keys_are_named() -> None:
    assert faults("a: &a {b: c}\nd: {<<: *a, e: f}\n") == [
        "2:5 merge keys (<<) are not read; write the fields out"
    ]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert plain(read_tree("'<<': a").root) == {"<<": "a"}


@pytest.mark.parametrize("text", ["!!python/object/apply:os.system [ls]", "!!int 5", "a: !x {b: c}"])
def test_tags_are_named(text: str) -> None:
    (fault,) = faults(text)

    assert "is not allowed; delete the tag" in fault


def test_a_second_document_is_named() -> None:
    assert faults("a: b\n---\nc: d\n") == ["2:1 a second YAML document begins here; delete the line ---"]


def test_a_colon_in_a_text_is_explained() -> None:
    assert faults("a: b: c") == [
        (
            "1:5 this is no valid YAML: mapping values are not allowed in this context; "
            'put a text with ": " in quotation marks'
        )
    ]


def test_an_open_quotation_mark_is_shown_where_it_opens() -> None:
    (fault,) = faults("a: b\nc: 'd\ne: f\n")

    assert fault.startswith("2:4 this is no valid YAML: while scanning a quoted scalar")


def test_another_slip_says_where_to_look() -> None:
    (fault,) = faults("a: [b\nc: d\n")

    assert fault.endswith("check the indentation, the colons and the quotation marks around this line")


def test_faults_before_a_syntax_error_are_reported_too() -> None:
    tree = read_tree("a: 1\na: 2\nb: 'c\n")

    assert tree == Tree(None, tree.faults)
    assert len(tree.faults) == 2
