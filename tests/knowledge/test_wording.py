"""The words people meet: asks, names, questions, and how figures are worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge.model import Entity, Entry, Question
from bot.knowledge.wording import numbers_in
from tests.knowledge.good_pack import (
    ASKS,
    DEATHS,
    EVENT,
    FACT,
    FIGURE,
    HELD,
    PAKISTAN,
    QUOTE,
    SAID,
    found,
    only,
    pack,
)


def test_two_entries_with_the_same_question_are_found() -> None:
    whole = pack(replace(EVENT, asks=("what dates,  were THE talks", *HELD)))

    assert only(whole) == (
        "error entry talks asks: the entry 'dates' has the same question; make the two questions differ"
    )


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_live_entries_compete_for_a_question(status: str) -> None:
    event = replace(EVENT, asks=ASKS, status=status)  # pyright: ignore[reportArgumentType]

    assert found(pack(event)) == []


@pytest.mark.parametrize(
    ("entry", "only_so_many"),
    [
        (replace(FACT, asks=ASKS[:2]), "only 2 ways to ask for it are given"),
        (replace(QUOTE, asks=SAID[:1]), "only 1 way to ask for it is given"),
        (replace(EVENT, asks=()), "no way to ask for it is given"),
    ],
)
def test_a_fact_a_quotation_and_an_event_should_have_three_questions(entry: Entry, only_so_many: str) -> None:
    assert only(pack(entry)) == (
        f"warning entry {entry.id} asks: {only_so_many}; add phrasings, at least 3 in all"
    )


@pytest.mark.parametrize(
    "asks",
    [
        ("What dates were the talks?", "what dates were the talks", "talks: what dates?", "Which days?"),
        ("What dates?", "what dates", "WHAT DATES!", "What, dates?", "what dates?", "which days"),
    ],
)
def test_the_same_words_in_another_order_are_no_other_way_to_ask(asks: tuple[str, ...]) -> None:
    finding = only(pack(replace(FACT, asks=asks)))

    assert (
        "ways to ask for it are given, the others have the same words; add phrasings in other words"
        in finding
    )


def test_nobody_need_ask_for_what_is_withdrawn() -> None:
    assert found(pack(replace(FACT, asks=(), status="withdrawn"))) == []


@pytest.mark.parametrize("ask", ["Talks?", "???"])
def test_one_word_is_no_question_but_for_an_entity(ask: str) -> None:
    assert only(pack(replace(EVENT, asks=(ask, *HELD)))).startswith("warning entry talks asks: one word")
    assert found(pack(replace(PAKISTAN, asks=(ask, "pk")))) == []


@pytest.mark.parametrize(
    ("other", "field"),
    [
        (Entity(id="peshawar", name="pk"), "name"),
        (Entity(id="peshawar", name="Peshawar", aliases=("P.", "Pakistan")), "aliases"),
    ],
)
def test_a_name_that_two_entities_share_is_found_with_both(other: Entity, field: str) -> None:
    (finding,) = found(pack(other))

    assert finding.startswith(f"error entry peshawar {field}: ")
    assert "names both 'pakistan' and 'peshawar'; leave it to one of the two" in finding


def test_an_entity_may_repeat_its_name_and_a_withdrawn_one_its_successor_s() -> None:
    again = Entity(id="old", name="Pakistan", status="withdrawn")

    assert found(pack(replace(PAKISTAN, aliases=("pakistan",)), again)) == []


@pytest.mark.parametrize(
    ("metric", "mend"), [("death", "did you mean 'deaths'?"), ("votes", "add it to metrics in pack.yaml")]
)
def test_an_unknown_metric_is_found(metric: str, mend: str) -> None:
    assert only(pack(replace(FIGURE, metric=metric))) == (
        f"error entry toll metric: there is no metric {metric!r}; {mend}"
    )


def test_a_figure_should_have_the_unit_of_its_metric() -> None:
    assert only(pack(replace(FIGURE, unit="attacks"))).startswith(
        "warning entry toll unit: is 'attacks', but the metric 'deaths' counts 'people'"
    )


def test_a_count_with_a_label_may_have_a_unit_of_its_own() -> None:
    assert found(pack(replace(FIGURE, unit="attacks", label="attacks on the market"))) == []


def test_a_figure_needs_words() -> None:
    whole = pack(metrics={"deaths": replace(DEATHS, sentence=None)})

    assert only(whole).startswith("error entry toll statement: nothing words this figure")
    assert (
        found(replace(whole, entries=whole.entries | {"toll": replace(FIGURE, statement="134 died.")})) == []
    )


@pytest.mark.parametrize("unit", ["million people", "percent", "euros"])
def test_a_sentence_says_the_unit_without_which_its_number_means_something_else(unit: str) -> None:
    told, figure = f"{{value}} {unit} died.", replace(FIGURE, unit=unit)
    hidden = pack(figure, metrics={"deaths": replace(DEATHS, unit=unit, sentence="{value} died.")})

    assert only(hidden) == (
        f"warning pack  metrics.deaths.sentence: never says the unit, {unit!r}: the number would stand alone;"
        f' write it behind the number: "{{value}} {unit}"'
    )
    assert found(pack(figure, metrics={"deaths": replace(DEATHS, unit=unit, sentence=told)})) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("{value} in {place}", "there is no placeholder {place}"),
        ("{value} {}", "there is no placeholder {}"),
        ("{value:>9}", "there is no placeholder {value:>9}"),
        ("{value!r}", "there is no placeholder {value!r}"),
        ("{value.real}", "there is no placeholder {value.real}"),
        ("{value} {", "a { or } stands alone"),
        ("} {value}", "a { or } stands alone"),
        ("Some {when}", "the number is missing"),
    ],
)
def test_a_sentence_can_be_filled_in(sentence: str, message: str) -> None:
    assert only(pack(metrics={"deaths": replace(DEATHS, sentence=sentence)})) == (
        f"error pack  metrics.deaths.sentence: {message}; use {{value}} {{who}} {{where}} {{when}}"
    )


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("How many {value} {when}?", "there is no placeholder {value}"),
        ("How many {", "a { or } stands alone"),
    ],
)
def test_a_question_of_a_metric_can_be_filled_in(question: str, message: str) -> None:
    assert only(pack(metrics={"deaths": replace(DEATHS, question=question)})) == (
        f"error pack  metrics.deaths.question: {message}; use {{who}} {{where}} {{when}}"
    )


def test_a_question_of_a_metric_may_name_whatever_it_needs() -> None:
    assert found(pack(metrics={"deaths": replace(DEATHS, question="How many died {when}?")})) == []


def test_a_range_does_not_end_before_it_begins() -> None:
    assert only(pack(replace(FIGURE, value_max=101))).startswith(
        "error entry toll value_max: 101 is less than the value, 134"
    )
    assert found(pack(replace(FIGURE, value_max=134))) == []


@pytest.mark.parametrize(
    ("value", "statement"),
    [
        (134, "At least 134 people died."),
        (80_000, "Some 80,000 people"),
        (80_000, "Some 80\N{NO-BREAK SPACE}000 people"),
        (1_234_567, "12,34,567 people"),
        (2_000_000_000, "$2 billion"),
        (2_300_000, "2.3 million"),
        (10_000_000, "one crore"),
        (450, "$450 million"),
        (2.5, "rose by 2.5 percent"),
        (2.0, "two rounds"),
        (-3, "fell by 3 percent"),
        (20, "twenty-odd"),
        (0, "No one died"),
    ],
)
def test_a_statement_that_names_the_number_is_good(value: float, statement: str) -> None:
    assert found(pack(replace(FIGURE, value=value, statement=statement))) == []


def test_a_statement_may_name_the_upper_end() -> None:
    assert found(pack(replace(FIGURE, value_max=140, statement="Up to 140 people died."))) == []


@pytest.mark.parametrize("statement", ["Many died.", "1,340 people died.", "135 died.", "13.4 people"])
def test_a_statement_without_the_number_is_found(statement: str) -> None:
    assert only(pack(replace(FIGURE, statement=statement))) == (
        "error entry toll statement: does not contain the number 134; write the same number in both"
    )


def test_words_that_only_begin_like_numbers_are_none() -> None:
    assert numbers_in("someone attended often, a millionaire") == set()


def test_a_question_written_down_twice_is_found() -> None:
    whole = pack(questions=(Question(question="Who won?"), Question(question="who won", split="report")))

    assert only(whole) == (
        "error question 1 question: the same question is there already: 'Who won?'; delete one of the two"
    )


def test_questions_of_signs_alone_are_compared_as_they_are() -> None:
    assert found(pack(questions=(Question(question="?!"), Question(question="??")))) == []
