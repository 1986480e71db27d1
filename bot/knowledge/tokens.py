"""PURE: a text as words, signs and numbers, without the digits that are surely no amount.

Dates, clock times, versions, resolutions and parts of names ("F-16", "4th") become ``NOTHING``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NOTHING: Final = "|"

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY: Final = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,]\d)"
_DAYS: Final = rf"{_DAY}(?:(?:\s?-\s?|,\s?|\s(?:to|and|&)\s){_DAY}){{0,4}}"
_NO_AMOUNT: Final = re.compile(
    rf"""(?<![\w.,]){_DAYS}\s?(?:of\s)?{_MONTH}  # 6-7 March
    |\b{_MONTH}\s?{_DAYS}  # March 6 and 7
    |(?<!\w)\d+(?:[/:]\d+)+  # 9/11, 10:30
    |(?<!\w)\d{{4}}-\d{{2}}(?:-\d{{2}})?(?!\w)  # 2023-01-30, 2022-23
    |(?<!\w)\d+(?:\.\d+){{2,}}  # 3.2.1
    |(?<![\w.,])\d{{1,3}}(?:\s\d{{3}})+(?!\w)  # 1 063: one number or two
    |(?<![\w.,])\d{{1,2}}\s?(?:[ap]\.\s?m\b|[ap]m\b|o'clock)  # 10 p.m.
    |\b(?:article|section|resolution|clause|rule|page|chapter|table|paragraph|nos?\.)\s?\d+""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?"
_TOKEN: Final = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?<!(?<![^\W\d])\.)(?<![^\W\d]-){_DIGITS}(?!\w|[.,]\d)"
    r"|(?P<word>[^\W\d_]++)(?![\d_])|(?P<other>\w[\w.,]*)|\S"
)
_THIN_SPACE: Final = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3})")
_HYPHENS: Final = re.compile("[\u2010-\u2015\u2212]")
_GLUED: Final = re.compile(
    r"(?<=\d)-?(?P<scale>mn|bn|(?<=-)(?:thousand|lakh|million|crore|billion|trillion))\b"
    r"|(?P<money>(?:[$€£¥₹₨]|\b(?:rs|pkr|usd)\.?)\s?)(?P<sum>\d[\d.,]*\d|\d)(?:(?P<letter>[kmb])\b)?",
    re.IGNORECASE,
)
_LETTERS: Final = {"k": "thousand", "m": "million", "b": "billion"}


def tokens_of(text: str) -> list[str]:
    """Return the tokens of a text in small letters; an amount in digits keeps its commas."""
    if not text.isascii():
        text = _HYPHENS.sub("-", _THIN_SPACE.sub(",", "".join([_plain_digit(char) for char in text])))
    text = _GLUED.sub(_apart, _NO_AMOUNT.sub(f" {NOTHING} ", " ".join(text.split())))
    return [NOTHING if match["other"] else match[0].lower() for match in _TOKEN.finditer(text)]


def _plain_digit(char: str) -> str:
    """Return the digit of any script as one of 0 to 9."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def _apart(match: re.Match[str]) -> str:
    """Return a scale or a currency that is glued to its number as a word of its own."""
    if match["money"] is None:
        return f" {match['scale']}"
    letter = _LETTERS.get((match["letter"] or "").lower(), "")
    return f"{match['money']} {match['sum']} {letter}"
