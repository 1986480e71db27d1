"""A sentence model in the running bot: its work stays off the event loop, and reloads use it, too."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.answer import Answered
from bot.desk import Desk, Where
from bot.library import Library
from tests.answering.hashing import HashingEncoder
from tests.sample_pack import sample_pack
from tests.shelf import Shelf


class Watched(HashingEncoder):
    """An encoder that notes in which threads it works."""

    def __init__(self) -> None:
        """Begin with none noted."""
        super().__init__()
        self.threads: set[int] = set()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each text."""
        self.threads.add(threading.get_ident())
        return super().encode(texts)


async def test_a_question_is_encoded_in_a_thread() -> None:
    encoder = Watched()
    library = Library(Shelf(sample_pack()), encoder=encoder)
    library.load_first()
    encoder.threads.clear()
    answer = await Desk(library).ask("What day was the dialogue held on?", Where())
    assert isinstance(answer, Answered)
    assert encoder.threads
    assert threading.get_ident() not in encoder.threads


async def test_a_reload_is_encoded_too() -> None:
    library = Library(Shelf(sample_pack()), encoder=HashingEncoder())
    library.load_first()
    assert (await library.reload()).index.encodes
