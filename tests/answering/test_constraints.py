"""What a question fixes, an entry must not contradict: names, numbers, counts, places and periods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.constraints import contradiction
from bot.answering.index import Index
from bot.knowledge.model import Entity, Entry, Fact, Figure
from bot.knowledge.periods import Period
from tests.answering.entries import GAZETTE, count
from tests.answering.world import TODAY, found, index, pack

MARCH = Period.parse("2023-03-06")


def fits(question: str, key: str) -> bool:
    """Whether an entry of the made-up country contradicts nothing of a question."""
    prepared = index().entries[index().positions[key]]
    return contradiction(index().reader.read(question), prepared, pack()) is None


def fits_alone(question: str, figure: Figure) -> bool:
    """Whether a figure of a pack that has no other contradicts nothing of a question."""
    built = Index(replace(pack(), entries={**entities(), figure.id: figure}))
    prepared = built.entries[built.positions[figure.id]]
    return contradiction(built.reader.read(question), prepared, built.pack) is None


def fits_entry(question: str, entry: Entry) -> bool:
    """Whether an entry, alone with the made-up country's entities, contradicts nothing asked in 2024."""
    cited = replace(entry, citations=(GAZETTE,))
    built = Index(replace(pack(), entries={**entities(), entry.id: cited}))
    prepared = built.entries[built.positions[entry.id]]
    return contradiction(built.reader.read(question, TODAY), prepared, built.pack) is None


def entities() -> dict[str, Entry]:
    """Return the entities of the made-up country."""
    return {entity.id: entity for entity in pack().of_kind(Entity)}


@pytest.mark.parametrize(
    ("question", "key", "fit"),
    [
        pytest.param("killed in January 2023", "deaths-2023-01", True, id="its own month"),
        pytest.param("killed in February 2023", "deaths-2023-01", False, id="another month"),
        pytest.param("killed in 2023", "deaths-2023-01", False, id="a year is no month"),
        pytest.param("killed in January 2022", "deaths-2022", False, id="a month is no year"),
        pytest.param("killed in January", "deaths-2023-01", True, id="a month of any year"),
        pytest.param("killed since January 2023", "deaths-2023-01", False, id="a time without an end"),
        pytest.param("killed", "deaths-2023-01", True, id="no period"),
        pytest.param("talks in March 2023", "talks-dates", True, id="days within the month"),
        pytest.param("talks on 7 March 2023", "talks-dates", True, id="one of two days"),
        pytest.param("talks on 8 March 2023", "talks-dates", False, id="the day after"),
        pytest.param("talks in 2019", "talks-dates", False, id="another year"),
        pytest.param("who chaired the talks in 2023", "talks-chair", False, id="no date known"),
        pytest.param("ceasefire ended before 2023", "ceasefire-end", True, id="a span that it begins in"),
        pytest.param("ceasefire ended before 2022", "ceasefire-end", False, id="a span before it"),
        pytest.param("ceasefire ended after 2021", "ceasefire-end", True, id="a span that holds it"),
        pytest.param("who chaired the talks after 2020", "talks-chair", True, id="a span, no date known"),
        pytest.param("had the ceasefire already ended in 2023", "ceasefire-end", True, id="so since long"),
        pytest.param("was the ceasefire still on in 2021", "ceasefire-end", False, id="so only later"),
        pytest.param("how many were already killed in 2024", "deaths-2023", False, id="counts of a year"),
    ],
)
def test_an_entry_must_speak_for_the_period(question: str, key: str, *, fit: bool) -> None:
    assert fits(question, key) == fit


@pytest.mark.parametrize(
    ("question", "key", "fit"),
    [
        ("killed in Valmora", "deaths-2023-01", True),
        ("killed in Northmark", "deaths-2023-01", False),
        ("attacks in Northmark", "attacks-northmark-2023-01", True),
        ("attacks in Southmark", "attacks-northmark-2023-01", False),
        ("attacks in Tarnholm", "attacks-northmark-2023-01", False),
        ("attacks in Valmora", "attacks-northmark-2023-01", False),
        ("attacks", "attacks-northmark-2023-01", False),
        ("bombing in Northmark", "bombing", True),
        ("killed in the Tarnholm market bombing", "toll-police", True),
    ],
)
def test_a_count_is_of_its_own_place_and_an_event_also_of_what_holds_it(
    question: str, key: str, *, fit: bool
) -> None:
    assert fits(question, key) == fit


