"""The wording of a question asks more than its names: for now, for the most of a kind, for words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.constraints import contradiction
from bot.answering.index import Index
from bot.knowledge.model import Entity, Entry, Event, Fact, Quote
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, build

MONTH = Fact(
    id="month",
    statement="March 2022 was the deadliest month in Valmora since 2015.",
    asks=("Which was the deadliest month?",),
    period=Period.parse("2022-03"),
    about=("valmora",),
    citations=(GAZETTE,),
)
CHAIR = Entity(
    id="ada-weld",
    name="Ada Weld",
    type="person",
    description="The chair of the bridge office in 2022.",
    citations=(GAZETTE,),
)
OFFICE = Entity(
    id="office",
    name="Bridge Office",
    type="body",
    description="A body of Valmora that looks after bridges.",
    citations=(GAZETTE,),
)
MET = Fact(
    id="met",
    statement="Ada Weld met the bridge office in Lorn on 4 May 2022.",
    asks=("Whom did Ada Weld meet?",),
    period=Period.parse("2022-05-04"),
    about=("ada-weld", "office"),
    citations=(GAZETTE,),
)
SAID = Quote(
    id="said",
    words="The bridge office works well.",
    speaker="ada-weld",
    asks=("What did Ada Weld say about the bridge office?",),
    about=("office",),
    period=Period.parse("2022-05-05"),
    citations=(GAZETTE,),
)
RAID = Event(
    id="raid",
    title="Raid on the bridge office",
    asks=("Who raided the bridge office?", "When was the bridge office raided?"),
    about=("office",),
    period=Period.parse("2022-06-01"),
    citations=(GAZETTE,),
)


TOLD = replace(MET, id="told", statement="Ada Weld said on 4 May 2022 that the bridge office works.")


def world(entry: Entry) -> Index:
    """Return the counts with one entry more, and what it names."""
    return build(*{each.id: each for each in (CHAIR, OFFICE, entry)}.values())


def fits(question: str, entry: Entry) -> bool:
    """Whether an entry contradicts nothing of a question put in 2024."""
    index = world(entry)
    prepared = index.entries[index.positions[entry.id]]
    return contradiction(index.reader.read(question, date(2024, 2, 15)), prepared, index.pack) is None


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        pytest.param("who was the chair of the bridge office", CHAIR, True, id="then"),
        pytest.param("who is the current chair of the bridge office", CHAIR, False, id="today"),
        pytest.param("chair of the bridge office now", CHAIR, False, id="now, in keywords"),
        pytest.param("who chaired it until now", CHAIR, True, id="until now"),
        pytest.param("now who was the chair of the bridge office", CHAIR, True, id="an opening word"),
        pytest.param("what is Ada Weld doing nowadays", CHAIR, False, id="nowadays"),
        pytest.param("is Ada Weld still the chair of the bridge office", CHAIR, False, id="still"),
        pytest.param("who meets the bridge office these days", MET, False, id="of another day"),
        pytest.param("when did Ada Weld meet the current bridge office", MET, True, id="more of what is now"),
    ],
)
def test_how_it_is_today_is_not_told_from_what_once_was(question: str, entry: Entry, *, fit: bool) -> None:
    assert fits(question, entry) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("who was the leader of the bridge office", False),
        ("head of the bridge office", False),
        ("who was the deputy leader of the bridge office", True),
        ("when was the leader of the bridge office named", True),
        ("who was at the bridge office", True),
    ],
)
def test_a_deputy_is_no_leader(question: str, *, fit: bool) -> None:
    deputy = replace(MET, statement="Ada Weld was the deputy leader of the bridge office until 4 May 2022.")

    assert fits(question, deputy) == fit


def test_of_several_who_lead_one_may_be_the_leader() -> None:
    both = replace(MET, statement="The bridge office has a deputy leader, and Ada Weld is its head.")

    assert fits("who is the leader of the bridge office", both)


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        pytest.param("where does Ada Weld come from?", CHAIR, True, id="not asked of where she is from"),
        pytest.param("where is Ada Weld from?", CHAIR, False, id="nothing tells it"),
        pytest.param(
            "where was Ada Weld born?", replace(CHAIR, description="Born in Lorn."), True, id="born"
        ),
        pytest.param("which bridges did Ada Weld mean?", CHAIR, False, id="what she meant"),
        pytest.param("which bridges did Ada Weld mean?", SAID, True, id="her words may tell"),
        pytest.param("which office did Ada Weld have?", CHAIR, True, id="which office"),
        pytest.param("what bridges did Ada Weld lead?", CHAIR, True, id="what she led"),
        pytest.param("when was the bridge office founded?", OFFICE, False, id="a card without a date"),
        pytest.param("when was Ada Weld the chair?", CHAIR, True, id="a card with one"),
        pytest.param("when did Ada Weld land in Lorn?", MET, True, id="she met somebody there"),
        pytest.param("when did Ada Weld land in Lorn?", SAID, False, id="what she said tells of no journey"),
        pytest.param("who led the bridge office?", CHAIR, True, id="the chair"),
        pytest.param("who led the bridge office?", MET, False, id="who met it"),
        pytest.param(
            "who led the bridge office?",
            replace(MET, asks=("Who heads the office?",)),
            False,
            id="only asked",
        ),
    ],
)
def test_a_card_says_what_it_says_and_no_more(question: str, entry: Entry, *, fit: bool) -> None:
    assert fits(question, entry) == fit


def test_what_is_kept_up_to_date_tells_how_it_is_today() -> None:
    kept = replace(CHAIR, review_by=date(2025, 1, 1))

    assert fits("who is the current chair of the bridge office", kept)
    assert fits("is Ada Weld still the chair of the bridge office", kept)


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("which was the deadliest month", True),
        ("deadliest attack in Valmora", False),
        ("the worst raid of 2022", False),
        ("deadliest month ever in Valmora", False),
        ("deadliest month in the history of Valmora", False),
        ("what was the deadliest time", True),
        ("the deadliest in Valmora since 2015", True),
    ],
)
def test_the_most_of_one_kind_is_not_the_most_of_another(question: str, *, fit: bool) -> None:
    assert fits(question, replace(MONTH, period=None)) == fit


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        pytest.param("Ada Weld on the bridge office", MET, False, id="met, not spoke"),
        pytest.param("Ada Weld about the bridge office", SAID, True, id="her words"),
        pytest.param("any statement by Ada Weld on the bridge office", MET, False, id="a statement by her"),
        pytest.param("what was said by Ada Weld of the bridge office", MET, False, id="said by her"),
        pytest.param("Ada Weld's words about the bridge office", MET, False, id="words of her own"),
        pytest.param("Ada Weld quote on the bridge office", TOLD, False, id="told of and not quoted"),
        pytest.param("what did Ada Weld say of the bridge office", TOLD, True, id="told of"),
        pytest.param("Ada Weld on 4 May 2022", MET, True, id="a day"),
        pytest.param("the bridge office on Ada Weld", MET, True, id="no person"),
    ],
)
def test_somebody_on_something_asks_for_words(question: str, entry: Entry, *, fit: bool) -> None:
    assert fits(question, entry) == fit


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        pytest.param("whom did Ada Weld meet", CHAIR, False, id="whom"),
        pytest.param("where did Ada Weld go in 2022", CHAIR, False, id="where"),
        pytest.param("who was with Ada Weld at the bridge office", CHAIR, False, id="who was with"),
        pytest.param("who is Ada Weld and where did she chair the office", CHAIR, True, id="and who it is"),
        pytest.param("whom did Ada Weld meet at the bridge office", MET, True, id="what happened"),
        pytest.param("whom did the bridge office chair", CHAIR, True, id="of another"),
        pytest.param("where did the bridge office look after bridges", OFFICE, True, id="no person"),
    ],
)
def test_a_card_says_who_somebody_is_and_not_whom_he_met(question: str, entry: Entry, *, fit: bool) -> None:
    assert fits(question, entry) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Ada Weld ki umar kya hai", False),
        ("Ada Weld ka qad", False),
        ("Ada Weld ka matlab kya hai", True),
        ("Ada Weld ke bare mein batao", True),
        ("Ada Weld kaun hai", True),
        ("Ada Weld ka office", True),
        ("Ada Weld ki", True),
        ("Ada Weld salary", False),
        ("Ada Weld previous chair job", False),
        ("chair of the bridge office Ada Weld", True),
        ("Ada Weld", True),
    ],
)
def test_the_card_of_a_name_does_not_tell_what_else_is_asked_of_it(question: str, *, fit: bool) -> None:
    assert fits(question, CHAIR) == fit


def test_the_card_of_a_thing_does_not_say_who_did_it() -> None:
    assert not fits("who did the bridge office", OFFICE)
    assert fits("who did the bridge office", RAID)


@pytest.mark.parametrize(
    ("statement", "fit"),
    [
        ("Attacks were expected to grow.", False),
        ("Of the attacks 78 percent failed.", False),
        ("Three armed groups carried out 78 percent of the attacks.", False),
        ("There were 12 attacks, of which 78 percent failed.", True),
    ],
)
def test_a_sentence_without_a_count_is_no_count(statement: str, *, fit: bool) -> None:
    told = replace(MONTH, statement=statement, asks=("What of the attacks in March 2022?",))

    assert fits("attacks in Valmora in March 2022", told) == fit


def test_a_sentence_without_a_count_may_tell_whether_something_grew() -> None:
    told = replace(MONTH, statement="Attacks grew in March 2022.", asks=("Did the attacks grow?",))

    assert fits("did attacks grow in March 2022", told)


def test_a_future_form_asks_what_will_be() -> None:
    assert not fits("is Ada Weld going to meet the bridge office", MET)
    assert not fits("Ada Weld will never meet the bridge office", MET)
    assert fits("did Ada Weld meet the bridge office", MET)


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("was there a raid on the bridge office after June 2022?", False),
        ("was there a raid on the bridge office since June 2022?", True),
        ("was there a raid on the bridge office after May 2022?", True),
        ("was there a raid on the bridge office right after June 2022?", True),
    ],
)
def test_what_came_after_a_month_was_not_in_it(question: str, *, fit: bool) -> None:
    assert fits(question, RAID) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("when did Ada Weld meet the bridge office", True),
        ("when did the army meet the bridge office", False),
        ("when was the bridge office met by the press", False),
        ("when did the court see Ada Weld meet the bridge office", False),
        ("when did the police meet the bridge office", True),
    ],
)
def test_what_somebody_did_who_is_in_no_text_is_not_told(question: str, *, fit: bool) -> None:
    met = replace(MET, asks=(*MET.asks, "Did a constable see whom Ada Weld met?"))

    assert fits(question, met) == fit


FINCH = replace(TOLD, id="finch", statement="On 4 May 2022 Orla Vashti said that the bridge office works.")
HEARD = replace(TOLD, id="heard", asks=("What did Ada Weld say of Orla Vashti?",))


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        ("what did Orla Vashti say of the bridge office", FINCH, True),
        ("what did Orla Vashti say of the bridge office", HEARD, False),
        ("what did Orla Vashti say of the bridge office", replace(SAID, asks=HEARD.asks), False),
        ("when did Orla Vashti see the bridge office", MET, False),
        ("when did Orla Vashti see the bridge office", HEARD, True),
    ],
)
def test_somebody_whom_the_pack_only_mentions_did_and_said_nothing_that_is_told_of_others(
    question: str, entry: Entry, *, fit: bool
) -> None:
    assert fits(question, entry) == fit


@pytest.mark.parametrize(
    ("question", "statement", "fit"),
    [
        ("who did Ada Weld meet in Lorn?", MET.statement, True),
        ("who did Ada Weld meet in Lorn?", "Ada Weld had talks with the bridge office in Lorn.", True),
        (
            "who did Ada Weld meet in Lorn?",
            "The meeting of the bridge office came after Ada Weld left Lorn.",
            False,
        ),
        ("who did Ada Weld visit in Lorn?", "Ada Weld visited the bridge office in Lorn.", True),
    ],
)
def test_whom_somebody_met_is_told_only_by_what_says_so(question: str, statement: str, *, fit: bool) -> None:
    assert fits(question, replace(MET, statement=statement)) == fit
