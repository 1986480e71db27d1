"""The table of ``load.py``: what is measured, with the figures of every round."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Final

IGNORED_RATE: Final = 5_000
"""Messages a second that are not for the bot, in the steady load."""
ASKED_RATE: Final = 300
"""Questions a second, in the steady load."""


@dataclass(slots=True)
class Row:
    """One line of the table."""

    what: str
    unit: str
    target: str
    found: list[float] = field(default_factory=list[float])
    by_cpu: list[float] = field(default_factory=list[float])

    def add(self, found: float, by_cpu: float | None = None) -> None:
        """Take in a round."""
        self.found.append(found)
        if by_cpu is not None:
            self.by_cpu.append(by_cpu)

    def __str__(self) -> str:
        """Return the line."""
        middle, least, most = median(self.found), min(self.found), max(self.found)
        core = f"{median(self.by_cpu):,.1f}" if self.by_cpu else ""
        figures = f"{middle:9,.1f} {least:9,.1f} {most:9,.1f} {core:>10}"
        return f"{self.what:62} {figures}  {self.unit:9} {self.target}"


class Table:
    """Everything that is measured, row by row."""

    def __init__(self) -> None:
        """Start without a round."""
        self.bare = Row("ignored messages, bare discord.Client", "a second", "")
        self.ours = Row("ignored messages, this bot", "a second", ">= 15,000")
        self.share = Row("  share of the bare client", "%", ">= 90")
        self.floor = Row("questions answered, bare discord.Client", "a second", "")
        self.anew = Row("questions answered, asked anew", "a second", ">= 1,500")
        self.again = Row("questions answered, asked again", "a second", ">= 1,500")
        self.again_share = Row("  share of the bare client", "%", "")
        load = f"{IGNORED_RATE:,} ignored and {ASKED_RATE} asked a second"
        self.slow = Row(f"p99 of an answer anew, {load}", "ms", "<= 15")
        self.half = Row("  p50", "ms", "")
        self.slow_again = Row(f"p99 of an answer again, {load}", "ms", "<= 15")
        self.half_again = Row("  p50", "ms", "")
        self.start = Row("first correct answer after the process started", "s", "<= 1.2")
        self.answering = Row("memory after the questions, before that load", "MB", "<= 150")
        self.memory = Row("memory after all that", "MB", "<= 150")
        self.wrong = 0

    def __str__(self) -> str:
        """Return the table."""
        head = f"{'':62} {'median':>9} {'least':>9} {'most':>9} {'by CPU':>10}  {'':9} target"
        ignored = (self.bare, self.ours, self.share)
        answered = (self.floor, self.anew, self.again, self.again_share)
        times = (self.slow, self.half, self.slow_again, self.half_again, self.start)
        return "\n".join(
            [
                head,
                *map(str, (*ignored, *answered, *times, self.answering, self.memory)),
                f"wrong answers: {self.wrong}",
            ]
        )
