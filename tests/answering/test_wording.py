"""Entries become plain sentences that hold their value, qualifier, place, day and speaker, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.entry_answers import answer_entry
from bot.answering.index import Index
from bot.answering.wording import figure_sentence, name, number, plain, sentence, statement, value, when
from bot.knowledge.model import CheckedText, Conflict, Entity, Entry, Event, Figure, Quote
from bot.knowledge.periods import Period
from tests.answering.entries import count
from tests.answering.world import index, pack

DEATHS = count("x", "deaths", 1063, "2023-01")
BRANDT = (
    "Ivo Brandt, Interior Minister, 15 February 2023 (weekly briefing): “The Front is a threat to all of us.”"
)
CLAIM_IN_JUNE = (
    "Claim: The FVF ended its ceasefire in June 2022.\nVerdict: contradicted by the sources. "
    "It ended on 28 November 2022."
)


def told(key: str) -> str:
    """Return an entry of the made-up country as a sentence."""
    return sentence(pack(), pack().entries[key])


@pytest.mark.parametrize(
    ("amount", "text"),
    [(7, "7"), (1063, "1,063"), (1234567, "1,234,567"), (2.5, "2.5"), (0, "0"), (-3, "-3")],
)
def test_thousands_are_separated(amount: float, text: str) -> None:
    assert number(amount) == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (DEATHS, "1,063"),
        (replace(DEATHS, qualifier="at least"), "at least 1,063"),
        (replace(DEATHS, value_max=1100), "1,063 to 1,100"),
        (replace(DEATHS, value_max=1100, qualifier="about"), "about 1,063 to 1,100"),
    ],
)
def test_a_value_keeps_its_qualifier_and_its_range(figure: Figure, text: str) -> None:
    assert value(figure) == text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("iss", "Institute for Security Statistics (ISS)"),
        ("valmora", "Valmora"),
        ("ivo-brandt", "Ivo Brandt"),
        ("nowhere", "nowhere"),
        ("talks-dates", "talks-dates"),
    ],
)
def test_an_entity_is_named_with_its_acronym(key: str, text: str) -> None:
    assert name(pack(), key) == text


@pytest.mark.parametrize("alias", ["US", "F16", "XYZ", "Fvf", "4FVF"])
def test_an_alias_that_is_no_acronym_of_the_name_is_left_out(alias: str) -> None:
    front = Entity(id="fvf", name="Free Valmora Front (4)", aliases=(alias,))

    assert name(replace(pack(), entries={"fvf": front}), "fvf") == front.name


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (None, ""),
        ("2022", "in 2022"),
        ("2023-01", "in January 2023"),
        ("2023-03-07", "on 7 March 2023"),
        ("2023-03-06/2023-03-07", "on 6–7 March 2023"),
        ("2022-01/2022-11", "from January to November 2022"),
        ("2018/2020", "in 2018–2020"),
    ],
)
def test_a_period_takes_the_preposition_that_fits(period: str | None, text: str) -> None:
    assert when(Period.parse(period) if period else None) == text


def test_a_figure_fills_the_sentence_of_its_metric() -> None:
    told_by = replace(DEATHS, counted_by="pcm")

    assert figure_sentence(pack(), told_by) == (
        "Peace and Conflict Monitor (PCM) counted 1,063 people killed in attacks in Valmora in January 2023."
    )


def test_what_a_figure_does_not_hold_is_left_out_of_its_sentence() -> None:
    bare = replace(DEATHS, counted_by=None, place=None, period=None)

    assert figure_sentence(pack(), bare) == "The source counted 1,063 people killed in attacks."


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (replace(DEATHS, metric="trained"), "Institute for Security Statistics (ISS): 1,063 trained"),
        (replace(DEATHS, metric="turnips"), "Institute for Security Statistics (ISS): 1,063 turnips"),
        (
            replace(DEATHS, metric="turnips", label="tons of turnips", counted_by=None),
            "The source: 1,063 tons of turnips",
        ),
        (replace(DEATHS, statement="It was 1,063."), "It was 1,063."),
    ],
)
def test_a_figure_without_a_sentence_of_its_metric_is_still_told(figure: Figure, text: str) -> None:
    assert figure_sentence(pack(), figure) == text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("ceasefire-end", "The Free Valmora Front ended its ceasefire on 28 November 2022."),
        (
            "brandt-threat",
            BRANDT,
        ),
        ("bombing", "30 January 2023: Bombing of the market in Tarnholm."),
        ("bridge-opened", "The Harrow bridge was opened on 12 May 2021."),
        ("world-office", "World Harvest Office (WHO): A body that lends seed to farmers."),
        (
            "claim-june",
            CLAIM_IN_JUNE,
        ),
        (
            "claim-two-days",
            "Claim: The Lorn Dialogue lasted two days.\nVerdict: supported by the sources.",
        ),
    ],
)
def test_every_kind_of_entry_is_told_with_all_it_holds(key: str, text: str) -> None:
    assert told(key) == text


@pytest.mark.parametrize(
    ("sources", "called"),
    [(("essay",), "Claim in the essay"), ((), "Claim in the essay"), (("courier",), "Claim")],
)
def test_a_claim_names_the_text_that_makes_it(sources: tuple[str, ...], called: str) -> None:
    checks = replace(pack(), checked_text=CheckedText(name="the essay", sources=sources))

    assert sentence(checks, pack().entries["claim-june"]) == CLAIM_IN_JUNE.replace("Claim", called, 1)


def test_a_claim_that_contradicts_an_answer_stands_beside_it_in_one_line() -> None:
    ended = replace(pack().entries["ceasefire-end"], conflicts=(Conflict(entry="claim-june"),))
    disputed = Index(replace(pack(), entries={**pack().entries, ended.id: ended}))

    lines = plain(answer_entry(disputed, ended.id, "When did the ceasefire end?")).splitlines()

    assert lines[1] == "Sources disagree:"
    assert lines[2].startswith(f"- {' '.join(CLAIM_IN_JUNE.splitlines())}")


def test_a_quotation_without_role_day_and_occasion_is_told_without_them() -> None:
    quote = Quote(id="x", words="No.", speaker="ivo-brandt")

    assert sentence(pack(), quote) == ("Ivo Brandt: “No.”")


def test_an_event_without_a_day_is_told_by_its_title() -> None:
    assert sentence(pack(), Event(id="x", title="A flood.")) == "A flood."


def test_an_entry_of_no_known_kind_is_refused() -> None:
    class Rumour(Entry):
        kind = "fact"

    with pytest.raises(TypeError, match="has no wording"):
        sentence(pack(), Rumour(id="x"))


def test_a_statement_looks_its_sources_up_and_keeps_locator_and_quote() -> None:
    shown = statement(pack(), pack().entries["talks-chair"])

    assert [(cited.source.id, cited.locator) for cited in shown.citations] == [
        ("essay", "p. 4"),
        ("gazette", None),
    ]
    assert (shown.citations[0].quote, shown.note) == (
        "They talked for two days.",
        "He stood in for the minister.",
    )


def test_a_quotation_keeps_its_parts_apart() -> None:
    parts = statement(pack(), pack().entries["brandt-threat"]).quotation

    assert parts is not None
    assert (parts.speaker, parts.role, parts.date) == (
        "Ivo Brandt",
        "Interior Minister",
        Period.parse("2023-02-15"),
    )


def test_a_whole_answer_shows_the_note_the_other_side_and_the_notes_of_a_dispute() -> None:
    toll = plain(answer_entry(index(), "toll-police", "?")).splitlines()
    chair = plain(answer_entry(index(), "talks-chair", "?")).splitlines()

    assert toll == [
        told("toll-police"),
        "Sources disagree:",
        f"- {told('toll-health')}",
        "- 95 in a first count.",
    ]
    assert chair == [told("talks-chair"), "Note: He stood in for the minister."]


def test_what_decides_a_claim_is_no_disagreement() -> None:
    lines = plain(answer_entry(index(), "claim-june", "?")).splitlines()

    assert lines == [*told("claim-june").splitlines(), "What the sources say:", f"- {told('ceasefire-end')}"]


def test_a_dispute_that_is_only_a_note_has_its_heading_too() -> None:
    answered = answer_entry(index(), "toll-police", "?")

    assert plain(replace(answered, others=())).splitlines()[1:] == [
        "Sources disagree:",
        "- 95 in a first count.",
    ]


def test_other_counts_stand_under_a_heading_of_their_own() -> None:
    answered = answer_entry(index(), "deaths-2023-01", "?")
    other = statement(pack(), pack().entries["deaths-2023-01-pcm"])
    lines = plain(replace(answered, also=(other,))).splitlines()

    assert lines == [told("deaths-2023-01"), "Other counts (definitions may differ):", f"- {other.text}"]
