"""Reads the arrays of a ``.safetensors`` file: a length, a JSON header, then the plain numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_LENGTH: Final = 8
_LONGEST_HEADER: Final = 10_000_000
_FLOATS: Final = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2")}
"""Kinds of numbers that a weight may have; the header's other kinds are no weights."""
Natural = Annotated[int, Field(ge=0)]


class _Described(BaseModel):
    """One array as the header describes it: where its bytes are, and what they mean."""

    dtype: str
    shape: list[Natural]
    data_offsets: tuple[Natural, Natural]


_Header: Final = TypeAdapter(dict[str, _Described | dict[str, str]])


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """Return the arrays of a file by name, as 32-bit floats, mapped from disk where they are stored so.

    Raises ``OSError`` when it can't be read and ``ValueError`` when it is no such file.
    """
    stored = np.memmap(path, dtype=np.uint8, mode="r")
    length = int.from_bytes(stored[:_LENGTH].tobytes(), "little")
    begin = _LENGTH + length
    if length > _LONGEST_HEADER or begin > len(stored):
        message = "its header is longer than the file"
        raise ValueError(message)
    try:
        header = _Header.validate_json(stored[_LENGTH:begin].tobytes())
    except ValidationError as error:
        message = "its header is damaged"
        raise ValueError(message) from error
    described = {name: each for name, each in header.items() if isinstance(each, _Described)}
    return {
        name: _array(stored[begin:], each, name) for name, each in described.items() if each.dtype in _FLOATS
    }


def _array(stored: NDArray[np.uint8], described: _Described, name: str) -> NDArray[np.float32]:
    """Return one array (``ValueError`` when its bytes are not all there)."""
    kind = _FLOATS[described.dtype]
    first, last = described.data_offsets
    if last > len(stored) or last - first != math.prod(described.shape) * kind.itemsize:
        message = f"{name} is cut short"
        raise ValueError(message)
    values = np.frombuffer(stored[first:last], dtype=kind)
    return values.reshape(described.shape).astype(np.float32, copy=False)
