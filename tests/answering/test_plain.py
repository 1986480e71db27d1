"""Packs of nothing but asks: matched by resemblance, with bars that the pack's own asks set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.answering import plain as plain_module
from bot.answering.answer import Answered, Unanswered
from bot.answering.engine import Index, answer, build_index
from bot.answering.plain import FEWEST_ENTRIES
from bot.answering.ranking import rank
from bot.answering.resemblance import Resemblance
from bot.knowledge.model import Citation, Entity, Entry, Fact, Pack, Source
from bot.knowledge.periods import Period
from tests.answering.hashing import HashingEncoder

ASKS = {
    "hours": ("when is the club open", "what are the opening hours", "until what time can i play"),
    "fee": ("what does membership cost", "how much is the yearly fee", "price of joining the club"),
    "parking": ("where can i park my car", "is there parking near the hall", "car park"),
    "pieces": ("do you lend boards and pieces", "must i bring my own chess set", "can i borrow a clock"),
    "children": ("can children play", "from what age may kids join", "is there a youth group"),
    "lessons": ("do you teach beginners", "are there lessons for adults", "who trains new players"),
    "cup": ("how do i enter the summer cup", "sign up for the tournament", "cup registration"),
    "rating": ("are games rated", "do results count for my elo", "is play rated here"),
    "food": ("can i buy drinks", "is there a bar in the hall", "may i bring food"),
    "wifi": ("is there wifi in the hall", "what is the wireless password", "internet at the club"),
}


def club(extra: dict[str, tuple[str, ...]] | None = None, *others: Entry) -> Pack:
    """Return a club's pack, with further asks of its entries."""
    facts = [
        Fact(
            id=key,
            statement=f"This is what the rules say of {key}.",
            asks=(*asks, *(extra or {}).get(key, ())),
            citations=(Citation(source="rules"),),
        )
        for key, asks in ASKS.items()
    ]
    sources = {"rules": Source(id="rules", publisher="Club", title="Rules")}
    return Pack(
        id="club", title="Club", sources=sources, entries={entry.id: entry for entry in (*facts, *others)}
    )


def first(index: Index, question: str) -> str:
    """Return the id of the likeliest entry."""
    return index.entries[rank(index, index.read(question))[0].position].entry.id


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("what time do you open", "hours"),
        ("how much does it cost to be a member", "fee"),
        ("is there somewhere to park the car", "parking"),
        ("do i have to bring a chess set", "pieces"),
        ("what is the wifi pasword", "wifi"),
    ],
)
def test_a_question_in_other_words_finds_its_entry(question: str, entry: str) -> None:
    assert first(build_index(club()), question) == entry


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        pytest.param("how much money is the yearly fee", "fee", id="an answer without a sum"),
        pytest.param("how old must kids be to join", "children", id="an answer without an age"),
    ],
)
def test_an_answer_need_not_tell_the_type_that_is_asked_for(question: str, entry: str) -> None:
    index = build_index(club())
    likeliest, *_ = rank(index, index.read(question))

    assert (index.entries[likeliest.position].entry.id, likeliest.removed_by) == (entry, None)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("will there be lessons for adults", "lessons"),
        ("should i bring my own chess set", "pieces"),
        ("is there going to be parking near the hall", "parking"),
        ("are games still rated now", "rating"),
    ],
)
def test_nor_need_it_meet_the_wording_of_what_is_asked(question: str, entry: str) -> None:
    index = build_index(club())
    likeliest, *_ = rank(index, index.read(question))

    assert (index.entries[likeliest.position].entry.id, likeliest.removed_by) == (entry, None)


def test_what_resembles_an_ask_is_answered_and_what_does_not_is_refused() -> None:
    index = build_index(club())
    found = answer(index, "What are your opening hours?")
    assert isinstance(found, Answered)
    assert found.main.entry == "hours"
    assert isinstance(answer(index, "Who won the match in Paris?"), Unanswered)
    assert isinstance(answer(index, "xyzzy"), Unanswered)


def test_an_unasked_question_meets_a_higher_bar() -> None:
    calibration = build_index(club()).calibration
    assert calibration.model.features == ("resemblance",)
    assert calibration.asked < calibration.unasked
    less, more = calibration.confidences([{"resemblance": 0.2}, {"resemblance": 0.9}])
    assert less < more


def test_a_date_that_no_ask_has_is_not_answered() -> None:
    index = build_index(club())
    assert index.plain is not None
    assert not index.plain.open_to
    assert not isinstance(answer(index, "What were the opening hours in 1987?"), Answered)