@pytest.mark.parametrize(
    ("question", "key", "fit"),
    [
        ("killed according to PCM", "deaths-2023-01-pcm", True),
        ("killed according to PCM", "deaths-2023-01", False),
        ("attacks by the FVF", "attacks-fvf-2022", True),
        ("attacks by the Harrow Brigade", "attacks-fvf-2022", False),
        ("attacks in 2022", "attacks-fvf-2022", False),
        ("89 attacks in 2022: whose?", "attacks-fvf-2022", True),
        ("90 attacks in 2022: whose?", "attacks-fvf-2022", False),
        ("how many killed in Valmora, not in Northmark", "deaths-2023-01", True),
        ("not ISS, PCM: deaths in January 2023", "deaths-2023-01-pcm", True),
        ("not ISS, PCM: deaths in January 2023", "deaths-2023-01", False),
        ("attacks in 2022, not the FVF", "attacks-fvf-2022", False),
        ("how many Germans were killed in January 2023", "deaths-2023-01", False),
        ("how many killed in January 2023, not Valmora", "deaths-2023-01", False),
        ("killed in January 2023, Valmora or Southmark?", "deaths-2023-01", True),
        ("killed in January 2023 by the Lorn institute", "deaths-2023-01", True),
        ("killed in January 2023 by the Lorn peace institute", "deaths-2023-01", True),
        ("killed in January 2023 by the institute in Lorn", "deaths-2023-01", False),
        ("Why did Lorn ban lorries?", "cabinet-lorry-ban", True),
        ("Which lorries went to Lorn?", "cabinet-lorry-ban", False),
        ("Which lorries went past what Lorn banned?", "cabinet-lorry-ban", True),
        ("Why did Northmark ban lorries?", "cabinet-lorry-ban", False),
        ("killed in Lorn", "deaths-2023-01", False),
    ],
)
def test_an_entry_must_concern_whoever_is_named(question: str, key: str, *, fit: bool) -> None:
    assert fits(question, key) == fit


@pytest.mark.parametrize(
    ("question", "key", "fit"),
    [
        ("how many injured", "injured-2023-02", True),
        ("how many injured", "deaths-2023-01", False),
        ("how many killed", "soldiers-2023-01", False),
        ("how many soldiers killed", "deaths-2023-01", False),
        ("how many soldiers killed", "soldiers-2023-01", True),
        ("were 134 killed", "deaths-2023-01", True),
        ("were 135 killed", "deaths-2023-01", False),
        ("did the talks last 7 days", "talks-dates", False),
        ("was the harbour full when 134 were wounded", "deaths-2023-01", True),
        ("how many were wounded, 134?", "deaths-2023-01", False),
    ],
)
def test_a_figure_must_be_of_what_is_counted_and_of_the_number_named(
    question: str, key: str, *, fit: bool
) -> None:
    assert fits(question, key) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        pytest.param("how many people were killed", False, id="nothing of the event"),
        pytest.param("how many people were killed in Northmark in January 2023", False, id="a wider place"),
        pytest.param("how many people were killed in Tarnholm in 2023", False, id="a longer time"),
        pytest.param(
            "how many people were killed in Tarnholm in January 2023", False, id="its place for a month"
        ),
        pytest.param("how many people were killed in Tarnholm", True, id="its place"),
        pytest.param("how many people were killed on 30 January 2023", True, id="its day"),
        pytest.param("how many people were killed in the market bombing", True, id="its name"),
        pytest.param("how many people were killed in the bomb blast", True, id="its words"),
    ],
)
def test_the_toll_of_an_event_answers_no_wider_count(question: str, *, fit: bool) -> None:
    assert fits(question, "toll-police") == fit


