"""A withdrawn source puts what rests only on it on hold, and says so; the rest goes on without it."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.holding import Hold, holds, in_force, why_held
from bot.knowledge.model import Citation, Claim, Conflict, Entity, Entry, Pack, Source, Status
from tests.knowledge.good_pack import CLAIM, DAWN, EVENT, FACT, PRICE, found, pack

OLD = (Citation(source="old"),)
BOTH = (Citation(source="old"), Citation(source="dawn"))


def withdrawn(*entries: Entry, status: Status = "withdrawn", dawn: Status = "live") -> Pack:
    """Return the good pack with some entries and a source that is no longer stood by."""
    old = Source(id="old", publisher="Old Times", title="A story", status=status)
    return pack(*entries, sources={"dawn": replace(DAWN, status=dawn), "old": old})


def test_nothing_is_on_hold_while_every_source_is_live() -> None:
    whole = withdrawn(replace(EVENT, citations=OLD), status="live")

    assert holds(whole) == {}
    assert in_force(whole) is whole


def test_an_entry_that_rests_only_on_a_withdrawn_source_is_on_hold() -> None:
    whole = withdrawn(replace(EVENT, citations=OLD))

    assert holds(whole) == {"talks": Hold("talks", ("old",))}
    assert in_force(whole).entries["talks"].status == "held"


def test_a_draft_of_a_source_is_nothing_to_rest_on_either() -> None:
    whole = withdrawn(replace(EVENT, citations=OLD), status="draft")

    assert why_held(whole, holds(whole)["talks"]) == "it rests only on 'old', still a draft"


def test_an_entry_with_another_live_source_stays_live_and_cites_only_that() -> None:
    whole = in_force(withdrawn(replace(EVENT, citations=BOTH)))

    assert holds(whole) == {}
    assert whole.entries["talks"].status == "live"
    assert whole.entries["talks"].citations == (Citation(source="dawn"),)


def test_an_entry_that_cites_two_withdrawn_sources_names_both() -> None:
    whole = withdrawn(replace(EVENT, citations=BOTH), dawn="withdrawn")

    assert why_held(whole, holds(whole)["talks"]) == "it rests only on 'old', withdrawn and 'dawn', withdrawn"


def test_an_entry_that_its_author_set_aside_is_not_on_hold() -> None:
    whole = withdrawn(replace(EVENT, citations=OLD, status="draft"))

    assert holds(whole) == {}
    assert in_force(whole).entries["talks"].status == "draft"


def test_only_the_description_of_a_name_is_on_hold() -> None:
    whole = withdrawn(replace(PRICE, description="A spokesperson.", aliases=("Price",), citations=OLD))
    price = in_force(whole).entries["price"]

    assert list(holds(whole)) == ["price"]
    assert isinstance(price, Entity)
    assert (price.status, price.aliases, price.description, price.citations) == ("live", ("Price",), None, ())


def test_a_name_without_a_description_is_never_on_hold() -> None:
    assert holds(withdrawn(replace(PRICE, citations=OLD))) == {}


def test_a_source_that_does_not_exist_is_another_checks_matter() -> None:
    assert holds(withdrawn(replace(EVENT, citations=(Citation(source="nowhere"),)))) == {}


def test_what_is_on_hold_is_in_conflict_with_nothing() -> None:
    rival = replace(EVENT, id="rival", conflicts=(Conflict(entry="talks"),))

    assert in_force(withdrawn(replace(EVENT, citations=OLD), rival)).rivals == {}
    assert withdrawn(EVENT, rival).rivals == {"rival": ("talks",), "talks": ("rival",)}


def test_a_claim_is_on_hold_with_an_entry_that_decides_it() -> None:
    claim = replace(CLAIM, entries=("dates", "talks"), citations=(Citation(source="dawn"),))
    whole = withdrawn(claim, replace(EVENT, citations=OLD))
    held = holds(whole)

    assert held["claim"] == Hold("claim", entries=("talks",))
    assert why_held(whole, held["claim"]) == "its verdict was weighed with 'talks', now on hold"


def test_a_claim_about_a_claim_is_on_hold_with_it() -> None:
    second = replace(CLAIM, id="second", entries=("third",))
    third = replace(CLAIM, id="third", entries=("talks",))

    assert list(holds(withdrawn(second, third, replace(EVENT, citations=OLD)))) == [
        "talks",
        "second",
        "third",
    ]


def test_a_claim_outlives_the_text_that_makes_it_if_what_decides_it_is_live() -> None:
    whole = withdrawn(replace(CLAIM, citations=OLD))

    assert holds(whole) == {}
    assert in_force(whole).entries["claim"].citations == ()


def test_a_claim_that_nothing_decides_goes_with_the_text_that_makes_it() -> None:
    unverified = Claim(id="sc", claim="It rained", verdict="unverified", differs="Unknown.", citations=OLD)
    draft = replace(FACT, id="draft", status="draft")

    assert list(holds(withdrawn(unverified))) == ["sc"]
    assert list(holds(withdrawn(draft, replace(unverified, entries=("draft", "nowhere"))))) == ["sc"]


def test_looking_twice_finds_the_same_and_a_source_that_is_live_again_frees_its_entries() -> None:
    once = in_force(withdrawn(replace(EVENT, citations=OLD)))

    assert holds(once) == {"talks": Hold("talks", ("old",))}
    assert holds(replace(once, sources=withdrawn(status="live").sources)) == {}


def test_the_check_names_each_entry_on_hold_with_its_source_and_what_the_source_costs() -> None:
    claim = replace(CLAIM, entries=("talks",))
    whole = withdrawn(replace(EVENT, citations=OLD), replace(FACT, citations=BOTH), claim)

    (talks, decided, source) = found(whole)

    assert talks.startswith("warning entry talks citations: 'talks' is on hold: it rests only on 'old', ")
    assert "claim entries: 'claim' is on hold: its verdict was weighed with 'talks', now on hold;" in decided
    assert source == (
        "warning source old status: the source 'old' is withdrawn; of the entries that cite it, on hold: 1, "
        "answered without it: 1; say why in its note, and mend what is on hold"
    )


def test_a_withdrawn_source_that_nothing_cites_is_no_warning() -> None:
    assert found(withdrawn()) == []
    assert found(withdrawn(replace(EVENT, citations=OLD, status="withdrawn"))) == []
