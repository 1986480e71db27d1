"""The index holds what may be answered, and no question is compared with anything else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.answering import engine
from bot.answering.index import Index, keyed
from bot.answering.phrasings import words_of
from bot.answering.prepared import Written
from bot.answering.reading import Reading
from bot.answering.weights import terms
from bot.knowledge.model import Citation, Claim, Entity, Entry, Fact, Figure, Pack
from bot.knowledge.periods import Period
from tests.answering.world import index, pack


def answerable(*entries: Entry) -> list[str]:
    """Return which of some entries may be answered."""
    whole = replace(pack(), entries={entry.id: entry for entry in entries})
    return list(engine.build_index(whole).positions)


@pytest.mark.parametrize("key", ["draft-harvest", "withdrawn-ferry"])
def test_only_live_entries_may_be_answered(key: str) -> None:
    assert key not in index().positions


def test_an_entity_may_be_answered_only_with_a_cited_description() -> None:
    described = Entity(id="a", name="Alder", description="A tree.")
    cited = replace(described, id="b", citations=(Citation(source="gazette"),))
    silent = replace(cited, id="c", description=None)

    assert answerable(described, cited, silent) == ["b"]


def test_an_entry_that_cites_nothing_is_never_answered() -> None:
    assert answerable(Fact(id="a", statement="So it is.", asks=("Is it so?",))) == []


@pytest.mark.parametrize(("status", "found"), [("live", ["fact", "claim"]), ("draft", []), ("withdrawn", [])])
def test_a_claim_without_citations_rests_on_those_of_a_live_entry(status: str, found: list[str]) -> None:
    fact = Fact(id="fact", statement="So it is.", citations=(Citation(source="gazette"),))
    fact = replace(fact, status=status)
    claim = Claim(id="claim", claim="It is so.", verdict="supported", entries=("fact", "nowhere"))

    assert answerable(fact, claim) == found


def test_every_entry_is_compared_by_a_phrase_of_its_own() -> None:
    assert all(len(index().entries.keyed(position)) > 0 for position in range(len(index().entries)))


def test_a_figure_of_which_nothing_is_told_is_still_compared_by_itself() -> None:
    cited = (Citation(source="gazette"),)
    bare = Figure(id="bare", metric="turnips", value=3, unit="tons", citations=cited)
    fact = Fact(id="fact", statement="Tea is dear.", asks=("What does tea cost?",), citations=cited)
    built = engine.build_index(replace(pack(), entries={"bare": bare, "fact": fact}))
    nearest = built.similarity(built.reader.read("What does tea cost?")).nearest

    assert nearest[built.positions["bare"]] < nearest[built.positions["fact"]]


def test_an_empty_pack_can_be_asked() -> None:
    empty = engine.build_index(Pack(id="empty", title="Nothing"))

    assert isinstance(engine.answer(empty, "How many people were killed?"), engine.Unanswered)


def test_a_question_is_wholly_similar_to_itself_and_never_more() -> None:
    similarity = index().similarity(index().reader.read("When was the Lorn Dialogue held?"))

    assert similarity.nearest[index().positions["talks-dates"]] == pytest.approx(1)
    assert all(float(np.max(part)) <= 1 + 1e-5 for part in (similarity.nearest, similarity.centroid))


def test_entries_are_found_by_the_entities_that_a_question_names() -> None:
    concerned = index().screen.concerning(index().reader.read("the FVF and Ivo Brandt"))

    assert concerned is not None
    found = [index().entries[int(position)].entry.id for position in np.flatnonzero(concerned)]
    assert found == ["brandt-threat"]


def test_without_a_named_entity_every_entry_may_be_meant() -> None:
    assert index().screen.concerning(Reading()) is None


def test_figures_are_found_by_what_they_count() -> None:
    found = [index().entries[int(position)].entry for position in index().figures["injured"]]

    assert [(entry.id, entry.period) for entry in found] == [("injured-2023-02", Period.parse("2023-02"))]


def test_a_name_of_two_entities_counts_for_each_by_half() -> None:
    pair = (Entity(id="a", name="Front"), Entity(id="b", name="Front"))
    built = Index(replace(pack(), entries={entity.id: entity for entity in pair}))
    weights = terms(built.reader.read("the Front"))

    assert weights["@a"] == weights["@b"] < terms(index().reader.read("the FVF"))["@fvf"]


def test_function_words_are_not_compared_as_sets() -> None:
    assert keyed(index().reader.read("the of bridge")) == "bridg"


def test_who_a_body_is_may_be_sought_but_not_who_a_place_is() -> None:
    told = {
        key: replace(pack().entries[key], description="Told.", citations=(Citation(source="gazette"),))
        for key in ("northmark", "iss")
    }
    found = Index(replace(pack(), entries={**pack().entries, **told}))

    def alike(question: str, key: str) -> float:
        return float(found.similarity(found.reader.read(question)).alike[found.positions[key]])

    assert alike("who is ISS", "iss") > 0
    assert alike("who is Northmark", "northmark") == 0
    assert alike("what is Northmark", "northmark") > 0


def test_an_entry_that_nothing_asks_for_is_sought_by_its_own_words() -> None:
    silent = Fact(id="silent", statement="The bridge of Lorn fell.", citations=(Citation(source="gazette"),))
    found = Index(replace(pack(), entries={**pack().entries, "silent": silent}))
    similarity = found.similarity(found.reader.read("why did the bridge of Lorn fall"))

    assert similarity.alike[found.positions["silent"]] > 0


def test_questions_with_the_same_hash_are_told_apart_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    built = engine.build_index(pack())
    wanted = next(place for place, entry in enumerate(built.entries.bare) if place and entry.asks)
    ask = built.entries.bare[wanted].asks[0]
    monkeypatch.setattr(built, "_written", Written([hash(words_of(ask))] * 2, [0, wanted]))

    assert built.offered(ask) == wanted
    monkeypatch.setattr(built, "_written", Written([hash(words_of(ask))], [0]))
    assert built.offered(ask) is None
