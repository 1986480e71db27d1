"""Settings: the example is complete, and a wrong value gets one plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import ConfigError, Settings, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_example_loads_and_gives_the_defaults() -> None:
    assert load_settings(EXAMPLE) == load_settings(None)


def test_the_example_has_every_setting_and_no_other() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = {line.partition("=")[0] for line in lines if line and not line.startswith("#")}

    assert named == {name.upper() for name in Settings.model_fields}


def test_settings_come_from_the_environment_before_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=debug\nLOCAL_PORT=1\n", encoding="utf-8")
    monkeypatch.setenv("LOCAL_PORT", "2")
    monkeypatch.setenv("HOME_GUILD_IDS", "12, 13,")
    monkeypatch.setenv("DISCORD_TOKEN", " secret\n")
    found = load_settings()

    assert (found.log_level, found.local_port) == ("DEBUG", 2)
    assert found.home_guild_ids == {12, 13}
    assert found.discord_token is not None
    assert found.discord_token.get_secret_value() == "secret"


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("DISCORD_TOKEN", "two words", "copy the token"),
        ("DATABASE_URL", "mysql://bot:hunter2@host/db", "write sqlite:///data/bot.sqlite3 or postgresql://"),
        ("DATABASE_URL", "data/bot.sqlite3", "write sqlite:///"),
        ("DATABASE_URL", "sqlite:///", "write sqlite:///"),
        ("DATABASE_URL", "sqlite:///:memory:", "write sqlite:///"),
        ("DATABASE_URL", "postgresql://bot:hun/ter@host/db", "as %-codes"),
        ("DATABASE_URL", "postgresql://bot:12/ter@host/db", "as %-codes"),
        ("DATABASE_URL", "postgresql://bot:12?ter@host/db", "as %-codes"),
        ("DATABASE_URL", "postgresql://bot:12#ter@host/db", "as %-codes"),
        ("DATABASE_URL", "postgresql://bot@[host/db", "as %-codes"),
        ("HOME_GUILD_IDS", "my server", "separated by commas"),
        ("DEV_GUILD_ID", "-1", "one server id"),
        ("LOG_LEVEL", "loud", "DEBUG"),
        ("LOCAL_PORT", "99999", "a port from"),
    ],
)
def test_a_wrong_value_gets_one_sentence_with_its_name_and_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, mend: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert str(caught.value).startswith(f"The setting {name} can't be used; ")
    assert mend in str(caught.value)
    assert value not in str(caught.value).replace("sqlite:///data/bot.sqlite3", "")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////var/lib/bot.sqlite3",
        "sqlite+aiosqlite:///C:/bot/bot.sqlite3",
        "postgresql://bot:p%40ss@db.example.org:5432/bot?sslmode=require",
        "postgres://bot@/bot?host=/run/postgresql",
        "postgresql+asyncpg:///bot",
    ],
)
def test_the_addresses_of_both_databases_are_taken(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f" {url}\n")

    assert load_settings().database_url.get_secret_value() == url


def test_several_wrong_values_are_all_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("LOCAL_PORT", "x")

    with pytest.raises(ConfigError, match=r"LOG_LEVEL can't be used; .* Also wrong: LOCAL_PORT\."):
        load_settings()


def test_token_and_password_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret-token")
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:hunter2@host/db")

    assert "secret-token" not in repr(load_settings())
    assert "hunter2" not in repr(load_settings())


def test_a_file_that_is_no_text_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ConfigError, match="UTF-8"):
        load_settings()
