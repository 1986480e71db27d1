"""Whatever the files hold, reading a pack returns problems and never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.packs import read_pack
from bot.packs.reading import Reading
from bot.packs.tree import read_tree
from tests.packs.shelves import GOOD

YAML = st.text("[]{}:,-?!&*#|>'\"%@~ \n\t\\abeis01.<=é\x85\u2028\U0001f600", max_size=80)
FILES = st.sampled_from(sorted(GOOD))
ANY_FILE = st.sampled_from(sorted([*GOOD, "proofs.yaml"]))


def read_with(name: str, content: bytes) -> Reading:
    """Read the good pack with the content of one file replaced."""
    with tempfile.TemporaryDirectory() as folder:
        for file, text in (GOOD | {name: ""}).items():
            path = Path(folder, file)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if file == name else text.encode())
        return read_pack(Path(folder))


@settings(deadline=None)  # how long a disk takes is not what is tested
@given(ANY_FILE, st.binary(max_size=200))
def test_any_bytes_are_a_pack_or_a_problem(name: str, content: bytes) -> None:
    reading = read_with(name, content)

    assert reading.pack is not None or reading.problems


@settings(deadline=None)  # how long a disk takes is not what is tested
@given(ANY_FILE, st.one_of(st.text(max_size=200), YAML))
def test_any_text_is_a_pack_or_a_problem(name: str, text: str) -> None:
    reading = read_with(name, text.encode("utf-8", "replace"))

    assert reading.pack is not None or reading.problems


@settings(deadline=None)  # how long a disk takes is not what is tested
@given(FILES, st.data())
def test_a_good_file_with_any_slip_is_a_pack_or_a_problem(name: str, data: st.DataObject) -> None:
    text = GOOD[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))

    reading = read_with(name, (text[:start] + data.draw(YAML) + text[end:]).encode())

    assert reading.pack is not None or reading.problems
    assert all(problem.message and problem.file for problem in reading.problems)


@settings(max_examples=500)
@given(YAML)
def test_any_text_is_a_tree_or_a_fault(text: str) -> None:
    tree = read_tree(text)

    assert tree.root is not None or tree.faults
