"""What single entries and sources need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge.model import Entry
from tests.knowledge.good_pack import (
    CITED,
    CLAIM,
    DAWN,
    EVENT,
    FACT,
    FIGURE,
    PAKISTAN,
    QUOTE,
    found,
    only,
    pack,
)


def test_a_good_pack_has_no_finding() -> None:
    assert found(pack()) == []


@pytest.mark.parametrize(
    "entry",
    [
        replace(FACT, citations=()),
        replace(FIGURE, citations=()),
        replace(QUOTE, citations=()),
        replace(EVENT, citations=()),
        replace(PAKISTAN, description="A state."),
        replace(CLAIM, entries=()),
        replace(CLAIM, entries=("pakistan",)),
    ],
)
def test_an_entry_without_a_citation_is_found(entry: Entry) -> None:
    problems = [line for line in found(pack(entry)) if f"entry {entry.id} " in line]

    assert problems == [
        (
            f"error entry {entry.id} citations: nothing is cited, and nothing uncited is sent; "
            "add citations: [a-source-id]"
        )
    ]


@pytest.mark.parametrize(
    "entry",
    [replace(CLAIM, entries=(), citations=CITED), replace(PAKISTAN, description="A.", citations=CITED)],
)
def test_an_entry_may_cite_for_itself(entry: Entry) -> None:
    assert found(pack(entry)) == []


def test_a_quotation_needs_a_speaker() -> None:
    assert only(pack(replace(QUOTE, speaker=""))).startswith("error entry remark speaker: a quotation needs")


def test_a_claim_that_is_not_supported_says_how_the_sources_differ() -> None:
    assert only(pack(replace(CLAIM, differs=None))).startswith(
        "error entry claim differs: a claim that is contradicted must say how the sources differ"
    )


def test_a_supported_claim_needs_no_difference() -> None:
    assert found(pack(replace(CLAIM, verdict="supported", differs=None))) == []


def test_a_source_needs_a_title_or_an_address() -> None:
    whole = pack(sources={"dawn": replace(DAWN, title=None, url=None)})

    assert only(whole).startswith("error source dawn title: a source needs a title or an address")


@pytest.mark.parametrize("url", ["ftp://dawn.com", "dawn.com", "https://", "javascript:x", "https://a b"])
def test_an_address_is_one_of_the_web(url: str) -> None:
    assert "is no web address" in only(pack(sources={"dawn": replace(DAWN, url=url)}))
