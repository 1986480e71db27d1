"""PURE: the claims that a pack checks, as a list: verdict, what differs, and what decides."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast, get_args

from bot.answering.answer import Cited, NamedText
from bot.answering.figures.sieve import Choice
from bot.answering.trust.disputes import companions
from bot.answering.wording import VERDICTS, statement
from bot.knowledge.model import Claim, Verdict

if TYPE_CHECKING:
    from bot.answering.answer import Answered, Statement
    from bot.answering.index import Index
    from bot.knowledge.model import Pack

_VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim with its verdict. ``claimed`` is where it is made, ``deciding`` what sources say."""

    entry: str
    claim: str
    verdict: Verdict
    differs: str | None
    claimed: tuple[Cited, ...]
    deciding: tuple[Statement, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedClaims:
    """The claims of one text. ``name`` and ``sources`` say which text; ``counts`` has every verdict's number.

    ``verdict`` is the one that the rows were chosen by; ``typed`` what was typed that is none.
    """

    name: str
    sources: tuple[Cited, ...]
    counts: tuple[tuple[Verdict, int], ...]
    rows: tuple[Judged, ...]
    verdict: Verdict | None = None
    typed: str | None = None

    @property
    def total(self) -> int:
        """How many claims there are, of every verdict."""
        return sum(count for _, count in self.counts)


def checked_claims(index: Index, typed: str | None = None) -> CheckedClaims:
    """Return the live claims of a pack, or those with the verdict that is typed, in file order."""
    claims = [prepared.entry for prepared in index.entries if isinstance(prepared.entry, Claim)]
    counted = Counter(claim.verdict for claim in claims)
    verdict = _verdict(typed)
    unknown = typed if typed is not None and verdict is None else None
    wanted = [claim for claim in claims if unknown is None and verdict in {None, claim.verdict}]
    return CheckedClaims(
        name=checked_name(index.pack),
        sources=checked_sources(index.pack),
        counts=tuple((each, counted[each]) for each in _VERDICTS if counted[each]),
        rows=tuple(_judged(index, claim) for claim in wanted),
        verdict=verdict,
        typed=unknown,
    )


def checked_name(pack: Pack) -> str:
    """Return what the pack calls the text that its claims are made in."""
    return pack.checked_text.name if pack.checked_text else "the checked text"


def checked_sources(pack: Pack) -> tuple[Cited, ...]:
    """Return where the text can be read that a pack's claims are made in.

    Where the pack does not say, it is what the claims themselves cite.
    """
    if pack.checked_text and pack.checked_text.sources:
        ids: tuple[str, ...] = pack.checked_text.sources
    else:
        claims = (claim for claim in pack.of_kind(Claim) if claim.status == "live")
        ids = tuple(citation.source for claim in claims for citation in claim.citations)
    return tuple(Cited(pack.sources[key]) for key in dict.fromkeys(ids) if key in pack.sources)


def spoken_of(pack: Pack, answered: Answered) -> NamedText | None:
    """Return which text is meant where an answer calls it by its name only ("the article").

    None where it does not speak of it, or cites all there is of it anyway.
    """
    if pack.checked_text is None:
        return None
    named = re.compile(rf"\b{re.escape(pack.checked_text.name)}\b", re.IGNORECASE)
    said = (text for each in answered.statements for text in (each.text, each.note or ""))
    if not any(named.search(text) for text in (*said, *answered.dispute_notes)):
        return None
    cited = {each.source.id for each in answered.citations}
    others = tuple(each for each in checked_sources(pack) if each.source.id not in cited)
    return NamedText(pack.checked_text.name, others) if others else None


def verdict_choices(index: Index) -> tuple[Choice, ...]:
    """Return the verdicts that some claim has."""
    found = checked_claims(index)
    return tuple(Choice(f"{verdict} ({count})", verdict) for verdict, count in found.counts)


def _verdict(typed: str | None) -> Verdict | None:
    """Return the verdict that is typed, in any case."""
    plain = " ".join((typed or "").casefold().split())
    return cast("Verdict", plain) if plain in VERDICTS else None


def _judged(index: Index, claim: Claim) -> Judged:
    """Return one claim with what decides it."""
    pack = index.pack
    deciding = companions(index, claim, [], frozenset()).entries
    return Judged(
        claim.id,
        claim.claim,
        claim.verdict,
        claim.differs,
        statement(pack, claim).citations,
        tuple(statement(pack, entry) for entry in deciding),
        claim.note,
    )
