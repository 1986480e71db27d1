"""PURE: the file of proofs: its rows -> proofs, and proofs -> its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, get_args

from bot.knowledge.proof import Part, Proof
from bot.packs.scalars import WrongValueError, choice, day, identifier, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bot.packs.nodes import Scalar
    from bot.packs.rows import Row

PROOFS_FILE: Final = "proofs.yaml"
"""Its name, in the folder of the pack itself."""
_HEAD: Final = """\
# Written by "bot verify": the words and numbers of this pack that were found in the text of their source.
# sha256 is of what was found, text_sha256 of the text's file. "bot check" names what was changed since.
"""
_LINE: Final = (
    "  - {{entry: {0.entry}, source: {0.source}, part: {0.part}, day: {0.day}, "
    "sha256: {0.sha256}, text_sha256: {0.text_sha256}}}\n"
)
_SHA256: Final = re.compile("[0-9a-f]{64}")
_PART: Final[Callable[[Scalar], Part]] = choice(*get_args(Part))


def read_proof(row: Row) -> Proof | None:
    """Read one proof; ``None`` when anything is wrong with it."""
    entry, source = row.need("entry", identifier, ""), row.need("source", identifier, "")
    part: Part = row.need("part", _PART, "words")
    found: date | None = row.need("day", day, None)
    sha256, text_sha256 = row.need("sha256", _hash, ""), row.need("text_sha256", _hash, "")
    return None if row.bad or found is None else Proof(entry, source, part, sha256, text_sha256, found)


def proofs_text(proofs: Iterable[Proof]) -> str:
    """Return the text of the file that holds some proofs, one a line."""
    lines = "".join(_LINE.format(proof) for proof in proofs)
    return f"{_HEAD}proofs:\n{lines}" if lines else f"{_HEAD}proofs: []\n"


def _hash(scalar: Scalar) -> str:
    """Read a SHA-256 hash."""
    if not _SHA256.fullmatch(scalar.text):
        message = f"{shown(scalar.text)} is no SHA-256 hash"
        raise WrongValueError(message, "delete this proof and run bot verify --sources DIR again")
    return scalar.text
