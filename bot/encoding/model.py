"""A sentence model in a folder: ``model.safetensors``, ``vocab.txt`` and ``config.json``, read and run."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from pydantic import BaseModel, PositiveInt, ValidationError

from bot.encoding.tensors import read_tensors
from bot.encoding.transformer import Floats, Transformer
from bot.encoding.wordpiece import WordPiece
from bot.knowledge.problems import BotError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_PIECES: Final = 64
"""Word pieces of a text that are read, so that work per text is bounded; a question has a dozen."""
_BATCH: Final = 32
_SAMPLED: Final = 1 << 16
_PREFIX: Final = "bert."
"""What the names of the weights begin with in files of some tools."""


class ModelError(BotError):
    """A folder that holds no sentence model that the bot can run."""


class _Config(BaseModel):
    """What must be known of a model beside its weights."""

    model_type: Literal["bert"]
    hidden_act: Literal["gelu"] = "gelu"
    num_attention_heads: PositiveInt


class SentenceModel:
    """An ``Encoder``: texts to unit vectors. Calls need no lock; the weights are only read."""

    def __init__(self, folder: Path) -> None:
        """Read the model of a folder (``ModelError`` when it holds none that can be run)."""
        weights = folder / "model.safetensors"
        try:
            config = _Config.model_validate_json((folder / "config.json").read_bytes())
            pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
            self._pieces = WordPiece(pieces[: -1 if not pieces[-1] else None])
            found = {name.removeprefix(_PREFIX): each for name, each in read_tensors(weights).items()}
            self._transformer = Transformer(found, config.num_attention_heads)
            self.fingerprint: Final = _fingerprint(weights, found)
        except (OSError, ValueError, ValidationError) as error:
            message = f"There is no sentence model that can be run at {folder} ({_why(error)})."
            raise ModelError(message) from error
        if self._pieces.size > self._transformer.pieces:
            message = f"The vocabulary at {folder} is larger than the model's."
            raise ModelError(message)
        self.width: Final = self._transformer.width
        self._longest = min(MOST_PIECES, self._transformer.longest)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one row of length 1 for each text, (n, width)."""
        numbered = [self._pieces.numbers(text, self._longest) for text in texts]
        order = sorted(range(len(texts)), key=lambda row: len(numbered[row]))
        found = np.zeros((len(texts), self.width), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            found[rows] = self._transformer.encode([numbered[row] for row in rows])
        return found


def _fingerprint(path: Path, weights: dict[str, Floats]) -> str:
    """Return what tells a model from another: its size, names of weights, and samples of them."""
    digest = blake2b(f"{path.stat().st_size} {MOST_PIECES}".encode(), digest_size=16)
    for name in sorted(weights):
        flat = weights[name].reshape(-1)
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(flat[:: max(1, flat.size * 256 // _SAMPLED)]).tobytes())
    return digest.hexdigest()


def _why(error: Exception) -> str:
    """Return what is wrong in a few words on one line."""
    if isinstance(error, OSError):
        return error.strerror or "it can't be read"
    return "config.json names another kind" if isinstance(error, ValidationError) else str(error)
