"""The claims that a pack checks are listed with their verdicts, and every answer says which text it means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.contract import as_json
from bot.answering.engine import Ask
from bot.answering.entry_answers import answer_entry
from bot.answering.index import Index
from bot.answering.verdicts.claims import checked_claims, spoken_of, verdict_choices
from bot.answering.verdicts.contract import check_json, claims_json
from bot.answering.verdicts.contrast import put_right
from bot.answering.verdicts.judging import check
from bot.answering.wording import NOT_SO, plain
from bot.knowledge.model import CheckedText
from tests.answering.disputed_world import fact, verdict, world
from tests.answering.world import TODAY, index, pack


def put(question: str) -> Answered:
    """Return the answer to a question."""
    answer = engine.answer(world(), question, Ask(as_of=TODAY))
    assert isinstance(answer, Answered)
    return answer


def test_claims_are_listed_with_verdict_what_differs_and_what_decides() -> None:
    found = checked_claims(world())
    june = found.rows[0]

    assert [row.entry for row in found.rows][:2] == ["claim-june", "claim-two-days"]
    assert (june.verdict, june.differs) == ("contradicted", "It ended on 28 November 2022.")
    assert [statement.entry for statement in june.deciding] == ["ceasefire-end"]
    assert [cited.source.id for cited in june.claimed] == ["essay"]
    assert found.counts == (("supported", 1), ("imprecise", 1), ("contradicted", 2), ("unverified", 1))
    assert found.total == len(found.rows)


def test_claims_can_be_chosen_by_verdict_in_any_case() -> None:
    found = checked_claims(world(), " Contradicted ")

    assert [row.entry for row in found.rows] == ["claim-june", "claim-names"]
    assert found.verdict == "contradicted"


def test_a_verdict_that_there_is_not_is_named() -> None:
    found = checked_claims(world(), "nonsense")

    assert (found.rows, found.typed, found.verdict) == ((), "nonsense", None)


def test_the_verdicts_are_offered_with_their_numbers() -> None:
    assert [choice.name for choice in verdict_choices(world())][:2] == ["supported (1)", "imprecise (1)"]


def test_the_text_is_named_by_the_pack_or_by_what_its_claims_cite() -> None:
    named, unnamed = checked_claims(world()), checked_claims(index())

    assert (named.name, [cited.source.id for cited in named.sources]) == ("the article", ["essay", "courier"])
    assert (unnamed.name, [cited.source.id for cited in unnamed.sources]) == ("the checked text", ["essay"])


def test_an_answer_that_speaks_of_the_text_says_which_it_is() -> None:
    answer = answer_entry(world(), "claim-unverified", "Does the brigade steal turnips?")

    assert answer.speaks_of is not None
    assert [cited.source.id for cited in answer.speaks_of.sources] == ["courier"]


@pytest.mark.parametrize("entry", ["talks-dates", "ceasefire-end"])
def test_an_answer_that_does_not_speak_of_the_text_says_nothing_of_it(entry: str) -> None:
    assert answer_entry(world(), entry, "?").speaks_of is None
    assert answer_entry(index(), entry, "?").speaks_of is None


def test_an_answer_that_cites_all_there_is_of_the_text_names_it_no_further() -> None:
    entry = fact("of-article", "The article is long.")
    told = replace(pack(), entries={entry.id: entry}, checked_text=replace_text())
    answer = answer_entry(Index(told), "of-article", "?")

    assert spoken_of(told, answer) is None


def replace_text() -> CheckedText:
    """Return a text that can be read in the one source that the fact cites."""
    return CheckedText(name="the article", sources=("gazette",))


def test_an_answer_to_who_supposes_another_date_says_so_first() -> None:
    question = "Was the Lorn Dialogue held on 16 March 2023?"
    told = answer_entry(world(), "talks-dates", question)
    answer = put_right(world(), told, world().reader.read(question))

    assert put_right(world(), told, world().reader.read("Was it?")) is told
    assert answer.main.entry == "talks-dates"
    assert plain(answer).splitlines()[:2] == [
        NOT_SO,
        "The date differs: “16 March 2023”, but my source has “6 and 7 March 2023”.",
    ]


@pytest.mark.parametrize(
    "question", ["Was the Lorn Dialogue held in March 2023?", "When was the Lorn Dialogue held?"]
)
def test_a_question_that_supposes_nothing_else_is_answered_as_ever(question: str) -> None:
    assert put(question).contrast == ()


def test_a_checked_sentence_is_json_with_both_sides_and_citations() -> None:
    found = check_json(verdict("ISS counted 64 attacks in January 2023."), 0.5)

    assert (found["verdict"], found["entries"]) == ("contradicted", ["attacks-2023-01"])
    assert found["compared"][0] == {
        "slot": "number",
        "said": "64 attacks",
        "found": "44 attacks",
        "entry": "attacks-2023-01",
        "agrees": False,
    }
    assert found["citations"][0]["source"] == "gazette"
    assert as_json(put("When was the Lorn Dialogue held?"), 0.1)["contrast"] == []


def test_claims_are_json_with_the_text_they_are_made_in() -> None:
    found = claims_json(checked_claims(world(), "imprecise"))

    assert found["text"]["name"] == "the article"
    assert [claim["entry"] for claim in found["claims"]] == ["claim-imprecise"]
    assert found["claims"][0]["deciding"][0]["entry"] == "brigade-strength"


@pytest.mark.parametrize(
    ("sentence", "finding", "entry"),
    [
        ("The FVF ended its ceasefire in June 2022.", "contradicted", "claim-june"),
        ("Is it true that the FVF ended the ceasefire in June 2022?", "contradicted", "claim-june"),
        ("The Harrow Brigade has 500 fighters.", "imprecise", "claim-imprecise"),
        ("The Harrow Brigade steals turnips.", "not covered", "claim-unverified"),
        (
            "The Institute for Security Statistics, called ISS, publishes a yearbook.",
            "contradicted",
            "claim-names",
        ),
    ],
)
def test_what_an_author_wrote_of_the_very_claim_decides(sentence: str, finding: str, entry: str) -> None:
    found = verdict(sentence)

    assert (found.finding, found.deciding[0].entry) == (finding, entry)


@pytest.mark.parametrize(
    "sentence",
    [
        "The FVF did not end its ceasefire in June 2022.",
        "The FVF ended all in June 2022.",
        "Una Holt steals turnips.",
    ],
)
def test_another_claim_is_not_decided_by_it(sentence: str) -> None:
    assert "claim" not in "".join(each.entry for each in verdict(sentence).deciding)


def test_where_sources_disagree_both_sides_are_shown() -> None:
    found = verdict("101 people were killed in the market bombing.")

    assert (found.finding, found.disputed) == ("supported", True)
    assert found.headline == "Supported by my sources, but sources disagree"
    assert [each.entry for each in found.beside] == ["toll-police"]
    assert verdict("84 people were killed in the market bombing.").notes == ("95 in a first count.",)


def test_several_sentences_are_supported_when_each_is() -> None:
    both = verdict("ISS counted 44 attacks in January 2023. The Lorn Dialogue was held in March 2023.")
    one = verdict("ISS counted 44 attacks in January 2023. The Lorn Dialogue was held in April 2023.")

    assert (both.finding, [each.entry for each in both.deciding]) == (
        "supported",
        ["attacks-2023-01", "talks-dates"],
    )
    assert one.finding == "contradicted"


def test_a_long_text_is_not_checked() -> None:
    assert verdict("The talks were held. " * 60).reason == verdict("It is. A is. B is. C is. D is.").reason


def test_what_an_entry_says_is_not_kept_taken_apart_for_ever() -> None:
    small = Index(pack())
    known = small.remembered.accounts
    check(world(), "The Lorn Dialogue was held in March 2023.")
    known.update({str(number): world().remembered.accounts["talks-dates"] for number in range(5_000)})
    check(small, "The Lorn Dialogue was held in March 2023.")

    assert len(known) < 100
