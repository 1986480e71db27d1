"""The composed program: where it runs, and the one plain sentence when it can't."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import aiohttp
import discord
import pytest
import simcord

from bot import app
from bot.config import ConfigError, Secret, Settings
from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.knowledge.problems import KnowledgeError
from bot.library import Library
from bot.local import page
from bot.local.page import Local
from bot.packs import load_pack
from bot.storage.lock import InUseError, hold
from tests.discord_app.town import HOME, found, shown
from tests.sample_pack import sample_pack
from tests.shelf import Shelf

PACK = """\
sources:
  - {id: dawn, publisher: Dawn, title: Talks, date: 2023-03-07, url: "https://example.org/dawn"}
facts:
  - id: dates
    statement: The talks were on 6 March 2023.
    asks: [When were the talks?]
    citations: [dawn]
"""
NEW_FACT = """\
  - id: place
    statement: Islamabad hosted the delegation.
    asks: [Which city hosted the delegation?]
    citations: [dawn]
"""
INTERRUPTED = """\
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["INTERRUPT_AT"]:
            os.kill(os.getpid(), signal.SIGINT)
from bot.__main__ import main
sys.meta_path.insert(0, Finder())
main()
sys.exit("it was not interrupted")
"""
"""The program, with Ctrl+C as it begins to import a module."""
BROKEN_FACT = "  - {id: place, statement: Islamabad was the host., citations: [dwan]}\n"


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def configure(*_: object) -> None:
        """Leave the logging of the tests alone."""

    monkeypatch.setattr(app, "configure", configure)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    return folder


@pytest.fixture
def settings(pack: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KNOWLEDGE_DIR", str(pack))
    return app.settings(0)


@pytest.fixture
def with_token(settings: Settings) -> Settings:
    return replace(settings, discord_token=Secret("MTA0.secret.token"))


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Local]:
    """Stand in for the local Discord."""
    calls: list[Local] = []

    async def serve(local: Local) -> None:
        calls.append(local)

    monkeypatch.setattr(page, "serve", serve)
    return calls


def starting_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make Discord answer a login with an error."""

    async def login(*_: object) -> None:
        raise error

    monkeypatch.setattr(AnswerBot, "login", login)


def test_the_port_of_the_command_line_wins(settings: Settings) -> None:
    assert settings.local_port == 0
    assert app.settings().local_port == 8765


