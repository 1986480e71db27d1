"""Texts of sources are read only from their folder, and what is wrong with one is told with the mend."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from bot.knowledge.problems import BotError
from bot.packs import read_texts, texts, write_proofs
from bot.packs.files import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = ("dawn", "bbc")


def said(folder: Path) -> list[str]:
    """Return what is wrong with reading the texts in a folder."""
    return [str(problem) for problem in read_texts(folder, SOURCES).problems]


def test_the_text_of_each_source_is_read_with_the_hash_of_its_file(tmp_path: Path) -> None:
    content = "\ufeffWe “do”.\r\n".encode()
    (tmp_path / "dawn.txt").write_bytes(content)
    found = read_texts(tmp_path, SOURCES)

    assert found.problems == ()
    assert {key: text.text for key, text in found.found.items()} == {"dawn": "We “do”.\r\n"}
    assert found.found["dawn"].sha256 == hashlib.sha256(content).hexdigest()


def test_a_text_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "dawn.txt").write_bytes(b"one\ntwo \xff")
    (tmp_path / "bbc.txt").write_text("fine", encoding="utf-8")

    assert said(tmp_path) == ["dawn.txt:2:5: error: the file is not UTF-8 text; save it as UTF-8"]
    assert list(read_texts(tmp_path, SOURCES).found) == ["bbc"]


def test_a_text_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "dawn.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    assert said(tmp_path) == [
        "dawn.txt: error: the file is larger than 5 MB; keep only the part that the pack cites"
    ]


def test_texts_that_are_too_large_together_are_read_in_several_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MAX_TOTAL", 1_000_000)
    for name in SOURCES:
        (tmp_path / f"{name}.txt").write_text("a" * 600_000, encoding="utf-8")

    assert list(read_texts(tmp_path, SOURCES).found) == ["bbc"]
    assert said(tmp_path) == [
        "dawn.txt: error: the texts are larger than 1 MB together; verify them in several runs: proofs add up"
    ]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "texts"
    inside.mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (inside / "dawn.txt").symlink_to(tmp_path / "secret")
    (inside / "bbc.txt").symlink_to(inside / "missing")

    missing, out = said(inside)
    assert missing.startswith("bbc.txt: error: the file can't be read: No such file or directory")
    assert out == ("dawn.txt: error: is a link out of the folder; put the file itself here")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "dawn.txt")

    assert said(tmp_path) == ["dawn.txt: error: this is no ordinary file; replace it by a file"]


def test_a_file_that_belongs_to_no_source_is_named(tmp_path: Path) -> None:
    for name in ("dwan.txt", "BBC.TXT", "zzz.txt", "notes.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    assert said(tmp_path) == [
        "BBC.TXT: warning: belongs to no source of the pack; name each file by a source's id",
        "dwan.txt: warning: belongs to no source of the pack; did you mean dawn.txt?",
        "zzz.txt: warning: belongs to no source of the pack; name each file by a source's id",
    ]


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BotError, match="No such file or directory"):
        read_texts(tmp_path / "missing", SOURCES)


def test_no_file_is_made_without_a_proof_and_none_is_written_twice(tmp_path: Path) -> None:
    assert not write_proofs(tmp_path, [])
    assert list(tmp_path.iterdir()) == []

    (tmp_path / "proofs.yaml").write_text("proofs: [old]\n", encoding="utf-8")
    assert write_proofs(tmp_path, [])
    assert not write_proofs(tmp_path, [])
    assert [path.name for path in tmp_path.iterdir()] == ["proofs.yaml"]


def test_a_file_of_proofs_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "proofs.yaml").mkdir()

    with pytest.raises(BotError, match="Is a directory"):
        write_proofs(tmp_path, [])
