"""Replies that point at what was answered ("it", "they", "when?") ask of that alone, or of nothing."""

from __future__ import annotations

import pytest

from bot.answering.answer import UNCLEAR, Answered, Context, Unanswered
from tests.answering.counts import shown
from tests.answering.talk import BOMBING, TALKS, ask, replied


@pytest.mark.parametrize(
    ("question", "reply", "entry"),
    [
        pytest.param(BOMBING, "when was it?", "bomb-went-off", id="when"),
        pytest.param(BOMBING, "when?", "bomb-went-off", id="when alone"),
        pytest.param(BOMBING, "where was it?", "bomb-went-off", id="where"),
        pytest.param(BOMBING, "how many killed?", "toll", id="its toll"),
        pytest.param("What is the FVF?", "when was it banned?", "banned", id="a group"),
        pytest.param("What is the FVF?", "are they banned?", "banned", id="they"),
        pytest.param("Is the FVF banned?", "when?", "banned", id="when, of whether"),
        pytest.param("What does the FVF eat?", "are they banned?", "banned", id="of what was not answered"),
        pytest.param("Is the FVF banned?", "where?", "", id="where, untold"),
        pytest.param(BOMBING, "which group took responsibility?", "claimed", id="left out"),
        pytest.param("Who is Ada Weld?", "what did she say about the bridge?", "weld", id="a person"),
        pytest.param("When was the FVF banned?", "why?", "", id="why, untold"),
        pytest.param(TALKS, "who hosted it?", "", id="another round"),
        pytest.param(
            "Who chaired the Lorn talks of 2022?", "who hosted them?", "hosts-2022", id="that round"
        ),
    ],
)
def test_what_a_reply_points_at_is_what_was_answered(question: str, reply: str, entry: str) -> None:
    answer = replied(question, reply)

    assert (shown(answer) or [""])[0] == entry
    assert answer.trace.read_as


@pytest.mark.parametrize(
    ("question", "reply", "read_as"),
    [
        (
            "How much in Harvest Funds did Valmora cut in 2018?",
            "why?",
            "why did Valmora cut in 2018 Harvest Funds?",
        ),
        ("When did the FVF ban Valmora?", "why?", "why did the FVF ban Valmora?"),
    ],
)
def test_why_asks_why_what_was_asked_about_was_so(question: str, reply: str, read_as: str) -> None:
    assert ask(reply, Context(("banned",), question)).trace.read_as == read_as


@pytest.mark.parametrize("reply", ["who claimed it?", "who claimed that?", "who claimed this attack?"])
def test_who_claimed_it_asks_who_took_the_blame_and_not_who_counted(reply: str) -> None:
    toll = Context(("toll",), "How many were killed in the market bombing?")

    assert shown(ask(reply, toll))[0] == "claimed"


@pytest.mark.parametrize(
    "reply",
    ["who announced it?", "is that more than the FVF?", "what did he say?", "is it more than before?"],
)
def test_where_it_is_not_clear_what_is_meant_a_reply_is_not_read_alone(reply: str) -> None:
    answer = replied("How many attacks in January 2023?", reply)

    assert isinstance(answer, Unanswered)
    assert not answer.nearest


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        pytest.param(BOMBING, "what is a zorblat?", id="an unknown word"),
        pytest.param(BOMBING, "where was the Harbour raid?", id="another name"),
        pytest.param("How many attacks in January 2023?", "where is Northmark?", id="another place"),
        pytest.param("How many attacks in January 2023?", "and what is Southmark?", id="and another place"),
        pytest.param("Did rain ever fall all day?", "how many killed?", id="no place or event"),
        pytest.param("Who is Ada Weld?", "when?", id="no time"),
    ],
)
def test_what_the_answer_is_not_of_is_not_put_together(question: str, reply: str) -> None:
    answer = replied(question, reply)

    assert answer.trace.read_as == ""
    assert not isinstance(answer, Answered)


def test_who_somebody_is_is_not_what_they_said() -> None:
    answer = replied("What did Ivo Brandt say about the bridge?", "who is Ada Weld?")

    assert shown(answer) == ["ada-weld"]
    assert answer.trace.read_as == ""


