"""What entries leave open: the very question is not answered, a near one has less to speak for it."""

from __future__ import annotations

from dataclasses import replace

from bot.answering import engine
from bot.answering.answer import Answered, Unanswered
from bot.answering.index import Index
from bot.answering.ranking import rank
from bot.knowledge.checks import check
from bot.knowledge.model import Fact, Pack
from tests.answering.entries import GAZETTE
from tests.answering.world import pack

BRIDGE = Fact(
    id="bridge",
    statement="The mayor opened the Harrow bridge on a Sunday.",
    asks=("Who opened the Harrow bridge?", "When was the Harrow bridge opened?", "harrow bridge opening"),
    leaves_open=("Who painted the Harrow bridge?", "How long is the Harrow bridge?"),
    citations=(GAZETTE,),
)


def opened(bridge: Fact = BRIDGE) -> Pack:
    """Return the made-up country with a bridge."""
    return replace(pack(), entries={**pack().entries, bridge.id: bridge})


def openness(question: str, bridge: Fact = BRIDGE) -> float:
    """Return how much nearer a question is to an open one than to the bridge's phrases."""
    index = Index(opened(bridge))
    ranked = rank(index, index.reader.read(question))
    found = next(each for each in ranked if each.position == index.positions["bridge"])
    assert found.evidence is not None
    return found.evidence.open


def test_a_question_that_the_pack_leaves_open_is_not_answered_whatever_its_case_and_marks() -> None:
    index = engine.build_index(opened())

    for question in ("Who painted the Harrow bridge?", "who painted  the HARROW bridge"):
        found = engine.answer(index, question)
        assert isinstance(found, Unanswered)
        assert found.reason == "they leave that open"


def test_what_the_entry_asks_is_answered_beside_what_it_leaves_open() -> None:
    assert isinstance(engine.answer(engine.build_index(opened()), "Who opened the Harrow bridge?"), Answered)


def test_a_question_near_an_open_one_has_that_against_it() -> None:
    assert openness("who was it that painted the bridge of Harrow") > 0
    assert openness("who opened the bridge of Harrow") == 0


def test_without_open_questions_nothing_speaks_against_an_entry() -> None:
    assert openness("who painted the bridge of Harrow", replace(BRIDGE, leaves_open=())) == 0


def test_words_of_open_questions_are_no_words_that_the_pack_tells_of() -> None:
    read = Index(opened()).reader.read("Who painted the Harrow bridge?")

    assert [term.known for term in read.terms if term.key.startswith("paint")] == [False]


def test_a_question_can_not_be_asked_and_left_open_by_one_entry() -> None:
    both = replace(BRIDGE, leaves_open=("When was the Harrow bridge opened",))

    (found,) = [each for each in check(opened(both)) if each.field == "leaves_open"]
    assert found.message == "the entry asks this too, so it can't leave it open"
    assert found.path == ("leaves_open", 0)
    assert not [each for each in check(opened()) if each.field == "leaves_open"]
