"""Controllers that answer with values of what their operations return, whatever they are asked."""

from __future__ import annotations

import json
from http import HTTPStatus
from importlib import import_module
from itertools import cycle
from typing import TYPE_CHECKING, Any, get_type_hints

from hypothesis import HealthCheck, find, given, settings
from pydantic import TypeAdapter, ValidationError

from framework.contract import Location
from tests.behaviour.json_values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Operation, Router, Service

QUIET = settings(
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def answering(contract: Contract, service: Service) -> dict[str, type[Any]]:
    """Return the controllers of a compiled and imported service, by the name of their router."""
    protocols = import_module(f"shared.generated.controllers.{service.package}")
    values = Values(contract)
    given = {
        router.name: _controller(router, getattr(protocols, router.protocol), values)
        for router in service.routers
    }
    if service.subscribes:
        names = [name for name in vars(protocols.EventsController) if name[0] != "_"]
        given["events"] = type("Deaf", (), dict.fromkeys(names, _deaf))
    return given


def _controller(router: Router, protocol: type, values: Values) -> type[Any]:
    gone: set[str] = set()
    methods = {}
    for operation in router.operations:
        answers: list[object] = [None]
        if operation.result is not None:
            answers = _valid(values.good(operation.result), getattr(protocol, operation.name))
        methods[operation.name] = _remembering(operation, cycle(answers), gone, values)
    return type("Answering", (), methods)


def _remembering(
    operation: Operation, turn: Iterator[object], gone: set[str], values: Values
) -> Any:  # noqa: ANN401 - a method of any Protocol
    """Answer each in its turn; what was deleted is gone until something is created."""
    missing = next((p for p in operation.problems if p.status == HTTPStatus.NOT_FOUND), None)
    names = [(p.field.wire, p.field.name) for p in operation.parameters_in(Location.PATH)]

    fields = missing.fields if missing else ()
    told = {f.name: find(values.good(f.type), lambda _: True, settings=QUIET) for f in fields}

    async def method(_: object, **given: object) -> object:
        address = operation.path.format_map({wire: given[name] for wire, name in names})
        if operation.method == "POST":
            gone.clear()
        elif missing is not None and address in gone:
            problem = getattr(import_module("shared.generated.errors"), missing.class_name)
            raise problem(**told)
        if operation.method == "DELETE":
            gone.add(address)
        return next(turn)

    return method


async def _deaf(_: object, *__: object, **___: object) -> None:
    """Take any event."""


def _valid(strategy: Any, method: Any) -> list[object]:  # noqa: ANN401 - of hypothesis, generated
    """Return the least value that `method` may return, and some others, as its models."""
    adapter = TypeAdapter[object](get_type_hints(method)["return"])

    def read(value: object) -> object:
        return adapter.validate_json(json.dumps(value), strict=True, by_name=False)

    def is_valid(value: object) -> bool:
        try:
            read(value)
        except ValidationError:
            return False
        return True

    drawn: list[object] = [find(strategy, is_valid, settings=QUIET)]

    @QUIET
    @given(strategy)
    def draw(value: object) -> None:
        if is_valid(value):
            drawn.append(value)

    draw()
    return [read(value) for value in drawn]
