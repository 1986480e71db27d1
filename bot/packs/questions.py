"""Reading questions from a file of JSON lines, to judge answers by questions outside the pack."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from bot.knowledge.problems import KnowledgeError, Problem
from bot.packs.entries import read_question
from bot.packs.files import PackFile, read_text
from bot.packs.nodes import Fields, Items, Scalar
from bot.packs.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.knowledge.model import Question
    from bot.packs.nodes import Node

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

_MOST_PROBLEMS = 5
"""Lines that are no JSON after which no more is read: it is no such file."""
_MEND = 'write {"question": "...", "expect": "entry-id"} on one line'


def read_questions(path: Path) -> tuple[Question, ...]:
    """Return the questions, or raise ``KnowledgeError`` with every problem, five lines of no JSON at most.

    A row without a split only measures.
    """
    text, problem = read_text(PackFile(path, str(path)))
    problems = [] if problem is None else [problem]
    rows = [] if problems else list(_rows(str(path), text, problems))
    questions = [read_question(row, "report") for row in rows]
    for row in rows:
        row.finish()
    if problems:
        raise KnowledgeError(tuple(problems))
    return tuple(questions)


def _rows(file: str, text: str, problems: list[Problem]) -> Iterator[Row]:
    """Read each line that is not empty as one JSON object."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            node = _node(json.loads(line), number)
        except (ValueError, RecursionError):
            problems.append(Problem(file, number, 1, "", "the line is no JSON", _MEND))
            if len(problems) == _MOST_PROBLEMS:
                return
            continue
        if isinstance(node, Fields):
            yield Row(file, node, problems)
        else:
            problems.append(Problem(file, number, 1, "", "the line is no JSON object", _MEND))


def _node(value: Json, line: int) -> Node:
    """Turn a JSON value into a node, so that it is read with the same care as YAML."""
    match value:
        case dict():
            keys = {key: Scalar(key, plain=False, line=line, column=1) for key in value}
            return Fields(line, 1, keys, {key: _node(item, line) for key, item in value.items()})
        case list():
            return Items(line, 1, [_node(item, line) for item in value])
        case None:
            return Scalar("null", plain=True, line=line, column=1)
        case _:
            return Scalar(str(value), plain=not isinstance(value, str), line=line, column=1)