def test_what_the_asks_hold_as_mere_examples_fixes_nothing() -> None:
    extra = {
        "hours": ("are you open on 3 March 2024", "are you open on 24 December"),
        "fee": ("what does it cost for 7 weeks", "what does it cost for 11 weeks"),
        "parking": ("can i park if i come from France", "can i park if i come from Denmark"),
    }
    index = build_index(club(extra))
    assert index.plain is not None
    assert index.plain.open_to == {"periods", "numbers", "names", "proper"}
    asked = {"hours": "are you open on 5 May 2023", "fee": "what does it cost for 9 weeks"}
    for entry, question in {**asked, "parking": "can i park if i come from Norway"}.items():
        found = answer(index, question)
        assert isinstance(found, Answered)
        assert found.main.entry == entry


def test_a_pack_with_structure_or_of_another_size_is_no_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    cited = (Citation(source="rules"),)
    person = Entity(id="ann", name="Ann Lee", description="She chairs the club.", citations=cited)
    assert build_index(club(None, person)).plain is None
    dated = Fact(
        id="old", statement="It was so.", asks=("how was it",), citations=cited, period=Period.parse("2020")
    )
    assert build_index(club(None, dated)).plain is None
    draft = Fact(id="new", statement="It is so.", asks=("how is it",), citations=cited, status="draft")
    assert build_index(club(None, draft)).plain is None
    hazy = Fact(
        id="hazy", statement="It is so.", asks=("is it so",), citations=cited, leaves_open=("why is it so",)
    )
    assert build_index(club(None, hazy)).plain is None
    few = club()
    small = replace(few, entries=dict(list(few.entries.items())[: FEWEST_ENTRIES - 1]))
    assert build_index(small).plain is None
    monkeypatch.setattr(plain_module, "MOST_ASKS", 5)
    assert build_index(club()).plain is None


def test_an_encoder_takes_part() -> None:
    index = build_index(club(), (), HashingEncoder())
    assert index.encodes
    assert first(index, "when do you shut and begin") == first(index, "when do you closed and start")


def test_leaving_an_entry_out_gives_what_a_pack_without_it_would() -> None:
    asks = [ask for asks in ASKS.values() for ask in asks]
    spans = [range(3 * number, 3 * number + 3) for number in range(len(ASKS))]
    whole = Resemblance(asks, spans)
    rest = Resemblance(asks[3:], [range(span.start - 3, span.stop - 3) for span in spans[1:]])
    without = [float(rest.of(ask, ask).max()) for ask in asks[:3]]
    np.testing.assert_allclose(whole.without_own()[:3], without, atol=0.05)


def test_a_number_is_an_example_where_the_entry_states_none_and_a_contradiction_where_it_states_another() -> (
    None
):
    aged = Fact(
        id="age",
        statement="Members must be 16 years old.",
        asks=("how old must a new member be", "least age of a member", "is there an age limit for members"),
        citations=(Citation(source="rules"),),
    )
    index = build_index(club(None, aged))
    question = "is the age limit for members 18"
    age = index.positions["age"]

    assert first(index, "can i borrow 3 boards and pieces") == "pieces"
    assert {each.removed_by for each in rank(index, index.read(question)) if each.position == age} == {
        "another number"
    }


def test_where_asks_hold_words_that_are_no_english_such_a_word_in_a_question_is_an_example_too() -> None:
    words = frozenset(word for asks in ASKS.values() for ask in asks for word in ask.split())
    english = words | set("how do i get from to the hall by bus".split())
    examples = {"parking": ("how do i get from zarnholm to the hall", "from quistel to the hall by bus")}
    question = "how do i get from brandulok to the hall"

    found = answer(build_index(club(), english), question)
    assert isinstance(found, Unanswered)
    assert found.reason == "they say nothing about Brandulok"
    assert isinstance(answer(build_index(club(examples), english), question), Answered)


def test_where_the_answers_tell_something_what_is_asked_must_be_found_in_them() -> None:
    told = {
        "hours": "Play starts at noon and ends before midnight, Mondays excepted.",
        "fee": "Adults owe twelve crowns, pupils half as much.",
        "parking": "Use the yard behind the bakery after six.",
        "pieces": "Boards stand in the cupboard; bring nothing.",
        "children": "Everybody above seven may come with a parent.",
        "lessons": "Ann Lee explains openings on Thursdays.",
        "cup": "Write your name on the list beside the door before July.",
        "rating": "Only the league counts towards it.",
        "food": "Sandwiches and lemonade are sold by volunteers.",
        "wifi": "Ask the caretaker for the key of the network.",
    }
    pack = club()
    facts = {
        key: replace(fact, statement=told[key])
        for key, fact in pack.entries.items()
        if isinstance(fact, Fact)
    }
    index = build_index(replace(pack, entries=facts))

    assert index.plain is None
    assert isinstance(answer(index, "What are your opening hours?"), Answered)
