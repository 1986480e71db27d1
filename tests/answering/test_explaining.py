"""Why a question got its reply is told in plain words that assert nothing about the topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.answer import Ambiguous, Answer, Candidate, Read, Suggestion, Trace, Unanswered
from bot.answering.calibration import by_words
from bot.answering.explaining import Explanation, explanation
from tests.answering.world import ask, pack


def why(question: str) -> Explanation:
    """Explain the reply to a question."""
    return explanation(pack(), ask(question))


def lines(explained: Explanation, title: str) -> tuple[str, ...]:
    """Return the lines of one section; none when it is not there."""
    return next((section.lines for section in explained.sections if section.title == title), ())


def traced(*read: Read, candidates: tuple[Candidate, ...] = (), reason: str | None = None) -> Explanation:
    """Explain an abstention with a trace of one's own."""
    trace = Trace(read, candidates, by_words().asked)
    return explanation(pack(), Unanswered("zebras?", 0.2, (), reason, trace))


def answered(confidence: float) -> Answer:
    """Return an answer that is so sure of itself, where 0.4 is enough."""
    answer = ask("how many people died in january 2023 by iss count")
    return replace(answer, confidence=confidence, trace=replace(answer.trace, threshold=0.4))


def test_an_answer_says_how_sure_it_is_and_where_the_bar_is() -> None:
    answer = answered(0.931)
    explained = explanation(pack(), answer)

    assert explained.lead == (
        "I answered because I am 93 % sure that this is what was asked, and 40 % is enough."
    )
    assert explained.entry == "deaths-2023-01"


def test_a_probability_is_never_rounded_up_over_the_bar() -> None:
    assert "39 %" in explanation(pack(), answered(0.3999)).lead


def test_what_was_read_is_told_by_kind() -> None:
    read = lines(
        why("How many people were killed in Zembla in January 2023 by the FVF, zebra?"),
        "What I read in the question",
    )

    assert read == (
        "Names: Free Valmora Front (FVF)",
        "What is counted: people killed",
        "Time: January 2023",
        "Names that I don't know: Zembla",
        "Words that I don't know: zebra",
    )


def test_a_month_without_a_year_is_not_given_one() -> None:
    read = lines(why("How many attacks in January?"), "What I read in the question")

    assert "Time: January of any year" in read


def test_a_question_of_words_only_says_so() -> None:
    assert lines(why("the talks"), "What I read in the question") == (
        "Only its words: no name, time or count that I know.",
    )


def test_an_unknown_word_is_told_as_it_was_written() -> None:
    assert lines(traced(Read("unknown word", "zebra")), "What I read in the question") == (
        "Words that I don't know: zebras",
    )
    assert lines(traced(Read("unknown word", "lion")), "What I read in the question") == (
        "Words that I don't know: lion",
    )


def test_a_metric_that_has_no_words_is_told_by_its_id() -> None:
    assert lines(traced(Read("metric", "gone")), "What I read in the question") == ("What is counted: gone",)


def test_the_runner_up_comes_with_how_far_it_is_behind() -> None:
    first, second, *_ = lines(why("the zebra talks"), "What comes nearest")

    assert first.endswith(")")
    assert "behind" not in first
    assert second.endswith(" behind)")


def test_what_was_ruled_out_comes_with_the_reason_as_a_clause() -> None:
    removed = lines(why("How many people were killed in January 2023 by the FVF?"), "What I ruled out")

    assert any(line.endswith("– it is not about Free Valmora Front (FVF)") for line in removed)
    assert len(removed) <= 5


@pytest.mark.parametrize(
    ("removed_by", "clause"),
    [
        ("another period", "it is about another time"),
        ("tells no age", "it tells no age"),
        ("states no other number", "it states no number but that of the question"),
        ("a reason of tomorrow", "a reason of tomorrow"),
    ],
)
def test_every_reason_is_told(removed_by: str, clause: str) -> None:
    (line,) = lines(traced(candidates=(Candidate("talks-dates", 0.5, removed_by),)), "What I ruled out")

    assert line.endswith(f"– {clause}")


def test_a_question_written_down_for_an_answer_needs_no_weighing() -> None:
    explained = why("When was the Lorn Dialogue held?")

    assert explained.sections == ()
    assert "nothing had to be weighed" in explained.lead
    assert explained.entry is not None


@pytest.mark.parametrize(
    ("confidence", "told"),
    [
        (0.3, "I am 30 % sure of the first, and I need 40 %."),
        (0.6, "I am 60 % sure of the first, but another fits as well."),
    ],
)
def test_a_choice_says_why_no_answer_was_chosen(confidence: float, told: str) -> None:
    choices = (Suggestion("talks-dates", "When?"), Suggestion("talks-chair", "Who?"))
    answer = Ambiguous("the talks", confidence, choices, Trace(threshold=0.4))

    assert explanation(pack(), answer).lead == (
        f"I could not tell which of 2 questions was meant, so I offered them: {told}"
    )


def test_an_abstention_gives_its_reason() -> None:
    assert why("Did Zembla agree?").lead == "I gave no answer because my sources say nothing about Zembla."
    assert why("hello there").lead == "I gave no answer because I see no question to look up."


@pytest.mark.parametrize(("confidence", "told"), [(0.2, "20 %"), (0.001, "less than 1 %")])
def test_an_abstention_without_a_reason_says_how_near_the_nearest_is(confidence: float, told: str) -> None:
    trace = Trace((), (Candidate("talks-dates", 0.5),), 0.4)

    assert explanation(pack(), Unanswered("zebras?", confidence, trace=trace)).lead.startswith(
        f"I gave no answer because the nearest that fits is {told} likely to be what was asked, "
        "and I need 40 %"
    )


def test_an_abstention_whose_candidates_all_contradict_says_so() -> None:
    removed = Candidate("talks-dates", 0.5, "another period")

    assert "contradicts it in something" in traced(candidates=(removed,)).lead
    assert "nothing in my sources comes near" in traced().lead


def test_what_nobody_asked_has_the_higher_bar() -> None:
    trace = Trace((), (Candidate("talks-dates", 0.5),), by_words().unasked)

    assert explanation(pack(), Unanswered("It was so.", 0.5, trace=trace)).lead.endswith(
        "and I need 80 %, as for anything that I was not asked."
    )


def test_what_scores_higher_and_is_less_sure_is_said_to_be_ahead() -> None:
    found = traced(candidates=(Candidate("talks-dates", 0.5), Candidate("talks-chair", 0.54)))

    lines = next(section.lines for section in found.sections if "nearest" in section.title)
    assert [line.partition("(")[2] for line in lines] == [
        "score 0.50)",
        "score 0.54, 0.04 ahead, but less sure)",
    ]
