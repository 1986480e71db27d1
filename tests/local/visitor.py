"""A visitor of the local Discord's page: speaks HTTP as the page's script does."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

Json = dict[str, Any]


class Printed:
    """What the run prints; ``ready`` is set when the page is served."""

    def __init__(self) -> None:
        """Start with nothing printed."""
        self.lines: list[str] = []
        self.ready = asyncio.Event()

    def __call__(self, line: str) -> None:
        """Print a line."""
        self.lines.append(line)
        if "Ctrl+C" in line:
            self.ready.set()

    @property
    def url(self) -> str:
        """The printed address."""
        return next(line for line in self.lines if "http://127" in line).split()[-1]


class Visitor:
    """One open page. ``url`` is the printed address, whose fragment lets the visitor in."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        """Know the way in."""
        self._http = http
        self._origin, _, capability = url.partition("/#")
        self._headers = {"X-Simcord-Capability": capability}
        self._sequence = 0
        self.state: Json = {}

    async def open(self, viewer: str | None = None) -> None:
        """Open a page as the first viewer, or as one of them by name."""
        self.state = await self._post("/api/pages", {})
        if viewer is not None:
            chosen = next(each for each in self.state["viewers"] if viewer in str(each).lower())
            self.state = await self._post("/api/pages", {"viewer_id": chosen["id"]})
        self._headers["X-Simcord-Context"] = self.state["context"]["id"]

    async def act(self, kind: str, **body: object) -> Json:
        """Do one thing on the page and read the page again."""
        self._sequence += 1
        envelope = {
            "protocol_version": 3,
            "sequence": self._sequence,
            "request_id": f"r{self._sequence}",
            "generation": self.state["context"]["generation"],
            "bot_generation": self.state["botGeneration"],
            "published_revision": self.state["publishedRevision"],
            "kind": kind,
        }
        receipt = await self._post("/api/action", {**envelope, **body})
        async with self._http.get(f"{self._origin}/api/state", headers=self._headers) as response:
            self.state = await response.json()
        return receipt

    async def commands(self) -> dict[str, Json]:
        """Return the slash commands that the viewer is offered."""
        async with self._http.get(f"{self._origin}/api/commands", headers=self._headers) as response:
            catalog = await response.json()
        return {entry["invocation"]: entry for entry in catalog["entries"]}

    async def run(self, invocation: str, **options: object) -> Json:
        """Run a slash command."""
        command = (await self.commands())[invocation]
        return await self.act(
            "run_command",
            command_id=command["commandId"],
            path=invocation.split(),
            schema_fingerprint=command["schemaFingerprint"],
            options=options,
        )

    async def _post(self, path: str, body: object) -> Json:
        async with self._http.post(self._origin + path, headers=self._headers, json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()