def test_a_figure_of_a_narrower_metric_answers_the_broader_one_only_for_one_event() -> None:
    event = replace(count("x", "security-deaths", 9, "2023-01-30"), event="market-bombing")

    assert fits_alone("how many people were killed in the market bombing", event)
    assert not fits_alone(
        "how many people were killed in January 2023", count("x", "security-deaths", 9, "2023-01")
    )


def test_a_figure_of_an_event_whose_metric_is_unknown_answers_for_no_other() -> None:
    event = replace(count("x", "turnips", 9, "2023-01-30"), event="market-bombing")

    assert not fits_alone("how many people were killed in the market bombing", event)


def test_a_figure_without_a_place_or_period_is_contradicted_by_neither() -> None:
    timeless = replace(count("x", "attacks", 9, "2023"), place=None, period=None, asks=("attacks of 2023",))

    assert fits_alone("how many attacks", timeless)
    assert fits_alone("how many attacks in Valmora", replace(timeless, place="valmora"))


@pytest.mark.parametrize(
    ("period", "asked", "fit"),
    [
        pytest.param("2023-01-30/2023-02-04", "in February 2023", True, id="days that reach into the month"),
        pytest.param("2022-08/2023-08", "in 2022", False, id="a year that reaches into the year"),
        pytest.param("2022", "in March 2022", False, id="a whole year"),
    ],
)
def test_only_a_short_period_speaks_for_what_it_overlaps(period: str, asked: str, *, fit: bool) -> None:
    part = replace(
        count("x", "attacks", 9, "2022"), period=Period.parse(period), label="raids on the river", place=None
    )

    assert fits_alone(f"how many attacks on the river {asked}", part) == fit


@pytest.mark.parametrize("word", ["next", "upcoming"])
def test_what_is_still_to_come_is_not_answered_with_what_was(word: str) -> None:
    assert found("When was the Lorn Dialogue?") is not None
    assert found(f"When is the {word} Lorn Dialogue?") is None


@pytest.mark.parametrize(
    ("statement", "fit"),
    [("The talks were held in Tarnholm.", False), ("The next talks are to be held in Tarnholm.", True)],
)
def test_an_entry_that_speaks_of_what_is_still_to_come_may_answer_for_it(
    statement: str, *, fit: bool
) -> None:
    assert fits_entry("When are the next talks in Tarnholm?", Fact(id="x", statement=statement)) == fit


@pytest.mark.parametrize(
    ("question", "key", "fit"),
    [
        ("How much did the talks cost?", "talks-chair", False),
        ("so how many chaired the talks", "talks-chair", False),
        ("Who chaired the talks?", "talks-chair", True),
    ],
)
def test_only_a_number_can_answer_how_many_or_how_much(question: str, key: str, *, fit: bool) -> None:
    assert fits(question, key) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("How many of the 117 people killed were children?", False),
        ("How many people were killed, 117 or 120?", True),
    ],
)
def test_a_number_of_the_question_is_no_answer_to_how_many(question: str, *, fit: bool) -> None:
    fact = Fact(id="x", statement="In the raid 117 people were killed, some of them children.")

    assert fits_entry(question, fact) == fit


def test_somebody_s_next_month_is_not_that_of_today() -> None:
    said = Fact(id="x", statement="Ivo Brandt said that talks would be held next month.", period=MARCH)

    assert fits_entry("What did Ivo Brandt say of talks next month?", said)
    assert not fits_entry("What did Ivo Brandt say of talks next year?", said)


def test_a_count_of_each_day_is_asked_for_with_a_rate_and_one_of_a_year_is_not() -> None:
    whole = count("raids", "attacks", 400, "2023")
    daily = replace(whole, statement="The ISS counted 400 attacks a day in Valmora in 2023.")

    for question in ("how many attacks per day in Valmora in 2023", "daily attacks in Valmora in 2023"):
        assert fits_alone(question, daily)
        assert not fits_alone(question, whole)