@pytest.mark.parametrize(
    ("question", "reply", "read_as"),
    [
        pytest.param("What is the FVF?", "was it banned in 2019?", "was FVF banned in 2019?", id="a date"),
        pytest.param(
            "Is the FVF banned?", "did they claim the market bombing?", "did FVF claim", id="a name"
        ),
        pytest.param("Did Ivo Brandt chair the Lorn talks?", "when did he?", "when did Ivo Brandt", id="he"),
        pytest.param(
            BOMBING, "who did Ivo Brandt blame for it?", "blame for Tarnholm market bombing", id="at the end"
        ),
        pytest.param(BOMBING, "wen was it", "when was Tarnholm market bombing?", id="a slip"),
        pytest.param(BOMBING, "kab hua?", "when was Tarnholm market bombing?", id="in Urdu"),
        pytest.param(BOMBING, "kahan hua", "where was Tarnholm market bombing?", id="where in Urdu"),
        pytest.param("What is the FVF?", "what are its aims?", "what are FVF's aims?", id="its"),
        pytest.param(
            "How many attacks in Northmark in January 2023?",
            "what happened there?",
            "what happened in Northmark?",
            id="there",
        ),
        pytest.param(
            "How many were killed in Tarnholm on 3 February 2023?",
            "who lives there?",
            "who lives in Tarnholm?",
            id="there, by the figure",
        ),
    ],
)
def test_a_reply_with_words_of_its_own_is_read_with_the_name_in_their_place(
    question: str, reply: str, read_as: str
) -> None:
    assert read_as in replied(question, reply).trace.read_as


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("was it the FVF?", id="the answer itself"),
        pytest.param("when did they say it?", id="two things"),
        pytest.param("and Ada Weld?", id="a name and no more"),
    ],
)
def test_what_could_mean_more_than_one_thing_asks_for_a_whole_question(reply: str) -> None:
    answer = replied("When was the FVF banned?", reply)

    assert isinstance(answer, Unanswered)
    assert answer.reason == UNCLEAR


def test_a_place_is_not_added_to_a_question_about_what_happened_elsewhere() -> None:
    assert "in Southmark" not in replied(BOMBING, "and Southmark?").trace.read_as


@pytest.mark.parametrize("reply", ["really?", "is that true?", "are you sure?"])
def test_whether_it_is_so_is_answered_with_the_sources(reply: str) -> None:
    answer = replied(BOMBING, reply)

    assert shown(answer)[0] == "claimed"


def test_what_asks_nothing_leaves_the_talk_where_it_was() -> None:
    assert shown(replied(BOMBING, "thanks a lot", "when was it?"))[0] == "bomb-went-off"
    assert shown(replied(BOMBING, "is that more than the FVF?", "when was it?"))[0] == "bomb-went-off"
    assert shown(replied("How many attacks?", "thanks a lot", "in January 2023?"))[0] == "a-2023-01"


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        pytest.param("How many attacks did the ISS count in 2021?", "who runs it?", id="who counts"),
        pytest.param(TALKS, "who lives there?", id="no place"),
    ],
)
def test_what_only_stands_beside_the_answer_is_not_pointed_at(question: str, reply: str) -> None:
    answer = replied(question, reply)

    assert not isinstance(answer, Answered)
    assert "ISS" not in answer.trace.read_as


def test_what_points_at_nothing_known_asks_for_a_whole_question() -> None:
    answer = replied("How many attacks in January 2023?", "who announced it?")

    assert isinstance(answer, Unanswered)
    assert answer.reason == UNCLEAR


def test_an_it_that_points_at_nothing_is_read_as_ever() -> None:
    answer = replied(BOMBING, "is it true that a minister called the bridge a threat?")

    assert shown(answer)[0] == "claim-bridge"
    assert answer.trace.read_as == ""


def test_when_something_was_is_said_from_the_entry_itself_where_no_other_tells() -> None:
    answer = replied("Did rain ever fall all day?", "when was that?")

    assert isinstance(answer, Answered)
    assert answer.main.text == "On 1 June 2020: Rain fell all day."


