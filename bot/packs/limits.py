"""PURE: how long texts and lists of a pack may be, in characters and items; reader and schema keep it."""

from __future__ import annotations

from typing import Final

ID: Final = 80
NAME: Final = 200
TITLE: Final = 300
URL: Final = 2000
NOTE: Final = 1000
STATEMENT: Final = 2000
WORDS: Final = 3000
CLAIM: Final = 1000
OCCASION: Final = 500
ASK: Final = 300
QUESTION: Final = 1000
TEMPLATE: Final = 500
UNIT: Final = 60
TYPE: Final = 60
ALIAS: Final = 100
WORD: Final = 100
REFERENCE: Final = 100
LANGUAGE: Final = 20

MOST_ASKS: Final = 300
MOST_REFERENCES: Final = 100
MOST_ALIASES: Final = 100
MOST_WORDS: Final = 100
MOST_SYNONYMS: Final = 1000
MOST_ROWS: Final = 50_000

LARGEST: Final = 999_999_999_999_999_999
"""The largest number, and with a minus the smallest: 18 digits."""
