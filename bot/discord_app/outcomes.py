"""After a reply was sent: what came of the question is noted, without the question. Costs no answer."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.answering.answer import Answered
from bot.logs import logger, quietly

if TYPE_CHECKING:
    from bot.answering.answer import Answer
    from bot.desk import Where

log = logger(__name__)

Occasion: TypeAlias = Literal["message", "ask", "button", "edit"]


def told(way: Occasion, answer: Answer, where: Where, begun: float) -> None:
    """Log an outcome; ``begun`` is when the question came, as ``perf_counter`` counts."""
    quietly(
        log.info,
        "asked",
        way=way,
        outcome=type(answer).__name__.lower(),
        entry=answer.main.entry if isinstance(answer, Answered) else None,
        confidence=round(answer.confidence, 3),
        ms=round(1000 * (perf_counter() - begun), 1),
        guild=where.guild,
        channel=where.channel,
    )
