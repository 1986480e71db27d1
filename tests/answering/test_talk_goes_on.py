"""What a talk goes on about after a reply without an answer, after an entity's card, and for exact words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering import engine
from bot.answering.answer import UNCLEAR, Answer, Answered, Unanswered
from bot.answering.followups.context import context_of
from bot.answering.followups.frames import Frame
from bot.answering.followups.substitution import substituted
from bot.answering.phrases import with_words_for_phrases
from bot.knowledge.model import Entity, Entry, Fact
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, build, fact, shown
from tests.answering.counts import ask as answer_in
from tests.answering.talk import BOMBING, TALKS, ask, replied

if TYPE_CHECKING:
    from collections.abc import Callable

FVF = "What is the FVF?"


def test_a_reply_that_is_looked_up_in_vain_leaves_the_talk_where_it_was() -> None:
    vain = replied(BOMBING, "what did it cost?")

    assert not isinstance(vain, Answered)
    assert shown(ask("when was it?", context_of(vain)))[0] == "bomb-went-off"


def test_a_source_is_that_of_the_last_answer_whatever_was_looked_up_in_vain_since() -> None:
    assert shown(replied(BOMBING, "what did it cost?", "source?"))[0] == "claimed"
    assert shown(replied(BOMBING, "thanks", "source?"))[0] == "claimed"


@pytest.mark.parametrize(
    "reply", ["attacks by them in 2020?", "thanks! how many attacks did they do in 2020"]
)
def test_what_is_asked_of_them_is_no_count_of_everybody_s(reply: str) -> None:
    assert shown(ask("attacks in 2020?"))[0] == "a-2020"
    assert "a-2020" not in shown(replied(BOMBING, reply))


def test_they_are_nobody_in_a_count_of_nobody_in_particular() -> None:
    counted = "How many people were killed in Valmora in 2021?"

    assert shown(ask(counted))[0] == "d-unnamed-2021"
    assert shown(replied(counted, "and in 2022?"))[0] == "d-unnamed-2022"
    assert isinstance(replied(counted, "and how many did they kill in 2022?"), Unanswered)


def test_what_somebody_said_is_not_told_by_what_he_is() -> None:
    said = replied(FVF, "what did they say?")

    assert said.trace.read_as == "what did FVF say?"
    assert not isinstance(said, Answered)


def test_nobody_dies_in_a_group() -> None:
    assert shown(replied(BOMBING, "how many were killed in it?"))
    assert isinstance(replied(FVF, "how many were killed in it?"), Unanswered)


def test_a_doubt_is_no_question_for_the_source_of_what_was_answered_before() -> None:
    assert shown(replied(BOMBING, "really?"))[0] == "claimed"
    assert isinstance(replied(BOMBING, "what did it cost?", "really?"), Unanswered)


def test_a_source_asked_for_in_vain_before_is_that_of_the_question_that_was_answered() -> None:
    again = replied(BOMBING, "what did it cost?", "source?")

    assert "cost" not in again.trace.read_as


def test_since_when_shows_an_answer_again_that_says_so() -> None:
    shut, ran = (
        fact("shut", "The Moor bridge has been shut since 2019."),
        fact("ran", "The Moor ferry ran in 2019."),
    )
    index = build(shut, ran)

    def since_when(question: str) -> Answer:
        first = engine.answer(index, question, engine.Ask(as_of=TODAY))
        assert isinstance(first, Answered)
        return engine.answer(index, "and since when?", engine.Ask(as_of=TODAY, about=context_of(first)))

    assert shown(since_when("Is it so: The Moor bridge has been shut since 2019?")) == ["shut"]
    assert isinstance(since_when("Is it so: The Moor ferry ran in 2019?"), Unanswered)


def test_who_counted_is_told_of_the_last_count() -> None:
    counted = replied("How many attacks in Valmora in 2020?", "what did it cost?", "who counted that?")

    assert shown(counted)[0] == "a-2020"


@pytest.mark.parametrize("named", ["what did the FVF pay for it?", "what did it cost in Valmora?"])
def test_a_reply_in_vain_that_names_what_the_answer_is_of_does_not(named: str) -> None:
    vain = replied(BOMBING, named)

    assert not isinstance(vain, Answered)
    assert context_of(vain).entries == ("claimed",)


def test_nor_does_one_with_the_same_date() -> None:
    vain = replied("When was the FVF banned?", "what did it cost in 2019?")

    assert not isinstance(vain, Answered)
    assert context_of(vain).entries == ("banned",)


@pytest.mark.parametrize("named", ["what did it cost in 1999?", "what did the Harbour raid cost?"])
def test_a_reply_in_vain_that_names_another_time_or_thing_moves_the_talk_on(named: str) -> None:
    assert context_of(replied(BOMBING, named)).entries == ()


@pytest.mark.parametrize(
    ("reply", "entry"),
    [
        ("attacks in 2022?", "a-fvf-2022"),
        ("how many attacks in 2021", "a-fvf-2021"),
        ("and attacks in 2021?", "a-fvf-2021"),
    ],
)
def test_after_what_a_group_is_a_count_is_one_of_its_acts(reply: str, entry: str) -> None:
    assert shown(replied(FVF, reply))[0] == entry


def test_after_what_a_group_is_no_count_of_others_answers() -> None:
    assert shown(replied(FVF, "how many attacks in 2023?")) == []
    assert shown(replied(FVF, "how many attacks by the FVF in 2021?"))[0] == "a-fvf-2021"


def test_after_a_name_alone_a_count_is_asked_of_that() -> None:
    assert shown(replied("PCM", "attacks in 2021?"))[0] == "a-pcm-2021"
    assert shown(replied("Northmark", "attacks in January 2023?"))[0] == "a-north-01"


def test_after_what_a_person_or_an_event_is_a_count_in_a_year_is_asked_of_all() -> None:
    assert shown(replied("Who is Ada Weld?", "how many attacks in 2021?"))[0] == "a-2021"
    assert shown(replied("Harbour raid", "how many attacks in 2021?"))[0] == "a-2021"


def test_after_an_event_a_count_without_a_year_is_its_own() -> None:
    assert shown(replied("Tarnholm market bombing", "how many killed?"))[0] == "toll"


@pytest.mark.parametrize(
    "reply", ["exact words?", "his exact words pls", "what were the exact words", "verbatim"]
)
def test_exact_words_are_those_of_the_quotation(reply: str) -> None:
    assert shown(replied("What did Ivo Brandt say about the market bombing?", reply)) == ["on-bombing"]


def test_exact_words_after_what_somebody_did_are_the_only_ones_that_he_said_that_day() -> None:
    assert shown(replied("Who laid a wreath?", "his exact words?")) == ["on-raid"]


def test_exact_words_of_what_is_no_quotation_are_of_nobody_else() -> None:
    answer = replied(BOMBING, "exact words?")

    assert isinstance(answer, Unanswered)
    assert answer.reason == UNCLEAR


def test_a_body_comes_in_the_place_of_a_country_that_acts_as_the_reply_writes_it() -> None:
    for reply, name in (
        ("and the PCM?", "PCM"),
        ("and the peace and conflict monitor?", "Peace and Conflict Monitor"),
    ):
        assert replied("When did Valmora ban the FVF?", reply).trace.read_as.casefold() == (
            f"When did {name} ban the FVF?".casefold()
        )


def test_in_the_place_of_where_something_was_done_it_comes_as_who_did_it() -> None:
    read_as = replied("When was the FVF banned in Valmora?", "and the PCM?").trace.read_as

    assert read_as == "When was the FVF banned by PCM?"


def test_who_else_is_not_who_was_told_nor_what_anybody_is() -> None:
    assert shown(replied(TALKS, "who else chaired them?")) == []
    assert shown(replied("Who is Ada Weld?", "who was with her?")) == []


def test_a_reply_is_not_answered_by_what_has_only_the_name_that_it_points_at() -> None:
    assert shown(replied(BOMBING, "who repaired it?")) == []


def test_who_did_it_is_who_claimed_what_happened_or_carried_it_out() -> None:
    assert replied(BOMBING, "who did it?").trace.read_as == "who carried out Tarnholm market bombing?"


def test_what_they_discussed_is_asked_of_the_talks() -> None:
    assert "Lorn talks" in replied(TALKS, "did they discuss the bridge?").trace.read_as


def test_which_month_asks_when_it_was() -> None:
    assert shown(replied(BOMBING, "what month?"))[0] == "bomb-went-off"


def test_december_beside_january_is_the_one_before() -> None:
    read_as = replied("How many attacks in January 2023?", "is that more than in December?").trace.read_as

    assert "December 2022" in read_as


def test_after_thanks_two_counts_asked_last_can_still_be_compared() -> None:
    asked = ("How many attacks in 2021?", "and in 2022?", "thanks", "how much did they fall?")

    assert replied(*asked).trace.read_as.startswith("compare")


def test_of_a_city_and_a_country_the_country_is_put_in_the_place_of_another() -> None:
    assert replied("Did Valmora in Northmark ban it?", "and northmark?").trace.read_as == ""


def test_a_name_takes_the_place_of_another_without_doubling_what_stands_around_it() -> None:
    named = Frame(others=("the-guild",))
    among = build(Entity(id="the-guild", name="The Guild", type="group", aliases=("Guild",)))
    asked = "Was the Free Valmora Front's flag banned?"

    assert substituted(among, asked, "and the guild's?", named) == "Was the guild's flag banned?"
    assert substituted(among, asked, "and the other one?", named) == "Was the Guild's flag banned?"


def counted(*extra: Entry) -> Callable[..., Answer]:
    """Return what replies in a pack of counts and of what tells counts in a sentence."""
    among = build(*extra)

    def reply(question: str, message: str) -> Answer:
        first = answer_in(question, among=among)
        return answer_in(message, context_of(first), among)

    return reply


YEARBOOK = Fact(
    id="yearbook",
    statement="The ISS's yearbook has 90 attacks and 12 floods in Valmora in 2022.",
    asks=(
        "how many attacks in Valmora in 2022 according to ISS in all",
        "how many attacks in 2022 according to ISS and its yearbook",
    ),
    about=("iss",),
    period=Period.parse("2022"),
    citations=(GAZETTE,),
)
TENTS = Fact(
    id="tents-2019",
    statement="The ISS's yearbook has 12 tents in Valmora in 2019.",
    asks=(
        "how many tents in Valmora in 2019 according to ISS in all",
        "how many tents in 2019 according to ISS and its yearbook",
    ),
    about=("iss",),
    period=Period.parse("2019"),
    citations=(GAZETTE,),
)
DAY = Entity(
    id="flood-day",
    name="Flood meeting",
    type="meeting",
    description="A meeting on floods.",
    asks=("What is the Flood meeting?",),
    citations=(GAZETTE,),
)
LED = Fact(
    id="led",
    statement="Ada Weld led the delegation of the north to the Flood meeting.",
    asks=("Who led the delegation of the north?",),
    about=("flood-day",),
    citations=(GAZETTE,),
)


def test_after_the_card_of_what_takes_place_a_reply_is_asked_of_it_and_not_of_another() -> None:
    reply = counted(DAY, LED)

    assert shown(reply("What is the Flood meeting?", "who led the delegation of the north?"))[0] == "led"
    assert shown(reply("What is the Flood meeting?", "was it raining all day?")) == []
    assert shown(reply("What is the Flood meeting?", "who chaired the Lorn office?")) == []


def test_a_count_that_a_reply_asks_for_is_told_by_a_figure_and_not_by_a_sentence_that_has_it_too() -> None:
    reply = counted(YEARBOOK)

    assert shown(reply("How many people did the ISS count killed in 2022?", "and attacks?"))[0] == "a-2022"
    assert shown(reply("ISS", "how many attacks in 2022?"))[0] == "a-2022"


def test_where_no_figure_has_it_it_is_not_told() -> None:
    reply = counted(TENTS)

    assert shown(reply("How many attacks did the ISS count in 2019?", "and tents?")) == []
    assert shown(reply("ISS", "how many tents in 2019?")) == []


@pytest.mark.parametrize(
    ("reply", "entry"),
    [
        ("how many of those were by the FVF?", "a-fvf-2022"),
        ("and how many of them in Northmark?", ""),
        ("how many of those in 2021?", ""),
    ],
)
def test_how_many_of_them_is_not_answered_with_all_of_them(reply: str, entry: str) -> None:
    assert shown(replied("How many attacks did the ISS count in 2022?", reply))[:1] == (
        [entry] if entry else []
    )


def test_how_many_of_them_is_not_told_by_a_sentence() -> None:
    sea = Fact(
        id="sea",
        statement="Of the 90 attacks in Valmora in 2022 the ISS says that 14 were near the sea.",
        asks=("how many of them were near the sea in 2022", "how many attacks in 2022 near the sea"),
        period=Period.parse("2022"),
        citations=(GAZETTE,),
    )
    asked = "How many attacks did the ISS count in 2022?"

    assert shown(counted(sea)(asked, "how many of them were near the sea in 2022 then?")) == []


def test_what_somebody_is_does_not_tell_what_anybody_said_of_him() -> None:
    assert shown(replied("Who is Ada Weld?", "what did they say about her?")) == []


def test_who_did_the_bombing_is_who_carried_it_out() -> None:
    assert "who carried out the market bombing" in with_words_for_phrases("who did the market bombing")
    assert with_words_for_phrases("who did the ISS name") == "who did the ISS name"
