"""PURE: the amounts that a text states, read strictly: a date, a year or a part of a number is none.

Where a text can be read in two ways it is not read at all, since what is found counts as proved.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.knowledge.cardinals import SCALES, SMALL, scale_of, spelled
from bot.knowledge.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.knowledge.model import Number

_CURRENCY: Final = frozenset({*"$€£¥₹₨", "usd", "pkr", "eur", "gbp", "rs"})
_LONGEST: Final = 20
_MOST_SCALES: Final = 2
_YEARS: Final = range(1900, 2100)
_YEAR_DIGITS: Final = 4
_NO_WHOLE: Final = frozenset(
    "half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths "
    "eighth eighths ninth ninths tenth tenths first second point".split()
)
"""After a number these make it a fraction, an ordinal or a decimal in words."""
_NO_COUNT_OF_ONE: Final = frozenset("of another by more day s such can could must should ' ’".split())
_NO_COUNT_BEFORE_ONE: Final = frozenset("no any some every each the this that which only".split())
_PERCENT: Final = frozenset({"%", "percent", "pc", "pct", "percentage"})
_PART_OF: Final = frozenset({"half", "quarter", "of", "third"})
_RANGE: Final = frozenset({"-", "to", "or"})


class Amount(NamedTuple):
    """A number of a text, and whether it is a percentage."""

    value: Decimal
    percent: bool = False


class _Read(NamedTuple):
    """An amount with the tokens it was read from; ``value`` is ``None`` where it can't be sure."""

    value: Decimal | None
    percent: bool
    start: int
    end: int


def amounts(text: str) -> frozenset[Amount]:
    """Return the amounts that a text states: ``1,063``, ``forty-four``, ``2 million``, ``5 per cent``."""
    tokens = tokens_of(text)
    read: list[_Read] = []
    at = 0
    while at < len(tokens):
        found = _read(tokens, at)
        if found is not None:
            read.append(found)
        at = at + 1 if found is None else found.end
    return frozenset(_ranged(tokens, read))


def amount(value: Number, unit: str) -> Amount:
    """Return how a text states a value of a unit: 450 ``million USD`` is 450,000,000."""
    number = abs(Decimal(str(value)))
    for word in unit.lower().split():
        number *= scale_of(word) or 1
    return Amount(number, "%" in unit or "percent" in unit.lower().replace(" ", ""))


def _read(tokens: Sequence[str], at: int) -> _Read | None:
    """Read the amount that begins at a token, if one does."""
    token = tokens[at]
    if token[0].isdecimal():
        value, end = _digits(tokens, at)
    elif token in SMALL:
        value, end = spelled(tokens, at)
    elif token in {"a", "an"} and _token(tokens, at + 1) in SCALES:
        value, end = spelled(["one", *tokens[at + 1 : at + 20]], 0)
        value, end = (None if _token(tokens, at - 1) in _PART_OF else value), end + at
    else:
        return None
    if _is_no_count(tokens, at, end):
        value = None
    hyphen = _token(tokens, end) == "-"
    percent = _token(tokens, end + hyphen) in _PERCENT or tokens[end : end + 2] == ["per", "cent"]
    return _Read(value, percent, at, end)


def _digits(tokens: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """Read a number in digits with the words that multiply it."""
    token, end = tokens[at], at + 1
    if len(token) > _LONGEST:
        return None, end
    value = Decimal(token.replace(",", ""))
    while end <= at + _MOST_SCALES and (scale := scale_of(_token(tokens, end))):
        value *= scale
        end += 1
    is_plain = end == at + 1 and token.isdecimal()
    numbered = token.isdecimal() and token[0] == "0" and len(token) > 1
    is_year = is_plain and len(token) == _YEAR_DIGITS and int(token) in _YEARS
    if numbered or (is_year and _token(tokens, at - 1) not in _CURRENCY):
        return None, end
    return value, end


def _is_no_count(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether what stands around a number makes it an age, a fraction, an ordinal or a pronoun."""
    before, hyphen = _token(tokens, start - 1), _token(tokens, end) == "-"
    after, next_but_one = _token(tokens, end + hyphen), _token(tokens, end + hyphen + 1)
    if before in {"aged", "point"} or (after in {"year", "years"} and next_but_one in {"-", "old"}):
        return True
    if after in _NO_WHOLE or " ".join(tokens[end : end + 3]) == "and a half":
        return True
    if tokens[start] != "one" or end > start + 1:
        return False
    return before in _NO_COUNT_BEFORE_ONE or after in _NO_COUNT_OF_ONE


def _ranged(tokens: Sequence[str], read: Sequence[_Read]) -> Iterator[Amount]:
    """Yield the amounts; in ``2 to 3 million`` and ``40-50 %`` the first is read like the second."""
    for place, one in enumerate(read):
        if one.value is None:
            continue
        other = read[place + 1] if place + 1 < len(read) else None
        if other is None or other.value is None or not _is_range(tokens, one, other):
            yield Amount(one.value, one.percent)
            continue
        scale = scale_of(tokens[other.end - 1]) or 1
        is_scaled = scale_of(tokens[one.end - 1]) is None and one.value < other.value / scale
        yield Amount(one.value * scale if is_scaled else one.value, one.percent or other.percent)


def _is_range(tokens: Sequence[str], one: _Read, other: _Read) -> bool:
    """Whether two amounts are the ends of a range."""
    between = tokens[one.end : other.start]
    if len(between) != 1:
        return False
    return between[0] in _RANGE or (between[0] == "and" and _token(tokens, one.start - 1) == "between")


def _token(tokens: Sequence[str], at: int) -> str:
    """Return the token at a place, or an empty one outside the text."""
    return tokens[at] if 0 <= at < len(tokens) else ""
