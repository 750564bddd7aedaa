"""Read the responses that are no success into the catalogue of errors, each kind once."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING

from framework import wire
from framework.exchange.calls import Failure
from framework.exchange.keywords import extensions_in, is_extension, mapping, sequence, text
from framework.exchange.media import json_schema
from framework.exchange.names import word_name
from framework.exchange.nodes import ModelNode
from framework.exchange.own import is_framework_problem, problem_name
from framework.exchange.rules import BODY, NOT_SAID, RESPONSE

if TYPE_CHECKING:
    from framework.exchange.nodes import Property
    from framework.exchange.schemas import Schemas
    from framework.syntax import Json, Path

_SUCCESS = range(200, 300)
_ERRORS = range(400, 600)
_LONGEST_TITLE = 120
_OWN = frozenset({"type", "title", "status", "detail", "instance", "errors"})
_RESERVED = frozenset(kind.name for kind in wire.FRAMEWORK_PROBLEMS)
_RESPONSES = ("components", "responses")


class Failures:
    """The errors of a document."""

    def __init__(self, schemas: Schemas) -> None:
        """Read bodies with `schemas`."""
        self._schemas = schemas
        self._known: dict[tuple[object, ...], Failure] = {}
        self._nodes: dict[int, tuple[ModelNode, Failure]] = {}

    @property
    def all(self) -> list[Failure]:
        """Every error, in the order of the document."""
        return list(self._known.values())

    def of(self, responses: dict[str, Json], at: Path) -> list[Failure]:
        """Return the errors among the responses of an operation."""
        found: dict[int, Failure] = {}
        for code, response in responses.items():
            where = (*at, code)
            status = int(code) if code.isdecimal() and len(code) < 4 else 0  # noqa: PLR2004  # as statuses are
            if status in _ERRORS:
                own = self._own(response, where)
                failure = self._failure(response, where, status) if own is None else None
                for each in own or ([failure] if failure else []):
                    found[id(each)] = each
            elif status not in _SUCCESS and code.upper() != "2XX" and not is_extension(code):
                self._schemas.losses.say(RESPONSE, where, f"response `{code[:20]}`", "left out")
        return list(found.values())

    def finish(self) -> None:
        """Take the fields of the errors from the models of their bodies, which are whole now."""
        for node, failure in self._nodes.values():
            failure.fields = [
                field for name, field in node.properties.items() if _fits(name, field)
            ]
            for name, field in node.properties.items():
                if not _fits(name, field) and name not in _OWN:
                    self._schemas.losses.say(NOT_SAID, field.at, f"`{name}` of an error")

    def _own(self, response: Json, at: Path) -> list[Failure] | None:
        """Return the errors behind a response that the compiler wrote; None if it did not."""
        content = mapping(mapping(response).get("content"))
        schema = mapping(mapping(content.get(wire.PROBLEM_MEDIA_TYPE)).get("schema"))
        parts = sequence(schema.get("anyOf")) or [schema]
        sites = [self._schemas.references.follow(part, at) for part in parts]
        found: list[Failure] = []
        for site in sites:
            if site is None or not (is_framework_problem(site[0]) or problem_name(site[0])):
                return None
            name = problem_name(site[0])
            if name is not None:
                found.append(self._declared(name, *site))
        return found

    def _declared(self, name: str, schema: dict[str, Json], at: Path) -> Failure:
        if (name,) in self._known:
            return self._known[(name,)]
        said = mapping(schema.get("properties"))
        status, title = (mapping(said.get(key)).get("const") for key in ("status", "title"))
        description = text(schema.get("description"))
        failure = Failure(
            name,
            at,
            status if isinstance(status, int) else HTTPStatus.INTERNAL_SERVER_ERROR,
            str(title),
            None if description == title else description,
            [],
            extensions_in(schema),
        )
        self._known[(name,)] = failure
        shape = self._schemas.model({**schema, "description": None}, at, f"{name} fields")
        if isinstance(shape.node, ModelNode):
            self._schemas.nodes.remove(shape.node)  # it is an error, not a model
            self._nodes[id(failure)] = (shape.node, failure)
        return failure

    def _failure(self, response: Json, at: Path, status: int) -> Failure | None:
        losses = self._schemas.losses
        found = self._schemas.references.follow(response, at)
        if found is None:
            return None
        said, place = found
        description = text(said.get("description"))
        shared = place if place[:-1] == _RESPONSES else None
        key = (status, description, json.dumps(said.get("content"), sort_keys=True))
        if key in self._known:
            return self._known[key]
        wanted = word_name(str(shared[-1]) if shared else _phrase(status), "error")
        if wanted in _RESERVED:
            wanted = f"{wanted}_error"
        title = (description or _phrase(status)).strip().splitlines()[0][:_LONGEST_TITLE]
        rest = description if description and description.strip() != title else None
        failure = Failure(wanted, place, status, title, rest, [], extensions_in(said))
        self._known[key] = failure
        if said.get("headers"):
            losses.say(NOT_SAID, (*place, "headers"), "`headers` of a response")
        self._body(failure, said, place)
        return failure

    def _body(self, failure: Failure, said: dict[str, Json], place: Path) -> None:
        chosen = json_schema(said.get("content"), (*place, "content"), self._schemas.losses)
        if chosen is None:
            return
        schema, where = chosen
        shape = self._schemas.of(schema, where, f"{failure.wanted} error")
        if where[-2] != wire.PROBLEM_MEDIA_TYPE:
            lost = "the document of an error"
            self._schemas.losses.say(BODY, where, lost, "it is a problem document with its fields")
        if isinstance(shape.node, ModelNode):
            self._nodes[id(failure)] = (shape.node, failure)


def _fits(name: str, field: Property) -> bool:
    return name not in _OWN and "writeonly" not in field.keys


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"
