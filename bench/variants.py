"""PURE: questions changed in small ways, after which an answer must stay or go, for ``robustness.py``."""

from __future__ import annotations

import random
import re
import string
from typing import TYPE_CHECKING, Final

from bot.answering.dates.mentions import mentions
from bot.answering.names import initials
from bot.answering.text import normalise
from bot.knowledge.model import Entity
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.index import Index

ELSEWHERE: Final = (
    "Lahore Multan Nairobi Texas Sialkot Jaffna Oslo Nebraska Quito Mombasa Antwerp Hyderabad Cusco"
).split()
"""Places, of which a question gets one that the pack does not name."""
INITIALS: Final = "xdk jui anp pti lej gtd brq hkv".split()
"""Initials of bodies, some made up, of which a question gets one that the pack does not name."""
KINDS: Final = "singers bakers cricketers dentists tailors athletes women journalists prisoners".split()
"""Kinds of people, of whom a question gets one; most of them stand on no list of the bot's."""
FATES: Final = "fined promoted photographed baptised evicted kidnapped displaced arrested".split()
"""What becomes of people, of which a question gets one; most of them stand on no list of the bot's."""
THINGS: Final = {
    "mosque": ("pagoda", "church"),
    "school": ("gym", "university"),
    "truck": ("tram", "train"),
    "car": ("balloon", "boat"),
    "money": ("jewels", "oil"),
    "police": ("firefighters", "gardeners"),
    "spokesman": ("gardener", "lawyer"),
    "suicide": ("laser", "drone"),
    "ended": ("mocked", "began"),
    "founded": ("painted", "dissolved"),
    "banned": ("painted", "legalised"),
    "suspended": ("mocked", "doubled"),
    "met": ("painted", "sued"),
    "announced": ("mocked", "denied"),
    "approved": ("mocked", "vetoed"),
    "arrested": ("mocked", "released"),
    "signed": ("burned", "vetoed"),
    "visited": ("painted", "bombed"),
    "biggest": ("cheapest", "smallest"),
    "deadliest": ("cheapest", "safest"),
}
"""Words, each with two that a question gets in its place: the first of them is on no list of the bot's."""
MONTHS: Final = [Period.month(2000, month).describe().split()[0] for month in range(1, 13)]
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_CAPITALS: Final = re.compile(r"\b[A-Z]{3,}\b")
_PEOPLE: Final = re.compile(r"\b(?:people|persons|Pakistanis)\b", re.IGNORECASE)
_HARMED: Final = re.compile(r"\b(?:killed|injured|wounded|hurt)\b", re.IGNORECASE)
_THING: Final = re.compile(rf"\b(?:{'|'.join(THINGS)})\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH_YEAR: Final = re.compile(
    rf"\b({'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)})(?=\.?,?\s+((?:19|20)\d\d)\b)",
    re.IGNORECASE,
)


def words_misspelt(text: str, seed: int) -> str:
    """Return a text with one or two slips in words of four letters or more; digits stay."""
    draws = _draws(seed, text)
    for _ in range(draws.choice((1, 2))):
        words = list(_WORD.finditer(text))
        if not words:
            break
        word = draws.choice(words)
        text = text[: word.start()] + _slip(word.group(), draws) + text[word.end() :]
    return text


