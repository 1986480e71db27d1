"""The file of proofs is part of a pack: read like the rest of it, and written by the bot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.problems import KnowledgeError
from bot.knowledge.proof import Part, Proof
from bot.knowledge.proving import provables
from bot.packs import load_pack, load_proofs, read_pack, write_proofs
from bot.packs.collecting import Draft
from bot.packs.proofs import proofs_text
from bot.packs.tree import read_tree
from tests.packs.shelves import GOOD, SOURCE, changed, said, write

if TYPE_CHECKING:
    from pathlib import Path

ZEROS = "0" * 64
DAY = date(2026, 11, 26)
ROW = (
    "entry: price-threats, source: dawn-20230307, part: words, day: 2026-11-26, "
    f"sha256: {ZEROS}, text_sha256: {ZEROS}"
)
FAQ = (
    SOURCE
    + "title: Club\nfacts: [{id: f, answer: A., asks: [What is a, Which is a, Name an a], citations: [s]}]\n"
)


def proofs(rows: str) -> dict[str, str]:
    """Return the file of proofs with some rows."""
    return {"proofs.yaml": f"proofs:\n{rows}"}


def proved(folder: Path) -> Proof:
    """Write the good pack with a proof of its quotation that holds, and return the proof."""
    pack = load_pack(write(folder, GOOD))
    (wanted,) = provables(pack.entries["price-threats"])
    proof = Proof("price-threats", "dawn-20230307", "words", wanted.sha256, ZEROS, DAY)
    write_proofs(folder, [proof])
    return proof


def test_proofs_are_written_and_read_back(tmp_path: Path) -> None:
    proof = proved(tmp_path)

    assert load_pack(tmp_path).proofs == (proof,)
    assert load_proofs(tmp_path) == (proof,)
    assert load_pack(tmp_path, proofs=False).proofs == ()


IDS = st.lists(st.text("abz09", min_size=1, max_size=5), min_size=1, max_size=3).map("-".join)
HASHES = st.sampled_from([ZEROS, "a1" * 32])
PARTS: st.SearchStrategy[Part] = st.sampled_from(["words", "number", "citation"])


@given(
    st.lists(
        st.builds(Proof, IDS, IDS, PARTS, HASHES, HASHES, st.dates(min_value=date(1000, 1, 1))), max_size=4
    )
)
def test_any_proofs_are_read_back_as_they_were_written(written: list[Proof]) -> None:
    draft, root = Draft(""), read_tree(proofs_text(written)).root
    assert root is not None
    draft.add("proofs.yaml", root)

    assert (draft.pack().proofs, draft.problems) == (tuple(written), [])


def test_changed_words_are_an_error_where_they_stand(tmp_path: Path) -> None:
    proved(tmp_path)

    (line,) = said(tmp_path, changed("quotes.yaml", "determined", "ready"))

    assert line == (
        "quotes.yaml:2:10: error: words: the words changed since found in 'dawn-20230307' on "
        "26 November 2026; run bot verify --sources DIR with dawn-20230307.txt in DIR, or restore the words"
    )


def test_a_changed_number_is_an_error_where_it_stands(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, GOOD))
    (wanted,) = provables(pack.entries["deaths-2023-01"])
    write_proofs(tmp_path, [Proof("deaths-2023-01", "picss-2023", "number", wanted.sha256, ZEROS, DAY)])
    assert said(tmp_path) == []

    (line,) = said(tmp_path, changed("figures/deaths.yaml", "134", "143"))

    assert line.startswith("figures/deaths.yaml:3:10: error: value: the number changed since found in")


def test_a_proof_of_nothing_is_a_warning_in_the_file_of_proofs(tmp_path: Path) -> None:
    row = f"  - {{{ROW.replace('price-threats', 'gone')}}}\n"

    (line,) = said(tmp_path, proofs(row))

    assert line == (
        "proofs.yaml:2:13: warning: entry: there is no entry 'gone' with a quotation from 'dawn-20230307' "
        "any more; run bot verify --sources DIR, which drops this proof"
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("part: words", "part: title", "2:57", "part: 'title' is not allowed here"),
        ("day: 2026-11-26", "day: yesterday", "2:69", "day: 'yesterday' is no day of the calendar"),
        (f", sha256: {ZEROS}", ", sha256: 12ab", "2:89", "sha256: '12ab' is no SHA-256 hash"),
        ("source: dawn-20230307", "source: ../etc", "2:36", "source: '../etc' is no id"),
        ("part: words", "prat: words", "2:5", "part: is missing"),
        ("day: 2026-11-26, ", "", "2:5", "day: is missing"),
    ],
)
def test_what_is_wrong_in_the_file_of_proofs_is_located(
    tmp_path: Path, old: str, new: str, place: str, message: str
) -> None:
    assert old in ROW
    lines = said(tmp_path, proofs(f"  - {{{ROW.replace(old, new)}}}\n"))

    assert any(line.startswith(f"proofs.yaml:{place}: error: {message}") for line in lines), lines


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("proofs: {a: b}\n", "proofs.yaml:1:9: error: proofs: must be a list, not a mapping"),
        ("proofs: [a]\n", "proofs.yaml:1:10: error: must be a mapping of fields"),
        ("<<<<<<< HEAD\n", "proofs.yaml:1:1: error: nothing says what this file holds"),
        ("[a\n", "proofs.yaml:"),
        ("", "proofs.yaml: error: the file is empty"),
    ],
)
def test_a_file_of_proofs_that_is_none_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    (line,) = said(tmp_path, {"proofs.yaml": content})

    assert line.startswith(message)
    with pytest.raises(KnowledgeError):
        load_proofs(tmp_path)


def test_proofs_in_another_file_are_refused(tmp_path: Path) -> None:
    (line,) = said(tmp_path, {"facts/more.yaml": f"proofs:\n  - {{{ROW}}}\n"})

    assert line.startswith("facts/more.yaml:1:1: error: proofs: there is no key 'proofs'")


def test_a_pack_of_one_file_keeps_its_title_when_proofs_stand_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"club.yaml": FAQ, "proofs.yaml": "proofs: []\n"})

    assert load_pack(tmp_path).title == "Club"


def test_a_pack_of_one_file_may_call_it_proofs_but_then_no_proofs_are_kept(tmp_path: Path) -> None:
    write(tmp_path, {"proofs.yaml": FAQ})

    assert read_pack(tmp_path).problems == ()
    with pytest.raises(KnowledgeError) as caught:
        load_proofs(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.message) == ("proofs.yaml", "holds more than proofs")
