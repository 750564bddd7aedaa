"""Import an OpenAPI document: its text in, the text of spec files and a report out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.check.names import pascal
from framework.check.service_names import service_fault
from framework.diagnostics import Diagnostic, Span, has_errors, sort_unique
from framework.exchange.bodies import settle_payload
from framework.exchange.files import Read, lay_out
from framework.exchange.fold import fold
from framework.exchange.identities import refer
from framework.exchange.keywords import extensions_in, is_extension, mapping, sequence, text
from framework.exchange.links import follow_links
from framework.exchange.losses import Losses
from framework.exchange.names import word_name
from framework.exchange.naming import direct, name_all, router_names
from framework.exchange.operations import Operations
from framework.exchange.own import is_ours
from framework.exchange.refs import References
from framework.exchange.rules import NO_DOCUMENT, NOT_SAID, OPERATION
from framework.exchange.schemas import Schemas
from framework.exchange.settle import settle
from framework.layout import print_spec
from framework.project import kind_of
from framework.syntax import read_foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framework.syntax import Json

_VERSION = re.compile(r"3\.[01](\.[0-9]+)?(-[a-z0-9.]+)?")
_TOP = frozenset(
    {"openapi", "info", "servers", "paths", "components", "tags", "security", "webhooks"}
)
_COMPONENTS = frozenset(
    {"schemas", "responses", "parameters", "requestBodies", "headers", "examples", "links"}
    | {"securitySchemes", "callbacks", "pathItems"}
)
_SERVICES = "services.yml"
_EMPTY = 204


@dataclass(frozen=True, slots=True)
class Imported:
    """The files of an import by path, what they declare as a service, and what was lost."""

    service: str
    entry: dict[str, Json]
    files: Mapping[str, str]
    schemes: Mapping[str, Json]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    @property
    def failed(self) -> bool:
        """Whether there was nothing to import."""
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where an import goes: the service, and the class names of the project with their files.

    `schemes` tells that the project has schemes, so that every operation says who may call it.
    """

    service: str | None = None
    taken: Mapping[str, str] = field(default_factory=dict[str, str])
    schemes: bool = False


def import_openapi(path: str, raw: bytes, wanted: Wanted) -> Imported:
    """Import the document `raw` that was read from `path`; never raises for what it holds."""
    reading = read_foreign(path, raw)
    sources = {path: reading.text}
    document = reading.document
    if document is None:
        return Imported("", {}, {}, {}, reading.diagnostics, sources)
    root = document.content
    if not isinstance(root, dict) or not _is_openapi(root):
        said = mapping(root)
        at: tuple[str, ...] = next(((k,) for k in ("openapi", "swagger") if k in said), ())
        place = document.span(at) if at else Span(path, 1, 1, 1, 2)
        message = "the file is no OpenAPI document of version 3.0 or 3.1"
        found = Diagnostic(NO_DOCUMENT.code, NO_DOCUMENT.id, message, place)
        return Imported("", {}, {}, {}, (found,), sources)
    losses = Losses(document)
    service = wanted.service or _service(root)
    files, services = _files(root, service, wanted, losses)
    entry = mapping(next(iter(sequence(services.get("services"))), None))
    schemes = mapping(services.get("auth"))
    return Imported(service, entry, files, schemes, sort_unique(losses.diagnostics()), sources)


def service_entry(service: str, root: dict[str, Json]) -> dict[str, Json]:
    """Return what `services.yml` says of a service that a document describes."""
    info = mapping(root.get("info"))
    description = text(info.get("description"))
    told: dict[str, Json] = {"description": description} if description else {}
    extensions = extensions_in(info)
    return {"name": service, "type": "python-fastapi", **told, "exposes": ["rest"], **extensions}


def _files(
    root: dict[str, Json], service: str, wanted: Wanted, losses: Losses
) -> tuple[Mapping[str, str], dict[str, Json]]:
    schemas = Schemas(References(root, losses), losses)
    _top(root, losses)
    operations = Operations(schemas, service)
    schemas.components()
    operations.read()
    schemas.finish()
    operations.failures.finish()
    for call in operations.calls:
        call.body = settle_payload(call.body, schemas, "body")
        call.answer.shape = settle_payload(call.answer.shape, schemas, "response")
        if call.answer.shape is None:
            call.answer.status = _EMPTY
    follow_links(operations.calls)
    failures = operations.failures.all
    if is_ours(root):
        refer(schemas.nodes)
    direct(schemas.nodes, operations.calls, failures)
    classes, taken = _classes(operations), _others(wanted.taken, service)
    name_all(schemas.nodes, failures, (service, {*taken, *classes}), losses)
    schemes = operations.security.used
    read = Read(
        service,
        schemas.nodes,
        operations.calls,
        failures,
        _tags(root, losses),
        bool(schemes) or wanted.schemes,
    )
    hiding = {*taken, *classes, *(node.name for node in schemas.nodes)}
    files = lay_out(read, hiding, losses)
    declared: dict[str, Json] = {"auth": {**schemes}} if schemes else {}
    files.trees[_SERVICES] = {"version": 1, **declared, "services": [service_entry(service, root)]}
    settle(files, losses)
    fold(files, service, hiding - {node.name for node in schemas.nodes}, ours=is_ours(root))
    kept = files.trees.pop(_SERVICES)
    texts = {
        path: print_spec(tree, kind_of(path) or "")
        for path, tree in sorted(files.trees.items())
        if tree
    }
    return texts, kept


def _others(taken: Mapping[str, str], service: str) -> frozenset[str]:
    """Return the names that files other than those of this import declare."""
    own = tuple(f"specs/{kind}/{service}" for kind in ("models", "errors"))
    return frozenset(
        name
        for name, file in taken.items()
        if not any(file.startswith(f"{o}{end}") for o in own for end in ("/", ".yaml"))
    )


def _is_openapi(root: dict[str, Json]) -> bool:
    version = root.get("openapi")
    return isinstance(version, str) and _VERSION.fullmatch(version) is not None


def _service(root: dict[str, Json]) -> str:
    title = text(mapping(root.get("info")).get("title"))
    if title and service_fault(title) is None:
        return title
    name = word_name(title or "imported", "service")
    return f"{name}_service" if name in {"shared", "framework", "none", "internet"} else name


def _top(root: dict[str, Json], losses: Losses) -> None:
    for key in root:
        if key in {"webhooks", "x-webhooks"}:
            losses.say(OPERATION, (key,), "webhooks", "left out")
        elif key not in _TOP:
            losses.say(NOT_SAID, (key,), f"`{key[:40]}` of the document")
    for key in mapping(root.get("info")):
        if key not in {"title", "description"} and not is_extension(key):
            losses.say(NOT_SAID, ("info", key), f"`{key[:40]}` of the document")
    components = mapping(root.get("components"))
    for key in components:
        if key not in _COMPONENTS:
            losses.say(NOT_SAID, ("components", key), f"`{key[:40]}` of the components")


def _tags(root: dict[str, Json], losses: Losses) -> dict[str, dict[str, Json]]:
    found: dict[str, dict[str, Json]] = {}
    for index, tag in enumerate(sequence(root.get("tags"))):
        said = mapping(tag)
        name = said.get("name")
        if isinstance(name, str):
            found[name] = said
        for key in said:
            if key not in {"name", "description"} and not is_extension(key):
                losses.say(NOT_SAID, ("tags", index, key), f"`{key[:40]}` of a tag")
    return found


def _classes(operations: Operations) -> Iterable[str]:
    return [f"{pascal(name)}Controller" for name in router_names(operations.calls).values()]