def _slip(word: str, draws: random.Random) -> str:
    """Return a word with one letter too many, too few, another, or two swapped."""
    at = draws.randrange(len(word))
    match draws.choice(("insert", "delete", "replace", "swap")):
        case "insert":
            return word[:at] + draws.choice(string.ascii_lowercase) + word[at:]
        case "delete":
            return word[:at] + word[at + 1 :]
        case "replace":
            return word[:at] + draws.choice(string.ascii_lowercase) + word[at + 1 :]
        case _:
            at = min(at, len(word) - 2)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def plain_changes(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is changed, and a text in other case, spacing or with other marks at its end."""
    bare = text.rstrip("?!. ")
    yield "lower case", text.lower()
    yield "capitals", text.upper()
    yield "spacing", f"  {'  '.join(text.split(' '))}\n"
    yield "no mark at the end", bare
    yield "more marks at the end", f"{bare}???!"


class Uncovered:
    """The years, months, places and bodies of which a pack says nothing."""

    def __init__(self, index: Index) -> None:
        """Take a pack that is ready to be asked."""
        self._periods = [period for entry in index.entries for period in entry.slots.periods]
        self._reader = index.reader
        self._place_ids = index.places
        self._years = [year for year in range(1950, 2041) if not self._told_of(Period.year(year))]
        self._elsewhere = [place for place in ELSEWHERE if self._reader.read(f"the talks in {place}").names]
        self._named = initials(index.pack.of_kind(Entity))
        self._initials = [name for name in INITIALS if name not in self._named]

    def year(self, text: str, seed: int = 0) -> str | None:
        """Return a text with all its years made one of which nothing is told; ``None`` without years."""
        year = str(_draws(seed, text).choice(self._years))
        changed = _YEAR.sub(year, text)
        return changed if changed != text else None

    def month(self, text: str, seed: int = 0) -> str | None:
        """Return a text with its month of a year made one of which nothing is told, or ``None``."""
        found = _MONTH_YEAR.search(text)
        if found is None or len(mentions(normalise(text))) != 1:
            return None
        free = [
            name
            for number, name in enumerate(MONTHS, 1)
            if not self._told_of(Period.month(int(found[2]), number))
        ]
        if not free:
            return None
        return text[: found.start()] + _draws(seed, text).choice(free) + text[found.end() :]

    def place(self, text: str, seed: int = 0) -> str | None:
        """Return a text with the first place that it names made one of which nothing is told, or ``None``."""
        anatomy = self._reader.anatomy(text)
        for link in anatomy.links:
            if not self._place_ids.isdisjoint(link.targets):
                first, last = anatomy.tokens[link.start], anatomy.tokens[link.end - 1]
                other = _draws(seed, text).choice(self._elsewhere)
                return anatomy.plain[: first.start] + other + anatomy.plain[last.start + len(last.raw) :]
        return None

    def body(self, text: str, seed: int = 0) -> str | None:
        """Return a text with the initials of a body made those of one that the pack lacks, or ``None``."""
        found = next((word for word in _CAPITALS.findall(text) if word.casefold() in self._named), None)
        if found is None:
            return None
        other = _draws(seed, text).choice(self._initials).upper()
        return re.sub(rf"\b{found}\b", other, text)

    @staticmethod
    def whom(text: str, seed: int = 0) -> str | None:
        """Return a count of people made one of some kind of them, or ``None``."""
        if not _HARMED.search(text) or not _PEOPLE.search(text):
            return None
        return _PEOPLE.sub(_draws(seed, text).choice(KINDS), text, count=1)

    @staticmethod
    def fate(text: str, seed: int = 0) -> str | None:
        """Return a count of the killed or hurt made one of another fate, or ``None``."""
        return _HARMED.sub(_draws(seed, text).choice(FATES), text) if _HARMED.search(text) else None

    @staticmethod
    def thing(text: str, seed: int = 0) -> str | None:
        """Return a text with one word made another that excludes it, or ``None``."""
        found = _THING.search(text)
        if found is None:
            return None
        other = _draws(seed, text).choice(THINGS[found[0].casefold()])
        return text[: found.start()] + other + text[found.end() :]

    def _told_of(self, period: Period) -> bool:
        """Whether some entry is dated within a period, or so briefly about it that it may speak for it."""
        return any(
            period.overlaps(other) and (other.days <= period.days or period.days > 31)  # noqa: PLR2004  # a month
            for other in self._periods
        )


def dated_otherwise(periods: Sequence[Period], text: str) -> bool:
    """Whether an answer with some periods is about another time than one that a question names."""
    asked = mentions(normalise(text))
    return bool(periods) and any(not any(map(mention.reaches, periods)) for mention in asked)


def _draws(seed: int, text: str) -> random.Random:
    """Return what draws for one text, the same in every run."""
    return random.Random(f"{seed} {text}")  # noqa: S311  # no secret
