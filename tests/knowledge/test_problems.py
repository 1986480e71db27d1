"""Problems as people read them."""

from __future__ import annotations

from bot.knowledge.problems import KnowledgeError, Problem


def test_a_problem_reads_like_a_compiler_s() -> None:
    problem = Problem("facts.yaml", 3, 7, "about", "there is no entity 'x'", "add it")

    assert str(problem) == "facts.yaml:3:7: error: about: there is no entity 'x'; add it"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    problem = Problem("facts.yaml", 0, 0, "", "the file is large", severity="warning")

    assert str(problem) == "facts.yaml: warning: the file is large"


def test_an_error_counts_its_errors_and_sorts_its_problems() -> None:
    late, early = Problem("b", 1, 1, "", "x"), Problem("a", 1, 1, "", "x", severity="warning")

    error = KnowledgeError((late, early))

    assert error.problems == (early, late)
    assert str(error) == "The knowledge has 1 error."
    assert str(KnowledgeError((late, late))) == "The knowledge has 2 errors."
