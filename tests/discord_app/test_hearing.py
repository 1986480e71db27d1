"""Messages to others are told from the gateway's own data, and nothing that is for the bot is lost by it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.discord_app.hearing import is_for_others

ME = 42
OTHERS: list[dict[str, Any]] = [
    {"guild_id": "1", "content": "<@42> in words alone is no mention", "mentions": []},
    {"guild_id": "1"},
    {"guild_id": "1", "mentions": [{"id": "43"}], "referenced_message": None},
    {"guild_id": "1", "mentions": [], "referenced_message": {"author": {"id": "43"}}},
    {"guild_id": "1", "mentions": None, "referenced_message": {}},
]
MINE: list[dict[str, Any]] = [
    {"mentions": []},
    {"guild_id": "1", "mentions": [{"id": "43"}, {"id": "42"}]},
    {"guild_id": "1", "mentions": [], "referenced_message": {"author": {"id": "42"}}},
]


@pytest.mark.parametrize("sent", OTHERS)
def test_what_is_written_in_a_server_to_others_is_left_alone(sent: dict[str, Any]) -> None:
    assert is_for_others(ME, sent)


@pytest.mark.parametrize("sent", MINE)
def test_direct_messages_mentions_and_replies_to_the_bot_are_heard(sent: dict[str, Any]) -> None:
    assert not is_for_others(ME, sent)
