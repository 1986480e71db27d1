"""What a pack says is proved by the texts of its sources, and a later change of it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.model import Citation, Fact, Figure, Pack, Quote
from bot.knowledge.proof import Proof
from bot.knowledge.proving import (
    Outcome,
    SourceText,
    check_proofs,
    kept,
    proof_of,
    provables,
    prove,
    standings,
)
from tests.knowledge.good_pack import DAWN, FIGURE, QUOTE, found, only, pack

DAY = date(2026, 11, 26)
LATER = date(2027, 1, 2)
BBC = replace(DAWN, id="bbc", publisher="BBC")
BOTH = (Citation(source="dawn"), Citation(source="bbc"))
TEXT = "“We do,” she said. “We do.” The toll was 134, or 120 to 130."
SOURCES = {"dawn": DAWN, "bbc": BBC}


def text(content: str, sha256: str = "1" * 64) -> SourceText:
    """Return a text with a hash."""
    return SourceText(content, sha256)


def outcome(whole: Pack, entry: str, texts: dict[str, SourceText], day: date = DAY) -> Outcome:
    """Verify a pack and return what came of one entry."""
    (one,) = (each for each in prove(whole, texts, day) if each.standing.choices[0].entry.id == entry)
    return one


def proved(whole: Pack, **texts: str) -> Pack:
    """Return a pack with what some texts prove."""
    outcomes = prove(whole, {key: text(content) for key, content in texts.items()}, DAY)
    return replace(whole, proofs=kept(outcomes))


def test_words_and_numbers_are_proved_by_a_text_that_has_them() -> None:
    whole = proved(pack(), dawn=TEXT)

    assert [(proof.entry, proof.part, proof.source) for proof in whole.proofs] == [
        ("toll", "number", "dawn"),
        ("remark", "words", "dawn"),
    ]
    assert {(proof.day, proof.text_sha256) for proof in whole.proofs} == {(DAY, "1" * 64)}
    assert found(whole) == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("We do nothing.", "the text goes on where the quotation ends its sentence"),
        ("No.", "not in the text"),
    ],
)
def test_words_that_a_text_does_not_have_are_not_proved(content: str, why: str) -> None:
    one = outcome(pack(), "remark", {"dawn": text(content)})

    assert (one.state, one.why_not, one.proofs, one.lost) == ("not found", {"dawn": why}, (), ())


def test_both_ends_of_a_range_must_be_there() -> None:
    whole = pack(replace(FIGURE, value=120, value_max=130.0))

    assert outcome(whole, "toll", {"dawn": text(TEXT)}).state == "proved"
    one = outcome(whole, "toll", {"dawn": text("between 121 and 131")})
    assert one.why_not == {"dawn": "120 and 130 not in the text"}


def test_one_of_several_sources_is_enough_and_is_named() -> None:
    whole = pack(replace(QUOTE, citations=BOTH), sources=SOURCES)
    one = outcome(whole, "remark", {"bbc": text(TEXT)})

    assert [proof.source for proof in one.proofs] == ["bbc"]
    assert (one.state, one.no_text) == ("proved", ("dawn",))


def test_what_no_text_was_there_for_is_not_proved() -> None:
    one = outcome(pack(), "remark", {})

    assert (one.state, one.no_text) == ("no text", ("dawn",))


def test_words_that_a_citation_quotes_are_proved_by_that_source_alone() -> None:
    citations = (Citation(source="dawn", quote="We do."), Citation(source="bbc", quote="The toll was 134"))
    fact = Fact(
        id="f", statement="They did.", asks=("Did they?", "Have they?", "did they do it"), citations=citations
    )
    whole = proved(pack(fact, sources=SOURCES), dawn=TEXT, bbc="We do.")

    assert [proof.source for proof in whole.proofs if proof.entry == "f"] == ["dawn"]
    changed = replace(fact, citations=(Citation(source="dawn", quote="We do not."), citations[1]))
    assert only(replace(whole, entries=whole.entries | {"f": changed})).startswith(
        "error entry f citations.quote: the quoted words changed since found in 'dawn' on 26 November 2026"
    )


def test_the_day_stays_while_the_text_stays() -> None:
    whole = proved(pack(), dawn=TEXT)

    assert kept(prove(whole, {"dawn": text(TEXT)}, LATER)) == whole.proofs
    again = kept(prove(whole, {"dawn": text(TEXT + " More.", "2" * 64)}, LATER))
    assert {(proof.day, proof.text_sha256) for proof in again} == {(LATER, "2" * 64)}


def test_with_fewer_texts_earlier_proofs_stay() -> None:
    whole = proved(pack(), dawn=TEXT)

    assert kept(prove(whole, {}, LATER)) == whole.proofs


def test_a_proof_is_lost_when_the_text_as_it_is_now_lacks_the_words() -> None:
    whole = proved(pack(), dawn=TEXT)
    one = outcome(whole, "remark", {"dawn": text("Another page.")})

    assert (one.state, one.proofs) == ("not found", ())
    assert [proof.entry for proof in one.lost] == ["remark"]


def changed(entry: Quote | Figure, **texts: str) -> Pack:
    """Return a pack that was proved before an entry was put in place of its namesake."""
    whole = proved(pack(sources=SOURCES), **(texts or {"dawn": TEXT}))
    return replace(whole, entries=whole.entries | {entry.id: entry})


def test_changed_words_are_an_error_until_they_are_proved_anew() -> None:
    whole = changed(replace(QUOTE, words="We don't."))

    assert only(whole) == (
        "error entry remark words: the words changed since found in 'dawn' on 26 November 2026; "
        "run bot verify --sources DIR with dawn.txt in DIR, or restore the words"
    )
    for texts in ({}, {"dawn": text(TEXT)}):
        assert outcome(whole, "remark", texts).state == "changed"
        assert kept(prove(whole, texts, LATER)) == whole.proofs
    assert found(proved(whole, dawn="We don't. 134")) == []


@pytest.mark.parametrize(
    "figure",
    [replace(FIGURE, value=135), replace(FIGURE, value_max=140), replace(FIGURE, unit="thousand people")],
)
def test_a_changed_number_is_an_error(figure: Figure) -> None:
    errors = [line for line in found(changed(figure)) if line.startswith("error")]

    assert [line.split(";")[0] for line in errors] == [
        "error entry toll value: the number changed since found in 'dawn' on 26 November 2026"
    ]


@pytest.mark.parametrize(
    "entry", [replace(QUOTE, words="“We do.”"), replace(FIGURE, value=134.0), replace(QUOTE, role="Envoy")]
)
def test_what_leaves_words_and_number_the_same_needs_no_new_proof(entry: Quote | Figure) -> None:
    assert found(changed(entry)) == []


def test_changed_words_that_another_source_proves_are_no_error() -> None:
    whole = pack(replace(QUOTE, citations=BOTH), sources=SOURCES)
    before = proved(whole, dawn=TEXT)
    after = replace(
        before, entries=before.entries | {"remark": replace(QUOTE, words="We try.", citations=BOTH)}
    )
    again = proved(after, bbc="We try.")

    assert found(again) == []
    assert [proof.source for proof in again.proofs if proof.entry == "remark"] == ["bbc"]


def renamed() -> Pack:
    """Return a pack that was proved before its quotation got another id."""
    whole = changed(replace(QUOTE, id="renamed"))
    return replace(whole, entries={key: entry for key, entry in whole.entries.items() if key != "remark"})


@pytest.mark.parametrize(
    ("whole", "what"),
    [
        (renamed(), "'remark' with a quotation from 'dawn'"),
        (
            changed(replace(QUOTE, citations=(Citation(source="bbc"),))),
            "'remark' with a quotation from 'dawn'",
        ),
        (changed(replace(FIGURE, citations=(Citation(source="bbc"),))), "'toll' with a figure from 'dawn'"),
    ],
)
def test_a_proof_of_what_is_gone_is_a_warning_until_verifying_drops_it(whole: Pack, what: str) -> None:
    lines = found(whole)

    assert [line.startswith("warning proof") and what in line for line in lines] == [True]
    assert found(replace(whole, proofs=kept(prove(whole, {}, DAY)))) == []


def test_a_proof_of_an_entry_in_a_file_that_cannot_be_read_is_left_alone() -> None:

    stray = Proof("elsewhere", "dawn", "words", "0" * 64, "0" * 64, DAY)
    whole = pack(proofs=(stray,))

    assert [finding.id for finding in check_proofs(whole)] == ["0"]
    assert list(check_proofs(whole, frozenset({"elsewhere"}))) == []


def test_a_source_cited_twice_is_one_thing_to_find() -> None:
    twice = replace(
        QUOTE, citations=(Citation(source="dawn", locator="1"), Citation(source="dawn", locator="2"))
    )

    assert [each.source for each in provables(twice)] == ["dawn"]


def test_a_proof_counts_for_what_it_found_only() -> None:
    whole = proved(pack(), dawn=TEXT)
    (wanted,) = provables(whole.entries["remark"])
    (other,) = provables(replace(QUOTE, words="We don't."))

    assert proof_of(whole, wanted) is not None
    assert proof_of(whole, other) is None
    assert [standing.is_changed for standing in standings(whole)] == [False, False]
