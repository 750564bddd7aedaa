"""Speak to a language server over stdio, as an editor does."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PATIENCE = 90.0  # seconds until a server that says nothing is killed
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True}}


class Editor:
    """An editor with one folder; what it asks is answered before it goes on."""

    def __init__(self, server: subprocess.Popen[bytes], root: Path) -> None:
        """Greet `server`."""
        self._server = server
        self._root = root
        self._last = 0
        self._told: list[dict[str, Any]] = []
        folder = {"uri": root.as_uri(), "name": root.name}
        abilities = {"workspace": {"configuration": True}, "textDocument": {"hover": {}}}
        self._ask(
            "initialize",
            {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder]}
            | {"capabilities": abilities},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, path: str, text: str) -> list[str]:
        """Open a file with `text` in it, and return what is marked in it."""
        uri = (self._root / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            for number, message in enumerate(self._told):
                if message["params"].get("uri") == uri:
                    del self._told[number]
                    return [each["message"] for each in message["params"]["diagnostics"]]
            self._read()

    def complete(self, path: str, line: int, column: int) -> list[str]:
        """Return what is offered at a place."""
        found = self._ask("textDocument/completion", self._place(path, line, column))
        return [item["label"] for item in found["items"]]

    def hover(self, path: str, line: int, column: int) -> str:
        """Return what is told of a place."""
        found = self._ask("textDocument/hover", self._place(path, line, column))
        text: str = found["contents"]["value"]
        return text

    def _place(self, path: str, line: int, column: int) -> dict[str, Any]:
        document = {"uri": (self._root / path).as_uri()}
        return {"textDocument": document, "position": {"line": line, "character": column}}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever is answered
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Return the next message; what the server asks is answered, findings are kept."""
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._told.append(message)
        return message

    def _answer(self, message: dict[str, Any]) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [SETTINGS.get(item.get("section", "")) for item in message["params"]["items"]]


@contextmanager
def editing(command: Sequence[str], root: Path) -> Iterator[Editor]:
    """Start a language server for the folder `root`; it ends with the block, or after a while."""
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
    timer = Timer(PATIENCE, server.kill)
    timer.start()
    try:
        yield Editor(server, root)
    finally:
        timer.cancel()
        server.kill()
        server.communicate()
