"""YAML on disk -> the model: every problem of a pack at once, each with its line and column.

``files`` finds and reads files safely, ``tree`` turns YAML events into nodes with places,
``scalars`` and ``rows`` read fields, ``entries`` and ``settings`` build the model's values,
``collecting`` gathers the files of one pack, ``reading`` is the way in; ``questions`` reads
questions that are not part of a pack.
"""

from __future__ import annotations

from bot.packs.questions import read_questions
from bot.packs.reading import Reading, load_pack, read_pack

__all__ = ["Reading", "load_pack", "read_pack", "read_questions"]