def test_what_was_asked_is_pointed_at_though_nothing_was_answered() -> None:
    answer = replied("What happened at the Harbour raid in 2019?", "who led it?")

    assert answer.trace.read_as == "who led Harbour raid?"


def test_no_thing_is_meant_that_only_stands_beside_a_quotation() -> None:
    said = Context(("brandt",), "What did the minister say?")

    assert not isinstance(ask("who hosted it?", said), Answered)
    assert shown(ask("what does he say about the market bombing?", said)) == ["on-bombing"]


def test_who_said_what_a_text_claims_is_the_one_who_is_quoted_for_it() -> None:
    answer = replied("Is it true that a minister called the bridge a threat?", "who said that?")

    assert isinstance(answer, Answered)
    assert answer.main.text.startswith("Said by Ivo Brandt.")


def test_a_month_without_a_year_is_of_the_year_of_the_answer() -> None:
    assert shown(replied("How many attacks in January 2023?", "and in february?"))[0] == "a-2023-02"
    assert not isinstance(replied("How many attacks in December 2022?", "and in february?"), Answered)
    assert not isinstance(replied("How many attacks in 2022?", "and since february?"), Answered)


@pytest.mark.parametrize(
    "reply", ["which is higher?", "so by how much did they fall?", "what's the difference?"]
)
def test_two_counts_asked_one_after_the_other_are_compared(reply: str) -> None:
    answer = replied("How many attacks in January 2023?", "and in february?", reply)

    assert isinstance(answer, Answered)
    assert answer.computed is not None
    assert "fell by 8, from 20 in January 2023 to 12 in February 2023" in answer.computed.text


def test_counts_of_more_than_two_times_are_not_compared() -> None:
    answer = replied("attacks in 2020 and 2021", "and in 2022?", "which is higher?")

    assert answer.trace.read_as == ""
    assert replied("How many attacks in 2021?", "and in 2021?", "which is higher?").trace.read_as == ""


def test_one_count_alone_is_compared_with_the_time_before() -> None:
    rose = replied("How many attacks did the ISS count in January 2023?", "by how much did they rise?")
    alone = replied("How many people were injured in January 2023?", "by how much did it rise?")

    assert isinstance(rose, Answered)
    assert rose.computed is not None
    assert "from 8 in December 2022 to 20 in January 2023" in rose.computed.text
    assert not isinstance(alone, Answered)


def test_a_reply_keeps_to_who_counted_what_was_answered() -> None:
    answer = replied("How many attacks did the PCM count in 2021?", "what about 2022?")
    open_to_all = ask("and 2022?", Context(("a-pcm-2021",), "How many attacks in 2021?"))

    assert shown(answer)[0] == "a-pcm-2022"
    assert shown(open_to_all)[0] == "a-pcm-2022"
    assert "a-2022" in shown(open_to_all)


def test_after_a_reply_that_was_not_answered_the_talk_goes_on_about_what_was_asked() -> None:
    question = "How many attacks by the FVF in 2021?"

    assert not isinstance(replied(question, "and the Harrow Brigade?"), Answered)
    assert not isinstance(replied(question, "and the Harrow Brigade?", "in 2022?"), Answered)
    assert shown(replied("How many attacks?", "in January 2023?"))[0] == "a-2023-01"


@pytest.mark.parametrize("asked", ["What happened", "Who was", "What was it like"])
def test_a_count_that_follows_what_happened_somewhere_is_of_that_place_and_day(asked: str) -> None:
    answer = replied(f"{asked} in Tarnholm on 3 February 2023?", "how many killed?")

    assert shown(answer)[0] == "toll"


def test_after_the_raid_asks_at_the_raid_unless_something_is_counted() -> None:
    answer = replied(
        "What did Ivo Brandt say about the market bombing?", "what about after the Harbour raid?"
    )

    assert shown(answer) == ["on-raid"]
    assert not isinstance(replied("How many attacks in 2021?", "and after the Harbour raid?"), Answered)
