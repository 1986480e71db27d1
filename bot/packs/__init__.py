"""YAML on disk -> the model: every problem of a pack at once, each with its line and column.

``files`` finds and reads files safely, ``tree`` turns YAML events into nodes with places,
``scalars`` and ``rows`` read fields, ``entries`` and ``settings`` build the model's values,
``collecting`` gathers the files of one pack, ``reading`` is the way in; ``questions`` reads
questions that are not part of a pack; ``texts`` reads the texts of sources, and ``proofs`` is the
file of what was found in them. ``schema`` describes the files to editors.
"""

from __future__ import annotations

from bot.packs.questions import read_questions
from bot.packs.reading import Reading, load_pack, load_proofs, read_pack
from bot.packs.texts import read_texts, write_proofs

__all__ = [
    "Reading",
    "load_pack",
    "load_proofs",
    "read_pack",
    "read_questions",
    "read_texts",
    "write_proofs",
]
