"""Read the paths of a document into operations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from framework.check.paths import path_fault
from framework.exchange.bodies import answer_of, body_of
from framework.exchange.calls import Call
from framework.exchange.failures import Failures
from framework.exchange.keywords import extensions_in, is_extension, mapping, sequence, text, texts
from framework.exchange.names import Names, operation_name, tag_name
from framework.exchange.parameters import parameters_of, plain_parameter
from framework.exchange.rules import MALFORMED, NOT_SAID, OPERATION, RENAMED
from framework.exchange.security import Security

if TYPE_CHECKING:
    from framework.exchange.calls import Parameter
    from framework.exchange.schemas import Schemas
    from framework.syntax import Json, Path

_METHODS = ("get", "post", "put", "patch", "delete")
_OTHERS = frozenset({"head", "options", "trace"})
_OF_ITEMS = frozenset({"summary", "description", "parameters", "$ref", "servers"})
_KNOWN = frozenset(
    {"tags", "summary", "description", "operationId", "parameters", "requestBody", "responses"}
    | {"deprecated", "security"}
)
_TEMPLATE = re.compile(r"\{([^{}/]+)\}")


class Operations:
    """Reads operations; `calls` are those that can be said."""

    def __init__(self, schemas: Schemas, service: str) -> None:
        """Read what operations send and receive with `schemas`; they belong to `service`."""
        self.calls: list[Call] = []
        self.failures = Failures(schemas)
        self.security = Security(schemas.references, schemas.losses)
        self._schemas = schemas
        self._losses = schemas.losses
        self._service = service
        self._names = Names()
        self._base = _base(schemas)

    def read(self) -> None:
        """Read every path."""
        root = self._schemas.references.root
        paths = root.get("paths")
        if paths is not None and not isinstance(paths, dict):
            self._losses.say(MALFORMED, ("paths",), "expected a mapping", "there are no operations")
        for path, item in mapping(paths).items():
            if is_extension(path):
                continue
            at = ("paths", path)
            found = self._schemas.references.follow(item, at)
            if found:
                self._item(path, *found)

    def _item(self, path: str, item: dict[str, Json], at: Path) -> None:
        for key in item:
            where = (*at, key)
            if key.lower() in _OTHERS:
                self._losses.say(OPERATION, where, f"`{key.upper()} {path}`", "left out")
            elif key not in _METHODS and key not in _OF_ITEMS and not is_extension(key):
                self._losses.say(NOT_SAID, where, f"`{key[:40]}` of a path")
        for key in ("summary", "description", "servers"):
            if key in item:
                self._losses.say(NOT_SAID, (*at, key), f"`{key}` of a path")
        for method in _METHODS:
            if method in item:
                found = self._schemas.references.follow(item[method], (*at, method))
                if found:
                    self._operation(path, method.upper(), (item, at), found)

    def _operation(
        self,
        path: str,
        method: str,
        item: tuple[dict[str, Json], Path],
        found: tuple[dict[str, Json], Path],
    ) -> None:
        said, at = found
        places = (item[1], at)
        parameters = parameters_of(item[0], said, places, self._schemas)
        segments = self._segments(path, method, item[1], parameters)
        if segments is None:
            return
        self._unsaid(said, at)
        name = self._name(said, at, method, path)
        answers = said.get("responses")
        responses, where = mapping(answers), (*at, "responses")
        self.calls.append(
            Call(
                text(said.get("operationId")),
                name,
                self._tags(said),
                at,
                method,
                segments,
                _told(said),
                [p for p in parameters if p.group != "params" or f"{{{p.name}}}" in segments],
                body_of(said, at, method, self._schemas, name),
                self.security.of(said, at),
                answer_of(responses, where, self._schemas, name),
                self.failures.of(responses, where),
                extensions_in(mapping(said.get("requestBody"))),
            )
        )

    def _segments(
        self, path: str, method: str, at: Path, parameters: list[Parameter]
    ) -> list[str] | None:
        """Return the segments of a path, its templates named as the parameters are."""
        known = {p.wire: p for p in parameters if p.group == "params"}
        named: set[str] = set()
        segments: list[str] = []
        for part in path.strip("/").split("/"):
            found = _TEMPLATE.fullmatch(part)
            if found:
                wire = found[1]
                if wire not in known:
                    known[wire] = plain_parameter(wire, at, self._schemas)
                    parameters.insert(0, known[wire])
                named.add(wire)
                segments.append(f"{{{known[wire].name}}}")
            elif part:
                segments.append(part)
        fault = path_fault("/" + "/".join(segments)) if segments else None
        if fault:
            self._losses.say(
                OPERATION, at, f"`{method} {path[:120]}`: its path {fault}", "left out"
            )
            return None
        if path.endswith("/") and segments:
            self._losses.say(NOT_SAID, at, "the slash at the end of a path", "it ends without")
        for wire in known.keys() - named:
            said = f"`{wire[:80]}` is no template of the path"
            self._losses.say(MALFORMED, known[wire].at, said, "left out", key=False)
        return [*self._base, *segments]

    def _name(self, said: dict[str, Json], at: Path, method: str, path: str) -> str:
        given = text(said.get("operationId"))
        if given is None:
            plain = _TEMPLATE.sub(r"by \1", path).replace("/", " ")
            return self._names.take(operation_name(f"{method.lower()} {plain}"), mark="_")
        wanted = given.rsplit(".", 1)[-1] if given.startswith(f"{self._service}.") else given
        name = self._names.take(operation_name(wanted), mark="_")
        if name != wanted:
            where = (*at, "operationId")
            self._losses.say(RENAMED, where, f"operation `{given[:80]}` is `{name}`", key=False)
        return name

    def _tags(self, said: dict[str, Json]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(texts(said.get("tags")))) or (tag_name(self._service),)

    def _unsaid(self, said: dict[str, Json], at: Path) -> None:
        for key in said:
            where = (*at, key)
            if key == "callbacks":
                self._losses.say(OPERATION, where, "callbacks", "left out")
            elif key not in _KNOWN and not is_extension(key):
                self._losses.say(NOT_SAID, where, f"`{key[:40]}` of an operation")


def _told(said: dict[str, Json]) -> dict[str, Json]:
    keys: dict[str, Json] = {}
    for key in ("summary", "description"):
        if value := text(said.get(key)):
            keys[key] = value
    if said.get("deprecated") is True:
        keys["deprecated"] = True
    extensions = extensions_in(said)
    if extensions.pop("x-internal", False) is True:
        keys["internal"] = True
    return keys | extensions


def _base(schemas: Schemas) -> list[str]:
    """Return the segments that the address of the first server puts before each path."""
    servers = sequence(schemas.references.root.get("servers"))
    url = mapping(servers[0]).get("url") if servers else None
    if len(servers) > 1:
        said = "servers beyond the first one"
        schemas.losses.say(NOT_SAID, ("servers",), said)
    if not isinstance(url, str) or "{" in url:
        if url is not None:
            schemas.losses.say(NOT_SAID, ("servers", 0), "a server with variables", key=False)
        return []
    try:
        segments = [part for part in urlsplit(url).path.split("/") if part]
    except ValueError:
        segments = []
    return [] if path_fault("/" + "/".join(segments)) and segments else segments
