"""Vectors kept on disk: asked for once, read again, and never trusted when damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.encoding.kept import KeptVectors
from tests.answering.hashing import HashingEncoder

TEXTS = [f"question number {number}" for number in range(80)]


def kept(folder: Path) -> tuple[KeptVectors, HashingEncoder]:
    """Return an encoder that keeps its vectors in a folder, and the one behind it."""
    encoder = HashingEncoder()
    return KeptVectors(encoder, folder), encoder


def test_texts_are_encoded_once_and_read_from_disk_from_then_on(tmp_path: Path) -> None:
    first, _ = kept(tmp_path / "cache")
    vectors = first.encode(TEXTS)
    again, encoder = kept(tmp_path / "cache")
    np.testing.assert_array_equal(again.encode(TEXTS), vectors)
    assert encoder.encoded == []
    again.encode([*TEXTS[1:], "a new one"])
    assert encoder.encoded == ["a new one"]
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["vectors-hashing.npz"]


def test_a_question_is_not_kept(tmp_path: Path) -> None:
    first, encoder = kept(tmp_path / "cache")
    first.encode(["one"])
    first.encode(["one"])
    assert encoder.encoded == ["one", "one"]
    assert not (tmp_path / "cache").exists()
    assert first.fingerprint == "hashing"


def damaged(path: Path, how: str) -> None:
    """Damage the kept vectors."""
    with np.load(path) as stored:
        keys, vectors = stored["keys"], stored["vectors"]
    match how:
        case "cut short":
            path.write_bytes(path.read_bytes()[:300])
        case "no archive":
            path.write_text("vectors")
        case "empty":
            path.write_bytes(b"")
        case "no vectors":
            np.savez(path, keys=keys)
        case "objects":
            np.savez(path, keys=np.array([{}], dtype=object), vectors=vectors)
        case "too few":
            np.savez(path, keys=keys, vectors=vectors[1:])
        case "another kind":
            np.savez(path, keys=keys, vectors=vectors.astype(np.float64))
        case _:
            np.savez(path, keys=keys, vectors=vectors * np.float32(np.nan))


@pytest.mark.parametrize(
    "how",
    ["cut short", "no archive", "empty", "no vectors", "objects", "too few", "another kind", "no numbers"],
)
def test_damaged_vectors_are_made_anew(tmp_path: Path, how: str) -> None:
    vectors = kept(tmp_path)[0].encode(TEXTS)
    damaged(tmp_path / "vectors-hashing.npz", how)
    again, encoder = kept(tmp_path)
    np.testing.assert_array_equal(again.encode(TEXTS), vectors)
    assert len(encoder.encoded) == len(TEXTS)
    last, encoder = kept(tmp_path)
    last.encode(TEXTS)
    assert encoder.encoded == []


def test_a_folder_that_cannot_be_written_costs_only_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    first, _ = kept(tmp_path / "file")
    assert len(first.encode(TEXTS)) == len(TEXTS)
    assert "can't be kept" in caplog.text
