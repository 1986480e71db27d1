"""Short replies in Urdu, those that compare, and those that name only whom or when they ask about."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answer, Answered, Context
from bot.answering.followups.context import context_of
from bot.answering.followups.pointing import with_year_or_month
from bot.answering.followups.related import told_nearby
from bot.answering.followups.usual_words import in_usual_words
from bot.answering.index import Index
from bot.english import CommonEnglish
from bot.knowledge.model import Entity, Fact, Figure, Metric, Pack, Quote, Source
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, shown


def count(key: str, metric: str, value: int, period: str, counter: str) -> Figure:
    """Return a count in Valmora."""
    return Figure(
        id=key,
        metric=metric,
        value=value,
        unit="people",
        period=Period.parse(period),
        place="valmora",
        counted_by=counter,
        citations=(GAZETTE,),
    )


def of_raid(key: str, metric: str, value: int, words: str) -> Figure:
    """Return a count of one event."""
    asks = (f"How many {words} in the Harbour raid?", f"Harbour raid {words}")
    return replace(count(key, metric, value, "2023-03-01", "iss"), event="raid", asks=asks)


def metric(key: str, broader: str | None, *words: str) -> Metric:
    """Return a metric with its sentence."""
    sentence = f"{{who}} counted {{value}} {words[0]} {{where}} {{when}}."
    return Metric(id=key, unit="people", words=words, sentence=sentence, broader=broader)


@cache
def index() -> Index:
    """Return deaths of all, of soldiers and of farmers, a raid with tolls, a sale and what somebody said."""
    entries = (
        Entity(id="valmora", name="Valmora", type="place"),
        Entity(id="iss", name="Institute for Security Statistics", type="body", aliases=("ISS",)),
        Entity(id="pcm", name="Peace and Conflict Monitor", type="body", aliases=("PCM",)),
        Entity(id="raid", name="Harbour raid", type="event"),
        Entity(id="brandt", name="Ivo Brandt", type="person"),
        count("deaths-2023", "deaths", 40, "2023-01", "iss"),
        count("deaths-2022", "deaths", 30, "2022-01", "iss"),
        count("deaths-2022-12", "deaths", 20, "2022-12", "iss"),
        count("year-2023", "deaths", 400, "2023", "iss"),
        count("year-2022", "deaths", 300, "2022", "iss"),
        count("farmers-2023", "farmer-deaths", 9, "2023-01", "pcm"),
        count("soldiers-2023", "soldier-deaths", 6, "2023-01", "iss"),
        count("officers-2023", "officer-deaths", 2, "2023-01", "iss"),
        count("soldiers-2023-pcm", "soldier-deaths", 7, "2023-01", "pcm"),
        of_raid("raid-deaths", "deaths", 5, "killed"),
        of_raid("raid-soldiers", "soldier-deaths", 2, "soldiers killed"),
        of_raid("raid-hurt", "hurt", 8, "injured"),
        Fact(
            id="raided",
            statement="Boats came to the harbour at dawn on 1 March 2023.",
            asks=("What happened at the harbour in March 2023?",),
            about=("raid", "valmora"),
            period=Period.parse("2023-03-01"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="sale",
            statement="The ministry sold the old ferry for $450 million in 2022.",
            asks=("What was sold?", "Was the old ferry sold?"),
            period=Period.parse("2022"),
            citations=(GAZETTE,),
        ),
        Quote(
            id="words",
            words="The ferry is gone.",
            speaker="brandt",
            asks=("What did Ivo Brandt say about the ferry?",),
            period=Period.parse("2022-05-04"),
            citations=(GAZETTE,),
        ),
    )
    return engine.build_index(
        Pack(
            id="short",
            title="Short",
            default_place="valmora",
            metrics={
                each.id: each
                for each in (
                    metric("deaths", None, "killed", "deaths"),
                    metric("soldier-deaths", "deaths", "soldiers killed"),
                    metric("farmer-deaths", "deaths", "farmers killed"),
                    metric("officer-deaths", "soldier-deaths", "officers killed"),
                    metric("hurt", None, "injured"),
                )
            },
            sources={
                "gazette": Source(id="gazette", publisher="The Gazette", date=Period.parse("2024-01-05"))
            },
            entries={entry.id: entry for entry in entries},
        ),
        CommonEnglish(),
    )


def replied(*messages: str) -> Answer:
    """Put a question, then each message as a reply to what came before; return the last answer."""
    about: Context | None = None
    answer: Answer | None = None
    for message in messages:
        answer = engine.answer(index(), message, engine.Ask(as_of=TODAY, about=about))
        about = context_of(answer)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("urdu", "english"),
    [
        ("kab hua?", "when?"),
        ("aur kahan hua tha", "where?"),
        ("kyun?", "why?"),
        ("kis ne kiya", "who did it?"),
        ("kis ne zimmedari li?", "who claimed it?"),
        ("kitne log mare gaye?", "how many people were killed?"),
        ("kitne zakhmi hue", "how many people were injured?"),
        ("aur 2022?", "and 2022?"),
        ("n iss?", "and iss?"),
        ("& the ISS", "and the ISS"),
        (f"kab hua {'tha ' * 12}", f"kab hua {'tha ' * 12}"),
        ("kitne farmers?", "kitne farmers?"),
    ],
)
def test_a_short_reply_in_urdu_is_read_as_the_english_one(urdu: str, english: str) -> None:
    assert in_usual_words(urdu) == english


def test_a_reply_in_urdu_is_answered_from_what_was_asked_and_kept_as_it_was_typed() -> None:
    answer = replied("What happened at the harbour in March 2023?", "kitne log mare?")

    assert shown(answer)[0] == "raid-deaths"
    assert answer.question == "kitne log mare?"


@pytest.mark.parametrize(
    ("own", "other", "read_as"),
    [
        ("January 2023", "the year before", "in January 2022 and in January 2023"),
        ("January 2023", "the month before", "in December 2022 and in January 2023"),
        ("January 2023", "in January 2022", "in January 2022 and in January 2023"),
        ("2023", "the previous year", "in 2022 and in 2023"),
    ],
)
def test_a_reply_compares_with_the_time_that_it_names(own: str, other: str, read_as: str) -> None:
    answer = replied(f"How many killed in {own}?", f"is that more than {other}?")

    assert read_as in answer.trace.read_as
    assert isinstance(answer, Answered)


@pytest.mark.parametrize(
    "reply",
    [
        "is that more than in January 2023?",
        "is that more than in January 2021 and in January 2022?",
        "is that more than in some month?",
        "is that more than in 2022?",
    ],
)
def test_what_can_t_be_compared_is_not(reply: str) -> None:
    assert not isinstance(replied("How many killed in January 2023?", reply), Answered)


@pytest.mark.parametrize(
    ("own", "reply", "read_as"),
    [
        ("January 2023", "is that less than in March?", "in January 2023 and in March 2023"),
        ("January 2023", "is that more than in December?", "in December 2022 and in January 2023"),
    ],
)
def test_a_month_without_a_year_is_the_nearest_to_what_was_counted(
    own: str, reply: str, read_as: str
) -> None:
    assert read_as in replied(f"How many killed in {own}?", reply).trace.read_as


def test_the_year_after_years_that_were_compared_is_the_one_after_the_last() -> None:
    answer = replied(
        "How many attacks in 2021 by the ISS?", "is that more than the year before?", "and the year after?"
    )

    assert "in 2022" in answer.trace.read_as


def test_the_year_of_a_day_has_no_month_before() -> None:
    answer = replied("How many killed in the Harbour raid?", "is that more than the month before?")

    assert not isinstance(answer, Answered)


def test_two_times_have_no_year_before() -> None:
    answer = replied(
        "How many killed in January 2022 and January 2023?", "is that more than the year before?"
    )

    assert not isinstance(answer, Answered)


def test_the_year_before_a_year_is_no_month() -> None:
    assert not isinstance(
        replied("How many killed in 2023?", "is that more than the month before?"), Answered
    )


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (("How many killed in January 2023?", "and soldiers?"), "soldiers-2023"),
        (("How many farmers killed in January 2023?", "and soldiers?"), "soldiers-2023-pcm"),
        (("What happened at the harbour in March 2023?", "how many soldiers killed?"), "raid-soldiers"),
        (("What happened at the harbour in March 2023?", "how many injured?"), "raid-hurt"),
    ],
)
def test_of_whom_it_counts_is_enough_and_who_counted_stays(messages: tuple[str, ...], entry: str) -> None:
    assert shown(replied(*messages))[0] == entry


@pytest.mark.parametrize(
    "reply", ["when did he say that?", "when was it said?", "and when was this published"]
)
def test_when_words_were_said_is_told_with_them(reply: str) -> None:
    assert shown(replied("What did Ivo Brandt say about the ferry?", reply)) == ["words"]


def test_how_much_shows_the_sum_that_was_told() -> None:
    assert shown(replied("Was the old ferry sold?", "how much?")) == ["sale"]
    assert not isinstance(replied("What happened at the harbour in March 2023?", "how much?"), Answered)


def test_that_year_is_the_year_of_the_answer() -> None:
    answer = replied("How many killed in January 2023?", "how many killed in total that year")

    assert answer.trace.read_as == "how many killed in total in 2023"
    assert shown(answer)[0] == "year-2023"


@pytest.mark.parametrize(
    ("span", "text", "read_as"),
    [
        ("2020-08-15/2021-08-14", "and the year after?", "and from 15 August 2021 to 14 August 2022?"),
        ("2021-08-15/2022-08-14", "and the year before?", "and from 15 August 2020 to 14 August 2021?"),
        ("2020-08-15/2021-08-14", "and the whole year?", "and the whole year?"),
        ("2020-08-15/2021-08-14", "and the month after?", "and the month after?"),
        ("2020-03-15/2021-08-14", "and the year after?", "and the year after?"),
        ("2022-01/2022-11", "what about the whole year", "and in 2022?"),
        ("2022-01/2022-11", "and the month before", "and the month before"),
        ("9999-12", "and the month after", "and the month after"),
        ("0001", "and the year before", "and the year before"),
        ("2021/2022", "and the year after", "and in 2023?"),
        ("2021/2022", "the year before?", "and in 2020?"),
        ("2021/2022", "and the whole year", "and the whole year"),
        ("2021-08-15/2022-08-14", "killed in that year", "killed from 15 August 2021 to 14 August 2022"),
        ("2021", "year before?", "and in 2020?"),
        ("2021", "and 22", "and in 2022?"),
        ("2021", "'23?", "and in 2023?"),
        ("2021-03", "and 22", "and 22"),
        ("2021", "and 2", "and 2"),
    ],
)
def test_the_year_beside_a_span_is_as_long_or_none(span: str, text: str, read_as: str) -> None:
    assert with_year_or_month(text, Period.parse(span)) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("killed that month", "killed in January 2023"),
        ("killed in the same year", "killed in 2023"),
        ("killed", "killed"),
        ("killed in 2021, and hurt that year", "killed in 2021, and hurt that year"),
        ("and the year before?", "and in 2022?"),
        ("what about the year after that", "and in 2024?"),
        ("and in the previous month", "and in December 2022?"),
        ("how about the following year?", "and in 2024?"),
        ("and the whole year?", "and in 2023?"),
        ("is that more than the year before?", "is that more than the year before?"),
    ],
)
def test_that_month_is_the_month_of_the_answer(text: str, read_as: str) -> None:
    entry = index().pack.entries["deaths-2023"]
    assert isinstance(entry, Figure)

    assert with_year_or_month(text, entry.period) == read_as
    assert with_year_or_month(text, None) == text


@pytest.mark.parametrize(
    ("said", "usual"),
    [
        ("no i mean the Karachi one", "and the Karachi one"),
        ("I meant 2021", "and 2021"),
        ("no, how many were hurt?", "how many were hurt?"),
        ("sorry, i meant who counted that", "who counted that"),
        ("no thanks", "no thanks"),
        ("no", "no"),
        ("which month?", "when?"),
    ],
)
def test_a_reply_that_corrects_is_read_as_what_it_asks_instead(said: str, usual: str) -> None:
    assert in_usual_words(said) == usual


def test_the_count_just_told_is_none_of_whom_a_reply_asks_about() -> None:
    assert shown(replied("How many were killed in the Harbour raid?", "no, i asked how many farmers")) == []
    assert (
        shown(replied("How many were killed in the Harbour raid?", "how many soldiers"))[0] == "raid-soldiers"
    )


def test_a_part_of_a_part_is_a_part_too() -> None:
    assert shown(replied("How many were killed in January 2023?", "and officers?"))[0] == "officers-2023"


def test_a_count_is_not_told_again_for_how_many_were_counted() -> None:
    told = index().pack.entries["deaths-2023"]

    assert told_nearby(index(), "how many killed did they count", told, TODAY) is None