def test_without_a_token_the_bot_runs_locally_and_says_so(
    settings: Settings, served: list[Local], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run(settings, browser=False) == 0
    assert "DISCORD_TOKEN is not set" in capsys.readouterr().out
    assert (served[0].port, served[0].browser) == (0, False)


def test_a_demo_is_local_even_with_a_token(
    with_token: Settings, served: list[Local], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.demo(with_token) == 0
    assert len(served) == 1
    assert capsys.readouterr().out == ""


def test_a_wrong_token_gets_a_sentence_without_it(
    with_token: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting_with(monkeypatch, discord.LoginFailure("Improper token has been passed."))

    with pytest.raises(ConfigError, match="does not accept DISCORD_TOKEN") as caught:
        app.run(with_token)
    assert "MTA0.secret.token" not in str(caught.value)


def test_no_network_gets_a_sentence(with_token: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    starting_with(monkeypatch, aiohttp.ClientConnectionError("no route"))

    with pytest.raises(ConfigError, match=r"can't be reached \(no route\)"):
        app.run(with_token)


def test_ctrl_c_ends_cleanly(
    with_token: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    starting_with(monkeypatch, asyncio.CancelledError())

    assert app.run(with_token) == 0
    assert "Stopped." in capsys.readouterr().out


def test_a_missing_folder_gets_a_sentence(settings: Settings) -> None:
    missing = replace(settings, knowledge_dir=Path("nowhere"))

    with pytest.raises(ConfigError, match="no knowledge at nowhere; set KNOWLEDGE_DIR"):
        app.run(missing)


def test_a_place_that_can_not_be_used_is_named_and_the_bot_runs(
    with_token: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("data").touch()
    starting_with(monkeypatch, asyncio.CancelledError())

    assert app.run(with_token) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in printed if line.startswith("The database data/bot.sqlite3 can't be used (")]
    assert printed[-1] == "Stopped."


def test_a_second_bot_on_the_same_database_stops_before_it_connects(
    with_token: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting_with(monkeypatch, AssertionError("connected"))
    lock = hold(Path("data/bot.sqlite3"))

    with pytest.raises(InUseError, match=r"Another bot is using data/bot\.sqlite3"):
        app.run(with_token)
    lock.close()


def test_the_local_discord_keeps_nothing(settings: Settings, served: list[Local]) -> None:
    app.run(settings, browser=False)

    assert len(served) == 1
    assert not Path("data").exists()


def test_token_and_password_are_struck_out_of_the_log(
    with_token: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    struck: list[str] = []

    def configure(level: str, *secrets: str) -> None:
        struck.extend((level, *secrets))

    monkeypatch.setattr(app, "configure", configure)
    starting_with(monkeypatch, asyncio.CancelledError())
    url = "postgresql://bot:hunter2@127.0.0.1:1/bot"
    app.run(replace(with_token, database_url=Secret(url)))

    assert struck == ["INFO", "MTA0.secret.token", url, "hunter2"]


def test_broken_yaml_at_the_start_is_located(settings: Settings, pack: Path) -> None:
    (pack / "pack.yaml").write_text(PACK + BROKEN_FACT, encoding="utf-8")

    with pytest.raises(KnowledgeError) as caught:
        app.run(settings)
    (error,) = [problem for problem in caught.value.problems if problem.severity == "error"]
    assert (error.file, error.line) == ("pack.yaml", 8)


def test_broken_yaml_is_told_while_discord_does_not_answer(
    with_token: Settings, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def login(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(AnswerBot, "login", login)
    (pack / "pack.yaml").write_text(PACK + BROKEN_FACT, encoding="utf-8")

    with pytest.raises(KnowledgeError):
        app.run(with_token)


def test_a_missing_simcord_gets_a_sentence(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bot.local.page", None)

    with pytest.raises(ConfigError, match="needs SimCord"):
        app.demo(settings)


async def test_a_moderator_mends_real_yaml_while_the_bot_answers(pack: Path) -> None:
    library = Library(partial(load_pack, pack))
    library.load_first()
    file = pack / "pack.yaml"
    bot = AnswerBot(Desk(library), Options(frozenset({HOME})), lambda _: None)
    async with simcord.run(bot) as env:
        town = found(env, Shelf(sample_pack()), HOME)

        async def reload() -> str:
            result = await town.moderator.slash(town.channel, "facts reload")
            assert result.response is not None
            return shown(result.response.embeds[0])

        file.write_text(PACK + BROKEN_FACT, encoding="utf-8")
        broken = await reload()
        before = (await town.ask("When were the talks?")).embeds[0].description
        file.write_text(PACK + NEW_FACT, encoding="utf-8")
        mended = await reload()
        after = (await town.ask("Which city hosted the delegation?")).embeds[0].description

    assert "pack.yaml:8:" in broken
    assert "dwan" in broken
    assert before == "The talks were on 6 March 2023."
    assert "1 added, 0 changed, 0 removed" in mended
    assert after == "Islamabad hosted the delegation."


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_program_itself_serves_and_stops_cleanly(pack: Path, stop: signal.Signals) -> None:
    environment = {**os.environ, "KNOWLEDGE_DIR": str(pack), "DISCORD_TOKEN": "", "LOG_LEVEL": "ERROR"}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--no-browser", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        process.send_signal(stop)
        out, err = process.communicate(timeout=20)

    assert "http://127.0.0.1:" in lines[1]
    assert out.strip() == "Stopped."
    assert err == ""
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_at_any_moment_of_the_start_shows_no_traceback(pack: Path) -> None:
    environment = {**os.environ, "KNOWLEDGE_DIR": str(pack), "DISCORD_TOKEN": "", "LOG_LEVEL": "ERROR"}
    command = [sys.executable, "-c", INTERRUPTED, "run", "--no-browser", "--port", "0"]
    for module in ("bot.answering.engine", "discord.ext.commands"):
        done = subprocess.run(  # noqa: S603  # the program itself
            command,
            env=environment | {"INTERRUPT_AT": module},
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )

        assert (done.returncode, done.stderr) == (0, ""), module


def test_starting_the_bot_imports_no_command_line(pack: Path) -> None:
    command = """if True:
        import sys
        from bot import __main__, app
        unused = {"typer", "rich", "pydantic", "sqlalchemy"}
        app.run = lambda settings, *, browser: sorted(unused & {*sys.modules})
        sys.argv[1:] = ["run"]
        try:
            __main__.main()
        except SystemExit as ended:
            print(ended.code)
    """
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", command],
        env={**os.environ, "KNOWLEDGE_DIR": str(pack)},
        capture_output=True,
        check=True,
        text=True,
        timeout=30,
    )

    assert done.stdout.strip() == "[]"


def test_a_bot_that_can_not_start_says_why_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env={**os.environ, "KNOWLEDGE_DIR": "nowhere"},
        capture_output=True,
        check=False,
        cwd=tmp_path,
        text=True,
        timeout=30,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("There is no knowledge at nowhere; set KNOWLEDGE_DIR")
    assert len(done.stderr.splitlines()) == 1
