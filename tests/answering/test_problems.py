"""A problem says where, what and how to mend it; an error counts the errors and keeps the warnings."""

from __future__ import annotations

import pytest

from bot.knowledge.problems import BotError, KnowledgeError, Problem

ERROR = Problem("facts/a.yaml", 3, 5, "citations", "unknown source 'dwan'", "did you mean 'dawn'?")
WARNING = Problem("facts/a.yaml", 1, 1, "asks", "only one ask", severity="warning")


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (ERROR, "facts/a.yaml:3:5: error: citations: unknown source 'dwan'; did you mean 'dawn'?"),
        (WARNING, "facts/a.yaml:1:1: warning: asks: only one ask"),
        (Problem("facts", 0, 0, "", "no file here"), "facts: error: no file here"),
    ],
)
def test_a_problem_is_one_line_with_its_place_first(problem: Problem, text: str) -> None:
    assert str(problem) == text


@pytest.mark.parametrize(
    ("problems", "text"),
    [
        ((ERROR, WARNING), "The knowledge has 1 error."),
        ((ERROR, ERROR), "The knowledge has 2 errors."),
        ((WARNING,), "The knowledge has 0 errors."),
    ],
)
def test_an_error_counts_the_errors_and_not_the_warnings(problems: tuple[Problem, ...], text: str) -> None:
    assert str(KnowledgeError(problems)) == text


def test_an_error_holds_every_problem_by_place() -> None:
    assert KnowledgeError((ERROR, WARNING)).problems == (WARNING, ERROR)


def test_every_error_on_purpose_is_one_of_the_project() -> None:
    assert issubclass(KnowledgeError, BotError)
