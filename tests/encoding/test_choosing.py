"""Which sentence model is used: the one of the settings, the installed one, or none; the log says which."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from bot.encoding.choosing import PACKAGE, choose_encoder
from bot.encoding.model import ModelError
from tests.encoding.tiny_model import write


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_a_folder_in_the_settings_is_used(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert choose_encoder(str(write(tmp_path / "model")), tmp_path) is not None
    assert "by meaning" in caplog.text


def test_an_installed_package_is_found_without_being_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / PACKAGE / "model")
    (tmp_path / PACKAGE / "__init__.py").write_text("raise RuntimeError")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert choose_encoder(None, tmp_path) is not None
    assert choose_encoder("off", tmp_path) is None


def test_without_one_questions_are_matched_by_words(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert choose_encoder("OFF", tmp_path) is None
    assert "by their words" in caplog.text


def test_a_folder_without_a_model_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no sentence model"):
        choose_encoder(str(tmp_path), tmp_path)
