"""Vectors kept on disk between starts, by model and text; a damaged file is read as none and written anew."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import zipfile
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.logs import quietly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.answering.semantic import Encoder

_KEY: Final = 16
"""Bytes of a text's hash."""
_MANY: Final = 64
"""Texts at once that are a pack's phrasings and worth keeping; a question is one or two."""
_ROUGHLY: Final = 0.01
_log: Final = logging.getLogger(__name__)


class KeptVectors:
    """An ``Encoder`` that asks another one only for texts whose vectors are not kept in a folder."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        """Keep the vectors of one encoder in a folder, which is made when the first are kept."""
        self._encoder = encoder
        self._path = folder / f"vectors-{encoder.fingerprint}.npz"

    @property
    def fingerprint(self) -> str:
        """What tells the encoder from every other."""
        return self._encoder.fingerprint

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of length 1 for each text; those of many texts at once are kept from then on."""
        if len(texts) < _MANY:
            return self._encoder.encode(texts)
        keys = [blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY).digest() for text in texts]
        kept = self._read()
        missing = [row for row, key in enumerate(keys) if key not in kept]
        if missing:
            quietly(
                _log.info, f"encoding {len(missing)} phrasings for the sentence model; later starts keep them"
            )
            fresh = self._encoder.encode([texts[row] for row in missing])
            kept |= {keys[row]: vector for row, vector in zip(missing, fresh, strict=True)}
        found = np.stack([kept[key] for key in keys])
        if missing:
            self._write(dict(zip(keys, found, strict=True)))
        return found

    def _read(self) -> dict[bytes, NDArray[np.float32]]:
        """Return what is kept by the hash of its text; nothing when the file can't be used."""
        try:
            with self._path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                keys, vectors = stored["keys"], stored["vectors"]
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            quietly(_log.warning, f"{self._path} can't be read ({error}) and is written anew")
            return {}
        if not _sound(keys, vectors):
            quietly(_log.warning, f"{self._path} is damaged and is written anew")
            return {}
        return {bytes(key): vector for key, vector in zip(keys, vectors, strict=True)}

    def _write(self, vectors: dict[bytes, NDArray[np.float32]]) -> None:
        """Replace the file in one step; a full disk or a folder that can't be written to costs only time."""
        keys = np.frombuffer(b"".join(vectors), dtype=np.uint8).reshape(-1, _KEY)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self._path.parent, prefix=".vectors-")
            try:
                with os.fdopen(number, "wb") as file:
                    np.savez(file, keys=keys, vectors=np.stack(list(vectors.values())))
                Path(name).replace(self._path)
            finally:
                with contextlib.suppress(OSError):
                    Path(name).unlink(missing_ok=True)
        except OSError as error:
            quietly(_log.warning, f"{self._path} can't be kept ({error.strerror})")


def _sound(keys: NDArray[np.uint8], vectors: NDArray[np.float32]) -> bool:
    """Whether two arrays are hashes and as many vectors of length 1."""
    shaped = keys.ndim == 2 and vectors.ndim == 2 and len(keys) == len(vectors)  # noqa: PLR2004  # tables
    typed = keys.dtype == np.uint8 and vectors.dtype == np.float32 and keys.shape[1:] == (_KEY,)
    if not (shaped and typed):
        return False
    return bool((np.abs(np.linalg.norm(vectors, axis=1) - 1) < _ROUGHLY).all())
