"""Settings: the example is complete, and a wrong value gets one plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import NAMES, ConfigError, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_example_loads_and_gives_the_defaults() -> None:
    assert load_settings(EXAMPLE) == load_settings(None)


def test_the_example_has_every_setting_and_no_other() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = {line.partition("=")[0] for line in lines if line and not line.startswith("#")}

    assert named == set(NAMES)


def test_settings_come_from_the_environment_before_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=debug\nLOCAL_PORT=1\n", encoding="utf-8")
    monkeypatch.setenv("LOCAL_PORT", "2")
    monkeypatch.setenv("HOME_GUILD_IDS", "12, 13,")
    monkeypatch.setenv("DISCORD_TOKEN", " MTA0.secret.token\n")
    found = load_settings()

    assert (found.log_level, found.local_port) == ("DEBUG", 2)
    assert found.home_guild_ids == {12, 13}
    assert found.discord_token is not None
    assert found.discord_token.text == "MTA0.secret.token"


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("DISCORD_TOKEN", "two words", "copy the token"),
        ("DISCORD_TOKEN", "Bot MTA0.secret.token", "copy the token"),
        ("DISCORD_TOKEN", '"MTA0.secret.token"', "three parts with dots"),
        ("DISCORD_TOKEN", "123456789012345678", "neither the application's id"),
        ("DISCORD_TOKEN", "MTA0..token", "three parts with dots"),
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

    assert load_settings().database_url.text == url


def test_several_wrong_values_are_all_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("LOCAL_PORT", "x")

    with pytest.raises(ConfigError, match=r"LOG_LEVEL can't be used; .* Also wrong: LOCAL_PORT\."):
        load_settings()


def test_token_and_password_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "MTA0.secret.token")
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:hunter2@host/db")

    assert "MTA0.secret.token" not in repr(load_settings())
    assert "hunter2" not in repr(load_settings())


def test_a_file_that_is_no_text_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ConfigError, match="UTF-8"):
        load_settings()


@pytest.mark.parametrize(
    "token",
    ["MTA0.Gx-_9a.Zm9v_YmFy-QUJD", "NzkyNzE1NDU0MTk2MDg4ODQy.X-hvzA.Ovy4MCQywSkoMRRclStW4xAYK7I", "a.b.c=="],
)
def test_whatever_may_be_a_token_is_taken(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    found = load_settings().discord_token

    assert found is not None
    assert found.text == token


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("DISCORD_TOKN=MTA0.secret.token", "DISCORD_TOKN is no setting of the bot; write DISCORD_TOKEN."),
        ("export Discord_Tokne=x", "Discord_Tokne is no setting of the bot; write DISCORD_TOKEN."),
        ("DISCORD_BOT_TOKEN=x", "DISCORD_BOT_TOKEN is no setting of the bot; write DISCORD_TOKEN."),
        ("HOME_GUILD_ID=12", "HOME_GUILD_ID is no setting of the bot; write HOME_GUILD_IDS."),
        ("LOGLEVEL=INFO", "LOGLEVEL is no setting of the bot; write LOG_LEVEL."),
        ("DISCORD_TOKEN: MTA0.secret.token", "DISCORD_TOKEN can't be read; write DISCORD_TOKEN= and"),
    ],
)
def test_a_misspelt_name_is_told_with_its_line_and_the_right_one(
    tmp_path: Path, line: str, told: str
) -> None:
    file = tmp_path / ".env"
    file.write_text(f"# settings\nDISCORD_TOKEN=\n\n{line}\nLOCAL_PORT=1\n", encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        load_settings(file)
    assert str(caught.value).startswith(f"{file}, line 4: {told}")
    assert "secret" not in str(caught.value)


def test_names_of_other_programs_are_let_be(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    others = "TOKEN=a\nLOCAL_HOST=b\nCOMPOSE_PROJECT_NAME=c\nTEST_DATABASE_URL=d\nno setting at all\n"
    file.write_text(f"{others}LOG_LEVEL=DEBUG\nLOG_LEVELS=x\n", encoding="utf-8")

    assert load_settings(file).log_level == "DEBUG"


def test_a_file_as_windows_saves_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=DEBUG\r\n", encoding="utf-8-sig", newline="")

    assert load_settings(file).log_level == "DEBUG"
