"""A sentence is supported, contradicted or not covered, and the words that decide are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.index import Index
from bot.answering.verdicts.judging import check, contradiction
from tests.answering.disputed_world import verdict, world

SUPPORTED = [
    ("ISS counted 44 attacks in January 2023.", "attacks-2023-01"),
    ("There were 134 deaths in January 2023.", "deaths-2023-01"),
    ("More than 40 attacks were counted in January 2023.", "attacks-2023-01"),
    ("Between 40 and 50 attacks were counted in January 2023.", "attacks-2023-01"),
    ("About 130 people were killed in January 2023.", "deaths-2023-01"),
    ("44 or more attacks were counted in January 2023.", "attacks-2023-01"),
    ("Forty-four attacks were counted in January 2023.", "attacks-2023-01"),
    ("Is it true that the Lorn Dialogue was held on 6 and 7 March 2023?", "talks-dates"),
    ("Wasn't the Lorn Dialogue held in March 2023?", "talks-dates"),
    ("The talks were held on 6 March 2023 to 7 March 2023, right?", "talks-dates"),
    ("The FVF ended its ceasefire in November 2022.", "ceasefire-end"),
    ("Lorries were banned from the old bridge by the Government of Valmora.", "cabinet-lorry-ban"),
    ("The Harrow Brigade broke the pact on 9 June 2021.", "pact"),
    ("The Harrow Brigade signed a pact in Lorn.", "pact"),
    ("The Harrow Brigade has held the Southmark mine since June 2018.", "mine"),
    ("A second round of the Lorn Dialogue was held in Northmark.", "second-round"),
    ("The fair took place in Southmark.", "fair"),
    ("The Lorn Dialogue lasted two days.", "claim-two-days"),
    ("Brandt said that the harvest was poor.", "brandt-harvest"),
    ("Ivo Brandt did not ban the ferry.", "ferry-ban"),
    ("The Harrow Brigade has more than 10 lorries.", "brigade-strength"),
    ("The Harrow Brigade signed a pact with the Free Valmora Front.", "pact"),
    ("The Harrow Brigade's pact was signed in Lorn.", "pact"),
    ("Ivo Brandt did not ban the ferry in 2022.", "ferry-ban"),
    ("The Lorn Dialogue took place in Lorn.", "talks-place"),
    ("The Harrow bridge was opened in 2021.", "bridge-opened"),
    ("Una Holt is an envoy of Southmark.", "envoy"),
    ("84 people were killed in the market bombing.", "toll-police"),
    ("The FVF made 89 attacks in 2022.", "attacks-fvf-2022"),
    ("The school in Northmark was closed on 3 March 2020.", "school"),
]
CONTRADICTED = [
    ("ISS counted 64 attacks in January 2023.", "number", "attacks-2023-01"),
    ("Forty attacks were counted in January 2023.", "number", "attacks-2023-01"),
    ("Farmers sold turnips in Tarnholm in May 2021.", "date", "harvest"),
    ("The Harrow Brigade met for a congress on 8 May 2011.", "date", "brigade-congress-1"),
    ("Fewer than 40 attacks were counted in January 2023.", "number", "attacks-2023-01"),
    ("ISS counted 134 attacks and 44 deaths in January 2023.", "number", "attacks-2023-01"),
    ("The Lorn Dialogue was held on 16 March 2023.", "date", "talks-dates"),
    ("The FVF ended its ceasefire on 28 October 2020.", "date", "ceasefire-end"),
    ("The Harrow Brigade was founded on 2 April 2009.", "date", "brigade-founded"),
    ("The Harrow Brigade was founded in Southmark.", "place", "brigade-founded"),
    ("The Harrow Brigade broke the pact on 4 May 2021.", "date", "pact"),
    ("The Harrow Brigade has 900 fighters.", "number", "brigade-strength"),
    ("The old bridge cost 90 million crowns.", "number", "bridge-cost"),
    ("The Harrow Brigade met for a congress in Lorn on 8 May 2011.", "date", "brigade-congress-1"),
    ("300 people were killed in the market bombing.", "number", "toll-police"),
]
UNCOVERED = [
    "ISS counted 44 attacks in March 2019.",
    "PCM counted 44 attacks in January 2023.",
    "ISS killed 134 people in January 2023.",
    "ISS counted 44 attacks in ISS in January 2023.",
    "Valmora killed 134 people in January 2023.",
    "Valmora counted 134 people killed in January 2023.",
    "No attacks were counted in January 2023, not 44.",
    "All 44 attacks were counted in January 2023.",
    "44 attacks were counted.",
    "The ferry was raised in 2019.",
    "The Institute for Security Statistics took place.",
    "84 people were killed in Tarnholm on 30 January 2023.",
    "Version 1.2.3 of the pact was signed in Lorn.",
    "A school in Northmark was closed on 3 March 2011.",
    "The Harrow Brigade and the Free Valmora Front signed a pact.",
    "The Lorn Dialogue was held in Northmark in March 2023.",
    "The Lorn Dialogue took place in Tarnholm.",
    "The Harrow Brigade broke the pact in Lorn.",
    "The Harrow Brigade steals turnips in Lorn.",
    "44 attacks on bridges were counted in January 2023.",
    "95 people were killed in the market bombing.",
    "The Free Valmora Front banned Ivo Brandt.",
    "The government of Valmora will ban lorries from the old bridge.",
    "Only the government of Valmora banned lorries.",
    "Lorries banned the government of Valmora from the old bridge in Zembla.",
    "Peru attended the Lorn Dialogue.",
    "A bomb killed a man in Northmark on 7 July 2022.",
    "The old bridge cost 40 crowns.",
    "The old bridge cost 45 million crowns.",
    "The Harrow Brigade praised Northmark Health Department officials.",
    "The Harrow Brigade was signed by the pact.",
    "The Harrow Brigade met for a congress in 2019.",
    "The Harrow Brigade met for a congress in Tarnholm.",
    "A congress met in Tarnholm in May 2030.",
    "Southmark took place.",
    "The fair took place in the Harrow Brigade.",
    "The fair took place in Valmora in 2031.",
    "The harvest was poor.",
    "Farmers sold turnips in Tarnholm in May 2020.",
    "Farmers sold turnips in Tarnholm on 3 May 2022.",
    "The Harrow Brigade has held the Southmark mine until June 2018.",
    "Ivo Brandt banned the ferry.",
    "The Harrow Brigade steals turnips.",
    "ISS publishes a yearbook.",
    "The FVF fought for the Lorn Dialogue.",
    "12 people were injured in February 2023 by night.",
    "The mayor sold lorries. The government of Valmora banned lorries from the old bridge.",
    "The 4th of 44 bridges",
    "?",
    "",
]


@pytest.mark.parametrize(("sentence", "entry"), SUPPORTED)
def test_a_sentence_is_supported_by_the_entry_that_says_all_of_it(sentence: str, entry: str) -> None:
    found = verdict(sentence)

    assert (found.finding, found.deciding[0].entry if found.deciding else found.reason) == (
        "supported",
        entry,
    )
    assert all(each.agrees for each in found.compared)
    assert found.citations


@pytest.mark.parametrize(("sentence", "slot", "entry"), CONTRADICTED)
def test_a_sentence_is_contradicted_by_another_number_date_or_place(
    sentence: str, slot: str, entry: str
) -> None:
    found = verdict(sentence)

    assert found.finding == "contradicted"
    assert (found.compared[0].slot, found.compared[0].agrees, found.deciding[0].entry) == (slot, False, entry)
    assert found.citations


@pytest.mark.parametrize("sentence", UNCOVERED)
def test_what_no_entry_says_is_not_covered(sentence: str) -> None:
    assert verdict(sentence).finding == "not covered"


def test_who_denies_what_an_entry_says_is_contradicted() -> None:
    found = verdict("The FVF did not end its ceasefire in November 2022.")

    assert (found.finding, found.deciding[0].entry) == ("contradicted", "ceasefire-end")


def test_a_pack_without_a_place_of_its_own_can_be_checked_against() -> None:
    anywhere = Index(replace(world().pack, default_place=None))

    assert check(anywhere, "The Harrow Brigade has 900 fighters.").finding == "contradicted"


def test_both_sides_of_a_comparison_are_worded() -> None:
    (agreeing,) = verdict("The FVF ended its ceasefire in November 2022.").compared
    (differing,) = verdict("The Harrow Brigade has 900 fighters.").compared

    assert agreeing.line == "The date agrees: “November 2022”, and my source has “28 November 2022”."
    assert differing.line == "The number differs: “900 fighters”, but my source has “300 to 400 fighters”."


ALL = [*(said for said, *_ in SUPPORTED), *(said for said, *_ in CONTRADICTED), *UNCOVERED]
OTHERS = [
    "Zanzibar sells turnips. The Harrow Brigade has 900 fighters.",
    "The Harrow Brigade has 900 fighters. Lorn is a town.",
    "It is. A is. B is. C is. D is.",
    "The talks were held. " * 60,
]


@pytest.mark.parametrize("text", [*ALL, *OTHERS])
def test_an_entry_contradicts_what_a_whole_check_says_that_it_does(text: str) -> None:
    whole = verdict(text)
    found = contradiction(world(), text, whole.deciding[0].entry) if whole.deciding else None

    assert (found.finding if found else None) == ("contradicted" if whole.finding == "contradicted" else None)


@pytest.mark.parametrize("text", ["", "?", "It is. A is. B is. C is. D is.", "The talks were held. " * 60])
def test_nothing_contradicts_what_can_t_be_checked(text: str) -> None:
    assert contradiction(world(), text, "talks-dates") is None
