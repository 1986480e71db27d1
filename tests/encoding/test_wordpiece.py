"""Word pieces: the longest that the vocabulary has, in lower case without accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.encoding.wordpiece import WordPiece
from tests.encoding.tiny_model import WORDS

PIECES = WordPiece(WORDS)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("When is the CLUB open?", "when is the club open ?"),
        ("opening", "open ##ing"),
        ("café", "cafe"),
        ("the\tclub\u00a0\u200bis\x00 open", "the club is open"),
        ("openly", "[UNK]"),
        ("x" * 101, "[UNK]"),
        ("漢字", "[UNK] [UNK]"),
        ("~", "[UNK]"),
        ("", ""),
    ],
)
def test_a_text_is_cut_into_pieces(text: str, pieces: str) -> None:
    found = [WORDS[number] for number in PIECES.numbers(text, 64)]
    assert found == ["[CLS]", *pieces.split(), "[SEP]"]


@given(st.text(max_size=300), st.integers(2, 64))
def test_any_text_has_at_most_so_many_pieces(text: str, most: int) -> None:
    found = PIECES.numbers(text, most)
    assert 2 <= len(found) <= most
    assert max(found) < len(WORDS)
