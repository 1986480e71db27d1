"""An answer says when it may be out of date, and when no better than a weak source stands behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering import engine
from bot.answering.answer import Answered, Unanswered
from bot.answering.contract import as_json
from bot.answering.entry_answers import answer_entry
from bot.answering.index import Index
from bot.answering.trust.caveats import caveats, out_of_date, trust, weakly_sourced
from bot.answering.wording import plain
from bot.knowledge.model import Citation, Claim, Conflict, Entry, Fact, Pack, Source
from bot.knowledge.periods import Period

DUE = date(2026, 7, 31)
AFTER = date(2026, 8, 1)
GOOD = Source(id="good", publisher="Gazette", title="Who leads", date=Period.parse("2022-06-30"))
BLOG = Source(id="blog", publisher="A Blog", date=Period.parse("2023-03"), reliability="low")
NOTE = Source(id="note", publisher="Scribbler", title="On tea", reliability="low")


DUE_SINCE = "This may be out of date: it was to be reviewed by 31 July 2026"
AGED = f"{DUE_SINCE}, and its newest source is of 30 June 2022."


def fact(key: str, *sources: str, **fields: object) -> Fact:
    """Return a fact that rests on some sources."""
    given: dict[str, object] = {
        "id": key,
        "statement": f"The statement of {key}.",
        "asks": (f"What about {key}?",),
        "citations": tuple(Citation(source=source) for source in sources),
    }
    return Fact(**(given | fields))  # type: ignore[arg-type]


def indexed(*entries: Entry) -> Index:
    """Return the index of a pack with some entries."""
    sources = {source.id: source for source in (GOOD, BLOG, NOTE)}
    return engine.build_index(
        Pack(id="x", title="X", sources=sources, entries={entry.id: entry for entry in entries})
    )


def answered(question: str, *entries: Entry, today: date | None = AFTER) -> Answered:
    """Return the answer to a question on some day."""
    found = engine.answer(indexed(*entries), question, engine.Ask(as_of=today))
    assert isinstance(found, Answered)
    return found


def said(question: str, *entries: Entry, today: date | None = AFTER) -> tuple[str, ...]:
    """Return what is said of the main statement's age and sources."""
    found = answered(question, *entries, today=today)
    return caveats(found, found.main)


def test_after_its_review_date_an_answer_says_that_it_may_be_out_of_date() -> None:
    leader = fact("leader", "good", review_by=DUE)

    assert said("What about leader?", leader) == (AGED,)
    assert said("What about leader?", leader, today=DUE) == ()
    assert said("What about leader?", leader, today=None) == ()


def test_the_age_of_sources_without_a_date_is_left_out() -> None:
    (told, _) = said("What about tea?", fact("tea", "note", review_by=DUE))

    assert told == f"{DUE_SINCE}."


def test_an_entry_picked_by_its_id_says_so_too() -> None:
    built = indexed(fact("leader", "good", review_by=DUE))

    assert out_of_date(answer_entry(built, "leader", "?", AFTER))
    assert not out_of_date(answer_entry(built, "leader", "?"))


def test_a_question_in_other_words_gets_the_same_warning() -> None:
    found = answered("who leader", fact("leader", "good", review_by=DUE))

    assert [each.entry for each in out_of_date(found)] == ["leader"]


def test_what_is_not_answered_has_no_age() -> None:
    found = engine.answer(indexed(fact("tea", "good")), "Who won in Peru?", engine.Ask(as_of=AFTER))

    assert isinstance(found, Unanswered)


def test_a_weak_source_alone_is_named_as_such() -> None:
    assert said("What about tea?", fact("tea", "blog")) == (
        "Rests on a source of low reliability only: A Blog, March 2023.",
    )
    assert said("What about tea?", fact("tea", "blog", "note")) == (
        "Rests on sources of low reliability only: A Blog, March 2023; Scribbler, On tea.",
    )


def test_a_weak_source_beside_a_better_one_needs_no_word() -> None:
    assert said("What about tea?", fact("tea", "blog", "good")) == ()


def test_a_claim_stands_on_what_decides_it_and_not_on_where_it_is_made() -> None:
    claim = Claim(
        id="claim",
        claim="Tea is dear",
        verdict="supported",
        asks=("Is tea dear?",),
        citations=(Citation(source="blog"),),
        entries=("tea",),
    )
    alone = replace(claim, verdict="unverified", differs="Nobody else says so.", entries=())

    assert said("Is tea dear?", claim, fact("tea", "good")) == ()
    assert said("Is tea dear?", alone) == (
        "Claimed only in a source of low reliability: A Blog, March 2023.",
    )
    assert weakly_sourced(answered("Is tea dear?", claim, fact("tea", "note")))


def test_each_side_of_a_dispute_has_its_own_warning() -> None:
    dear = fact("tea", "good", review_by=DUE, conflicts=(Conflict(entry="cheap"),))
    found = answered("What about tea?", dear, fact("cheap", "blog"))

    assert [each.entry for each in out_of_date(found)] == ["tea"]
    assert [each.entry for each in weakly_sourced(found)] == ["cheap"]
    assert plain(found) == (
        "The statement of tea.\n"
        f"{AGED}\n"
        "Sources disagree:\n"
        "- The statement of cheap. Rests on a source of low reliability only: A Blog, March 2023."
    )


def test_json_names_what_is_old_and_what_is_weak_and_each_source_as_what_it_is() -> None:
    dear = fact("tea", "good", review_by=DUE, conflicts=(Conflict(entry="cheap"),))
    found = as_json(answered("What about tea?", dear, fact("cheap", "blog")), 0.5)

    assert found["out_of_date"] == [{"entry": "tea", "review_by": "2026-07-31"}]
    assert found["low_reliability_only"] == ["cheap"]
    assert [(each["source"], each["kind"], each["reliability"]) for each in found["citations"]] == [
        ("good", "news", "medium"),
        ("blog", "news", "low"),
    ]


def test_a_citation_names_only_a_low_reliability() -> None:
    assert (trust(BLOG), trust(GOOD)) == ("low reliability", "")
