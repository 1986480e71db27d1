"""Questions from a file of JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.model import Question
from bot.knowledge.problems import KnowledgeError
from bot.packs import read_questions

if TYPE_CHECKING:
    from pathlib import Path


def problems(path: Path) -> list[str]:
    """Return what is said of a faulty file of questions."""
    with pytest.raises(KnowledgeError) as caught:
        read_questions(path)
    return [str(problem) for problem in caught.value.problems]


def test_each_line_is_a_question_that_only_measures_unless_it_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"question": "When?", "expect": "a"}\n\n'
        '{"question": "Who \\ud83d\\ude00?", "expect": null, "split": "tune"}\n'
        '{"question": "Both?", "expect_all": ["a", "b"]}\r\n',
        encoding="utf-8",
    )

    assert read_questions(path) == (
        Question(question="When?", expect=("a",), split="report"),
        Question(question="Who \N{GRINNING FACE}?", split="tune"),
        Question(question="Both?", expect_all=("a", "b"), split="report"),
    )


def test_every_faulty_line_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        'no json\n["a"]\n{"question": "When?", "expects": "a"}\n' + "[" * 100_000 + "\n"
        '{"question": "\\ud800", "expect": null}\n',
        encoding="utf-8",
    )

    assert [line.split(";", 1)[0].removeprefix(f"{tmp_path}/") for line in problems(path)] == [
        "rows.jsonl:1:1: error: the line is no JSON",
        "rows.jsonl:2:1: error: the line is no JSON object",
        "rows.jsonl:3:1: error: expect: is missing",
        "rows.jsonl:3:1: error: expects: there is no key 'expects'",
        "rows.jsonl:4:1: error: the line is no JSON",
        "rows.jsonl:5:1: error: question: contains a control character (U+D800)",
    ]


def test_a_file_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"

    assert problems(path)[0].startswith(f"{path}: error: the file can't be read")


def test_a_file_of_another_kind_is_not_reported_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "rows.yaml"
    path.write_text("- question: When?\n" * 100, encoding="utf-8")

    assert len(problems(path)) == 5
