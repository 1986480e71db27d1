"""Sums are worked out from counts that measure the same thing, with every input cited, or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from bot.answering import engine
from bot.answering.answer import Answer, Answered, Computed, Unanswered
from bot.answering.contract import as_json
from bot.answering.explaining import explanation
from bot.answering.figures.arithmetic import Bounds, total
from bot.answering.figures.series import slots
from bot.answering.wording import plain
from bot.knowledge.model import Entity, Fact
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, METRICS, TODAY, ask, build, count, deaths, index, shown


def computed(question: str, answer: Answer | None = None) -> Computed:
    """Return what was worked out for a question."""
    found = ask(question) if answer is None else answer
    assert isinstance(found, Answered)
    assert found.computed is not None
    return found.computed


def inputs(question: str) -> list[str]:
    """Return the entries that went into what was worked out."""
    return [statement.entry for statement in computed(question).inputs]


def is_computed(question: str) -> bool:
    """Whether anything was worked out for a question."""
    answer = ask(question)
    return isinstance(answer, Answered) and answer.computed is not None


def refusal(question: str) -> str:
    """Return why a sum was refused."""
    answer = ask(question)
    assert isinstance(answer, Unanswered)
    return answer.reason or ""


@pytest.mark.parametrize(
    "question",
    [
        "How many more attacks were there in 2021 than in 2020?",
        "By how much did attacks rise from 2020 to 2021?",
        "Difference between attacks in 2020 and 2021",
        "attacks 2020 vs 2021",
        "Compare attacks in 2020 and 2021",
        "between 2020 and 2021, did attacks increase?",
        "By what percentage did attacks go up in 2021 over 2020?",
        "Have attacks doubled between 2020 and 2021?",
        "Were attacks climbing between 2020 and 2021?",
    ],
)
def test_two_periods_are_compared_in_order_of_time_with_the_sums_shown(question: str) -> None:
    found = computed(question)

    assert found.text == "Attacks in Valmora, counted by ISS, rose by 20, from 100 in 2020 to 120 in 2021."
    assert found.workings == (
        "Difference: 120 \u2212 100 = 20: a rise",
        "Ratio: 120 ÷ 100 = 1.2 (20 % more)",
    )
    assert inputs(question) == ["a-2020", "a-2021"]


def test_a_computed_answer_keeps_the_contract_and_cites_every_input() -> None:
    answer = ask("How many more attacks were there in March 2023 than in December 2022?")
    found = as_json(answer, 0.1)

    assert found["status"] == "answered"
    assert found["entries"] == ["a-2022-12", "a-2023-03"]
    assert found["citations"]
    assert "20 \u2212 8 = 12" in found["answer"]
    assert found["computed"] == list(computed("", answer).workings)
    assert explanation(index().pack, answer).lead == (
        "I worked the answer out from 2 stored counts; no stored statement gives it."
    )


def test_a_fall_and_a_count_that_stayed_the_same_are_said_so() -> None:
    assert (
        "fell by 8, from 20 in January 2023 to 12 in February 2023"
        in computed("Did attacks fall from January 2023 to February 2023?").text
    )
    assert (
        "stayed the same: 20 in January 2023 and in March 2023"
        in computed("How did attacks change between January 2023 and March 2023?").text
    )


def test_where_sources_disagree_every_value_goes_into_the_sum() -> None:
    answer = ask("How many fewer attacks in 2022 than in 2021 according to the ISS?")
    found = computed("", answer)

    assert found.text.endswith("fell by between 25 and 30, from 120 in 2021 to 90 (or 95) in 2022.")
    assert len([line for line in found.workings if line.startswith("Difference")]) == 2
    assert isinstance(answer, Answered)
    assert answer.disputed
    assert answer.dispute_notes == ("80 at first.",)


def test_a_qualifier_goes_on_into_the_result() -> None:
    assert "rose by at least 50" in computed("By how much did attacks rise from 2020 to 2023?").text
    assert "(at least 150) + 100 + 120" not in " ".join(computed("total attacks in 2020 and 2023").workings)
    assert computed("total attacks in 2020 and 2023").workings == (
        "Total: 100 + (at least 150) = at least 250",
    )


def test_what_is_not_certain_is_said_to_be_so() -> None:
    text = computed("Did deaths rise from 2022 to 2023?").text

    assert (
        "went from up to 400 in 2022 to about 300 in 2023; whether they rose or fell is not certain" in text
    )


def test_each_counter_has_a_result_of_its_own() -> None:
    found = computed("Did attacks rise from 2021 to 2022?")

    assert [line.split(",")[1] for line in found.text.splitlines()] == [" counted by ISS", " counted by PCM"]
    assert any(line.startswith("PCM: Difference: 77 \u2212 70 = 7") for line in found.workings)


def test_a_counter_or_a_group_that_is_named_is_the_only_one() -> None:
    assert inputs("Did attacks rise from 2021 to 2022 according to PCM?") == ["a-pcm-2021", "a-pcm-2022"]
    assert inputs("Did attacks by the FVF rise from 2021 to 2022?") == ["a-fvf-2021", "a-fvf-2022"]


def test_unnamed_counters_are_known_by_who_published() -> None:
    assert "as published by The Gazette" in computed("deaths 2021 compared with 2022").text


def test_two_counters_stand_side_by_side_without_a_difference() -> None:
    found = computed("Did the ISS or PCM count more attacks in 2021?")

    assert found.text == (
        "Attacks in Valmora in 2021: 120 by the count of Institute for Security Statistics (ISS); "
        "70 by the count of Peace and Conflict Monitor (PCM)."
    )
    assert found.workings == (
        "They do not measure in the same way, so no difference between them is worked out.",
    )
    assert not is_computed("Did the ISS or PCM count more attacks in 2023?")


def test_two_places_are_compared_for_one_period_and_counter() -> None:
    found = computed("Were there more attacks in Southmark than in Northmark in January 2023?")

    assert found.text.endswith("5 in Northmark, 9 in Southmark.")
    assert found.workings[0] == "Difference: 9 \u2212 5 = 4: more in Southmark"
    assert "counted by" in refusal("Were there more attacks in Northmark than in Southmark in February 2023?")
    assert not is_computed("Were there more attacks in Northmark than in Tarnholm in January 2023?")


def test_one_period_that_rose_is_compared_with_the_one_before() -> None:
    assert inputs("Did attacks fall in February 2023?") == ["a-2023-01", "a-2023-02"]
    assert inputs("Did attacks by the FVF rise in 2022?") == ["a-fvf-2021", "a-fvf-2022"]
    assert not is_computed("Did attacks rise in the first half of 2023?")
    assert not is_computed("Did attacks rise in 2019?")
    assert not is_computed("Were there more attacks in 2021?")


def test_a_change_that_a_source_gives_in_percent_comes_before_the_sums() -> None:
    answer = ask("What was the rise in attacks in 2021 over 2020?")

    assert isinstance(answer, Answered)
    assert answer.main.entry in {"rise-2021", "a-2020"}
    assert computed("", answer)


@pytest.mark.parametrize(
    ("question", "text", "working"),
    [
        (
            "What was the total of attacks in December 2022 and January 2023?",
            "come to 28 in December 2022 and January 2023 together",
            "Total: 8 + 20 = 28",
        ),
        (
            "attacks in January and March 2023 combined",
            "come to 40 in January 2023 and March 2023 together",
            "Total: 20 + 20 = 40",
        ),
        (
            "total attacks from December 2022 to March 2023",
            "come to 60 in December 2022, January 2023, February 2023 and March 2023 together",
            "Total: 8 + 20 + 12 + 20 = 60",
        ),
        (
            "How many attacks in 2020, 2021 and 2022 altogether by the ISS?",
            "come to between 310 and 315 in 2020, 2021 and 2022 together",
            "Total: 100 + 120 + (95 or 90) = between 310 and 315",
        ),
    ],
)
def test_periods_that_do_not_overlap_are_added_up(question: str, text: str, working: str) -> None:
    found = computed(question)

    assert text in found.text
    assert found.workings == (working,)


def test_a_total_never_counts_a_day_twice() -> None:
    assert refusal("total attacks in 2022 and December 2022") == (
        "2022 and December 2022 share days, which a total would count twice"
    )
    assert not is_computed("total attacks in 2018 and December 2018")


def test_what_is_offered_instead_stays_when_a_sum_is_refused() -> None:
    among = build(fact("Counts of attacks in 2022 are many."), replace(fact("They are few."), id="few"))
    answer = ask("sum of attacks in 2022 and December 2022", among=among)

    assert isinstance(answer, Unanswered)
    assert "share days" in (answer.reason or "")


def test_a_stored_answer_is_not_taken_away_by_a_refusal() -> None:
    stored = replace(
        fact("Attacks in all of 2022 and of December 2022 came to a sum."),
        asks=("What is the sum of attacks in 2022 and December 2022?",),
        period=Period.parse("2022"),
    )
    answer = ask("the sum of attacks of 2022 and December 2022?", among=build(stored))

    assert shown(answer) == ["told"]


def test_a_figure_without_a_period_has_no_place_in_time() -> None:
    found = slots(index().pack, [replace(count("x", 1, "2020"), period=None), count("y", 2, "2021")])

    assert [slot.period for slot in found] == [Period.parse("2021")]


def test_a_total_is_not_made_of_the_counts_of_different_counters() -> None:
    assert "was counted by" in refusal("total attacks in 2019 and 2020")


@pytest.mark.parametrize(
    "question",
    [
        "total attacks in 2021",
        "total attacks from 2017 to 2019",
        "total attacks from January 2023 to June 2023",
        "total attacks in 2020 and 2018",
        "How many attacks in December 2022 and January 2023?",
    ],
)
def test_no_total_is_made_up_where_a_count_is_missing_or_none_is_asked_for(question: str) -> None:
    assert not is_computed(question)


def test_nothing_is_said_of_a_total_of_which_nothing_is_known() -> None:
    counts = build(
        deaths("low", 5, "2019", qualifier="at least"), deaths("high", 5, "2018", qualifier="up to")
    )
    answer = ask("total deaths in 2018 and 2019", among=counts)

    assert not (isinstance(answer, Answered) and answer.computed)
    assert total([Bounds(None, None)]).words() == ""


def test_different_things_are_not_added_or_compared() -> None:
    question = "What is the total of attacks and deaths in 2022 and 2023?"

    assert refusal(question) == "they count attacks and deaths apart, and these do not measure the same thing"
    assert not is_computed("What is the total of attacks and deaths in 2015 and 2016?")


def test_periods_of_different_length_are_not_compared() -> None:
    assert "is a year, January 2023 is a month" in refusal("more attacks in 2022 than in January 2023?")
    assert not is_computed("Were there more attacks in 2021 than in 2017?")


def test_the_highest_and_lowest_are_named_with_everything_they_were_chosen_from() -> None:
    found = computed("Which year had the most attacks by the PCM?")

    assert found.text == (
        "Attacks in Valmora, counted by PCM, were highest in 2022, 77, "
        "of the 3 years that my sources have a count for."
    )
    assert found.workings == ("In order: 2022: 77; 2021: 70; 2019: 60",)
    assert len(inputs("Which year had the most attacks by the PCM?")) == 3


def test_ends_that_are_shared_or_uncertain_are_said_to_be_so() -> None:
    assert (
        "were highest in January 2023 and March 2023, 20 each"
        in computed("In which month were attacks highest?").text
    )
    assert (
        "were lowest in 2022, 95 (or 90)"
        in computed("Which year had the fewest attacks according to ISS?").text
    )
    both = computed("highest and lowest month for attacks since January 2023").text
    assert "highest in January 2023 and March 2023, 20 each and lowest in February 2023, 12" in both
    counts = build(count("open", 2, "2023-04", qualifier="at least"))
    answer = ask("Which month from January 2023 to April 2023 had the most attacks?", among=counts)
    assert "not certain, as a count is open: April 2023: at least 2" in computed("", answer).text


def test_the_deadliest_month_is_the_one_with_most_deaths() -> None:
    assert inputs("What was the deadliest month?") == ["d-2023-01", "d-2023-02"]
    assert inputs("Which was deadlier, January or February 2023?") == ["d-2023-01", "d-2023-02"]


def test_an_extreme_looks_only_at_the_time_that_is_named() -> None:
    assert "a-2022-12" not in inputs("Which month from January to March 2023 had the fewest attacks?")
    assert len(inputs("Which year from 2020 to 2022 had the fewest attacks by the ISS?")) == 4
    assert inputs("Which month from December 2022 to January 2023 had the most attacks?") == [
        "a-2023-01",
        "a-2022-12",
    ]
    assert not is_computed("Which month of 2019 had the most attacks?")


def test_the_best_of_a_few_months_of_a_year_is_not_the_best_of_the_year() -> None:
    assert refusal("Which month of 2023 had the fewest attacks?") == (
        "they have a count for only 3 of the 12 months"
    )
    assert refusal("Which year from 2010 to 2021 had the most attacks?") == (
        "they have a count for only 2 of the 12 years"
    )


def test_a_stored_superlative_for_the_same_month_comes_first() -> None:
    answer = engine.answer(index(), "Was March 2023 the month with the most attacks?", engine.Ask())

    assert shown(answer)[0] == "march-fact"


def test_a_trend_goes_over_every_period_of_a_counter() -> None:
    found = computed("What is the trend of attacks by the ISS?")

    assert "rose from 100 in 2020 to at least 150 in 2023" in found.text
    assert found.workings == ("In order of time: 2020: 100; 2021: 120; 2022: 95 (or 90); 2023: at least 150",)
    assert inputs("Have attacks risen since 2021 by PCM's count?") == ["a-pcm-2021", "a-pcm-2022"]
    assert inputs("Have attacks risen since January 2023?") == ["a-2023-01", "a-2023-02", "a-2023-03"]
    assert inputs("How did attacks develop in 2020 and 2021?") == ["a-2020", "a-2021"]
    assert inputs("Compare attacks in 2020, 2021 and 2022") == ["a-2020", "a-2021", "a-2022-again", "a-2022"]
    assert not is_computed("Have attacks risen since 2018?")


@pytest.mark.parametrize(
    "question",
    [
        "Why did attacks rise from 2020 to 2021?",
        "Did drone attacks rise from 2020 to 2021?",
        "Did attacks by the Harrow Brigade rise from 2020 to 2021?",
        "Did attacks in Zembla rise from 2020 to 2021?",
        "Did attacks rise by 30 from 2020 to 2021?",
        "Did attacks rise until 2021?",
        "Did attacks rise since 2020 and in 2021?",
        "Did attacks rise in March?",
        "Did attacks rise from March to January 2023?",
        "Did attacks rise from 2020 to 2021 and in 2022?",
        "Did tents rise from 2020 to 2021?",
        "Did anything rise from 2020 to 2021?",
        "attacks in 2020",
        "Is it true that attacks fell from 2020 to 2021?",
    ],
)
def test_a_question_that_says_more_or_names_what_is_not_counted_is_left_to_the_stored_answers(
    question: str,
) -> None:
    assert not is_computed(question)


def test_days_and_dates_without_a_year_take_the_year_of_the_next_date() -> None:
    assert (
        "from 20 in January 2023"
        in computed("Were there more attacks in January than in February 2023?").text
    )
    assert not is_computed("Were there more attacks on 3-4 May 2023 than on 5-6 May 2023?")


def test_a_message_that_nobody_put_to_the_bot_is_never_worked_out() -> None:
    answer = engine.answer(
        index(), "Did attacks rise from 2020 to 2021?", engine.Ask(asked=False, as_of=TODAY)
    )

    assert not (isinstance(answer, Answered) and answer.computed)


def test_where_no_place_is_the_usual_one_every_place_counts_for_itself() -> None:
    answer = ask("Were there more attacks in 2021 than in 2020?", among=build(default_place=None))

    assert shown(answer) == ["a-2020", "a-2021"]


def test_more_counters_than_have_room_are_mentioned() -> None:
    many = [
        count(f"more-{counter}-{year}", year, str(year), counted_by=counter)
        for counter in ("fvf", "harrow", "ivo-brandt", "ada-weld")
        for year in (2014, 2015)
    ]
    more = [count(f"iss-{year}", year, str(year)) for year in (2014, 2015)]
    found = computed("", ask("Did attacks rise from 2014 to 2015?", among=build(*many, *more)))

    assert len(found.text.splitlines()) == 4
    assert found.workings[-1] == "Other counters have such counts too. Name one to see its own."


def fact(statement: str) -> Fact:
    """Return a fact that is asked for like a sum."""
    return Fact(
        id="told",
        statement=statement,
        asks=("How did attacks change between 2020 and 2021 by count?", "attacks 2020 2021 change count"),
        period=Period.parse("2020/2021"),
        citations=(GAZETTE,),
    )


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("The count of attacks was up by 20 between 2020 and 2021.", True),
        ("Attacks: a count of 100 in 2020 and of 120 in 2021.", True),
        ("The count of attacks rose in 2021 from that of 2020.", True),
        ("The count of attacks in 2020 and 2021 was made with care.", False),
    ],
)
def test_a_stored_statement_of_the_result_comes_before_the_sums(statement: str, first: bool) -> None:  # noqa: FBT001
    among = build(fact(statement))
    answer = ask("How did the attacks count change between 2020 and 2021?", among=among)
    found = computed("", answer)

    assert found.stored == first
    assert (shown(answer)[0] == "told") == first
    assert {"a-2020", "a-2021"} <= set(shown(answer))
    text = plain(cast("Answered", answer))
    assert (text.startswith(statement) and "Worked out from the counts:" in text) == first
    assert ("I answered because" in explanation(among.pack, answer).lead) == first


def test_a_word_for_change_in_the_name_of_what_is_counted_asks_for_none() -> None:
    named = replace(METRICS[-1], id="calls", unit="calls", words=("dropped calls",))
    named = replace(named, sentence="{who} counted {value} dropped calls {when}.")
    among = build(
        count("calls-2022", 40, "2022", metric="calls", unit="calls"),
        count("calls-2023", 30, "2023", metric="calls", unit="calls"),
        metrics=(*METRICS, named),
    )
    fell = "did dropped calls fall from 2022 to 2023?"

    assert shown(ask("how many dropped calls in 2023?", among=among))[0] == "calls-2023"
    assert computed(fell, ask(fell, among=among))


def test_a_counter_may_be_named_by_what_it_is_part_of() -> None:
    bureau = Entity(id="bureau", name="Reef Bureau")
    desk = Entity(id="desk", name="Counting Desk", part_of=("bureau",))
    built = build(
        bureau,
        desk,
        count("desk-2020", 10, "2020", counted_by="desk", by=("fvf",)),
        count("desk-2021", 13, "2021", counted_by="desk", by=("fvf",)),
    )
    question = (
        "How many more attacks did the FVF carry out in 2021 than in 2020, according to the Reef Bureau?"
    )
    answer = engine.answer(built, question)

    assert [statement.entry for statement in computed(question, answer).inputs] == ["desk-2020", "desk-2021"]
