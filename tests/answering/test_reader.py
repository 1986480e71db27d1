"""A question is read for its names, counts, periods and numbers, with slips put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.index import Index
from bot.answering.reader import Reader
from bot.answering.reading import Reading
from bot.answering.repair import MAX_REPAIRS
from bot.knowledge.model import CheckedText, Entity, Pack
from bot.knowledge.periods import Period
from tests.answering.world import TODAY, index, pack


def read(text: str, as_of: date | None = None) -> Reading:
    """Read a question against the made-up country."""
    return index().reader.read(text, as_of)


def keys(text: str) -> set[str]:
    """Return what the telling words of a text are compared by."""
    return {term.key for term in read(text).terms if term.role == "content"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Who chaired the Lorn Dialogue?", {"lorn-talks"}),
        ("what did brandt say", {"ivo-brandt"}),
        ("ISS and PCM", {"iss", "pcm"}),
        ("Lorn", {"lorn"}),
        ("what is it about", set[str]()),
    ],
)
def test_entities_are_named_by_name_alias_or_acronym(text: str, named: set[str]) -> None:
    assert read(text).entities == named


def test_a_capital_also_stands_for_its_government() -> None:
    (link,) = read("Why did Lorn ban lorries?").links

    assert (link.targets, link.loosely) == (("lorn",), ("cabinet",))


@pytest.mark.parametrize(
    "text",
    ["tarnhlom market bombing", "tarnholm markt bombing", "tarnholm market bombng", "Tarnholm Market Bombin"],
)
def test_a_name_with_a_typo_still_names(text: str) -> None:
    assert "market-bombing" in read(text).entities


@pytest.mark.parametrize("text", ["in januray 2023", "in Janury 2023", "in janaury 2023"])
def test_a_month_with_a_typo_is_still_a_month(text: str) -> None:
    assert [mention.alternatives for mention in read(text).periods] == [(Period.parse("2023-01"),)]


@pytest.mark.parametrize("text", ["in the first half of 2022", "in the frist half of 2022"])
def test_words_of_dates_are_not_put_right_to_other_words(text: str) -> None:
    assert [str(mention.alternatives[0]) for mention in read(text).periods] == ["2022-01/2022-06"]


@pytest.mark.parametrize(("number", "value"), [("1344", 1344), ("1 34", 34), ("134,0", 1340), ("13.4", 13.4)])
def test_digits_are_never_put_right(number: str, value: float) -> None:
    assert value in {value for values in read(f"were {number} killed").numbers for value in values}
    assert 134 not in {value for values in read(f"were {number} killed").numbers for value in values}


@pytest.mark.parametrize("country", ["Peru", "peru", "PERU", "Mali", "oman"])
def test_a_country_that_the_pack_does_not_know_is_an_unknown_name(country: str) -> None:
    assert read(f"how many attacks in {country}").names == (country.capitalize(),)


@pytest.mark.parametrize("text", ["Did Zembla warn Zembla?", "did zembla warn ZEMBLA", "zembla?"])
def test_a_word_that_neither_the_pack_nor_english_has_is_an_unknown_name_once(text: str) -> None:
    assert read(text).names == ("Zembla",)


@pytest.mark.parametrize(
    "text",
    ["Did the Market open?", "Were People killed?", "Did it end in March?", "Was it Monday?"],
)
def test_a_known_word_in_capitals_or_one_that_begins_a_sentence_is_no_unknown_name(text: str) -> None:
    assert read(text).names == ()


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("How many people were killed?", "deaths"),
        ("How many people were killed in attacks?", "deaths"),
        ("In the attacks how many people were killed?", "deaths"),
        ("attacks in which people were killed", "attacks"),
        ("How many soldiers were killed?", "security-deaths"),
        ("How many were wounded?", "injured"),
    ],
)
def test_what_is_counted_is_named_after_how_many_or_else_first(text: str, metric: str) -> None:
    assert read(text).asked == {metric}


def test_a_question_that_counts_nothing_asks_for_no_metric() -> None:
    assert read("Who chaired the talks?").asked == frozenset()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("How many people were killed in Northmark in January 2023?", True),
        ("How many people were killed by the FVF?", True),
        ("How many people were killed in the bombing?", False),
        ("Who chaired the talks?", False),
    ],
)
def test_a_bare_count_names_besides_only_places_bodies_and_periods(text: str, *, bare: bool) -> None:
    assert read(text).bare == bare


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$450 million", {450, 450_000_000}),
        ("1,063 people", {1063}),
        ("twelve lorries", {12}),
        ("three lakh", {3, 300_000}),
        ("one or two", set[float]()),
        ("1.2.3", set[float]()),
        ("in 2023", set[float]()),
        ("on 6 March", set[float]()),
    ],
)
def test_numbers_hold_what_they_may_stand_for(text: str, values: set[float]) -> None:
    assert {value for number in read(text).numbers for value in number} == values


def test_a_number_in_a_name_is_part_of_the_name() -> None:
    route = Entity(id="route", name="Route 66")
    reading = Reader(Pack(id="x", title="X", entries={"route": route}), []).read("Where is Route 66?")

    assert (reading.entities, reading.numbers) == ({"route"}, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the ceasefire", "the truce"),
        ("they banned it", "they outlawed it"),
        ("the talks", "the dialogue"),
        ("they sit down at the table", "the talks"),
        ("an armoured car", "a bulletproof vehicle"),
    ],
)
def test_words_and_phrases_of_one_group_are_compared_alike(one: str, other: str) -> None:
    assert keys(one) & keys(other)


def test_the_words_of_a_phrase_of_several_words_are_not_unknown() -> None:
    assert [term for term in read("a bulletproof vehicle").terms if not term.known] == []


def test_a_word_that_the_pack_does_not_have_is_unknown() -> None:
    assert [term.key for term in read("the zebra market").terms if not term.known] == ["zebra"]


@pytest.mark.parametrize(
    ("text", "quantity", "defines"),
    [
        ("How many raids were there?", True, False),
        ("What is the WHO?", False, True),
        ("WHO", False, True),
        ("When did the FVF end it?", False, False),
    ],
)
def test_a_question_asks_for_a_quantity_or_a_meaning(text: str, *, quantity: bool, defines: bool) -> None:
    assert (read(text).quantity, read(text).defines) == (quantity, defines)


def test_last_year_counts_from_the_day_of_the_question() -> None:
    (mention,) = read("how many attacks last year", date(2024, 2, 15)).periods

    assert mention.equals(Period.parse("2023"))


def test_only_so_many_unknown_words_are_put_right() -> None:
    typos = ["kiled"] * (MAX_REPAIRS + 10)
    read_right = [term.key for term in read(" ".join(typos)).terms].count(read("killed").terms[0].key)

    assert read_right == MAX_REPAIRS


def test_a_text_of_the_pack_is_studied_without_putting_it_right() -> None:
    text = "the bombng of the markt"
    assert index().reader.study(text).entities == frozenset()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("How many raids did the RAND count?", "Rand"),
        ("how many raids did rand count", "Rand"),
        ("rand's latest number of raids", "Rand"),
        ("raids according to amnesty", "Amnesty"),
        ("ZQXW's number of raids", "Zqxw"),
        ("the bnx raided a market", "Bnx"),
        ("bnx count of raids in 2023", "Bnx"),
        ("bnx attacks in 2023", "Bnx"),
        ("what did interpol count", "INTERPOL"),
        ("the World Health Organization's figure", "World Health Organization"),
        ("attacks in sri lanka", "Sri Lanka"),
    ],
)
def test_another_body_is_told_by_where_it_stands_or_known_to_everybody(text: str, body: str) -> None:
    assert read(text).names == (body,)


def test_what_is_of_another_country_is_an_unknown_name_in_any_case() -> None:
    assert read("how many british soldiers were killed").names == ("British",)


def test_words_of_a_relative_date_are_known_and_those_of_a_calendar_are_not_relative() -> None:
    reading = index().reader.read("talks last year, in March and in 2021", TODAY)

    assert [reading.relative(mention) for mention in reading.periods] == ["last year", None, None]


def test_a_name_is_one_word_in_all_its_spellings_but_not_in_its_forms() -> None:
    names = Entity(id="minister", name="Amir Muttaqi", aliases=("Mottaqi", "Mutaqi", "Muttaqis", "Nuttaqi"))
    reader = Reader(Pack(id="p", title="P", entries={names.id: names}), [])

    def key(word: str) -> str:
        (found,) = {term.key for term in reader.read(word).terms}
        return found

    assert key("Mottaqi") == key("Mutaqi") == key("Muttaqi")
    assert key("Nuttaqi") != key("Muttaqi")


def test_a_question_checks_what_the_pack_s_checked_text_says() -> None:
    essay = CheckedText(name="the essay")
    checking = Index(replace(pack(), checked_text=essay)).reader

    assert checking.read("which number does The Essay give").checks
    assert not checking.read("which number does the gazette give").checks
    assert not index().reader.read("which number does the essay give").checks
    assert index().reader.read("was the number 134").checks


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("killed in January 2022, not 2023", ["2022-01"]),
        ("killed in 2022 (not in 2023!)", ["2022"]),
        ("was it not 2023?", ["2023"]),
        ("killed in 2022 and in 2023", ["2022", "2023"]),
    ],
)
def test_a_date_that_is_denied_is_none_where_another_is_named(text: str, periods: list[str]) -> None:
    assert [str(mention.alternatives[0]) for mention in read(text).periods] == periods
