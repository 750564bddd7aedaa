"""Emit typed clients: of each service, just the operations that the asking one consumes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from framework.contract import names
from framework.emit.artefact import Artefact
from framework.emit.delivery import calling
from framework.emit.python import Imports, literal, plain, render
from framework.emit.scope import Scope, argument_type
from framework.emit.signatures import PAYLOAD, Argument, declared, summary
from framework.project import GENERATED, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.contract import Consumption, Contract, Operation, Parameter, Service
    from framework.emit.python import Annotations


class _Method(NamedTuple):
    """An operation as it is printed: its constant, what that says, what its method takes."""

    name: str
    constant: str
    call: str
    taken: str
    given: list[str]
    result: str
    text: str


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/clients/<service>.py`."""
    scope = Scope.of(contract)
    for service in contract.services:
        if service.consumes and service.is_python:
            path = GENERATED / "clients" / f"{service.package}.py"
            yield Artefact(path, _text(service, scope), "services.yml")


def _text(service: Service, scope: Scope) -> str:
    # The module, not its classes: a model may be called `Client`.
    imports = Imports("framework.runtime.clients")
    writer = _Writer(scope, imports)
    targets: dict[str, list[Consumption]] = {}
    for consumption in service.consumes:
        targets.setdefault(consumption.service, []).append(consumption)
    clients = [
        (target, names.client(target), [*writer.methods(consumed)])
        for target, consumed in targets.items()
    ]
    return render("clients.py.j2", service=service, clients=clients, imports=imports)


class _Writer:
    """Writes the methods of one module, collecting its imports."""

    def __init__(self, scope: Scope, imports: Imports) -> None:
        self._scope = scope
        self._imports = imports
        self._types: Annotations = scope.annotations(imports)

    def methods(self, consumed: Iterable[Consumption]) -> Iterator[_Method]:
        """Yield a method for each operation; versions of one name are told apart by their ids."""
        asked = [*consumed]
        often = Counter(consumption.operation.name for consumption in asked)
        for consumption in asked:
            operation = consumption.operation
            versioned = "_".join(operation.id.split(".")[:0:-1])
            name = operation.name if often[operation.name] == 1 else versioned
            yield self._method(consumption, name)

    def _method(self, consumption: Consumption, name: str) -> _Method:
        operation = consumption.operation
        said = [*self._call(operation), *calling(consumption)]
        parameters = [self._argument(parameter) for parameter in operation.parameters]
        payload: list[Argument] = []
        if operation.body is not None:
            payload.append(Argument(PAYLOAD, plain(operation.body, self._imports)))
        arguments = [*payload, *parameters]
        given = [argument.name for argument in payload]
        given += [
            f"{parameter.field.name}={parameter.field.name}" for parameter in operation.parameters
        ]
        result = "None" if operation.result is None else plain(operation.result, self._imports)
        return _Method(
            name=name,
            constant=f"_{names.constant(operation.id)}",
            call=f"clients.Call[{result}]({', '.join(said)})",
            taken=", ".join(["self", *(["*", *declared(arguments)] if arguments else [])]),
            given=given,
            result=result,
            text=summary(operation),
        )

    def _argument(self, parameter: Parameter) -> Argument:
        field = parameter.field
        written = plain(argument_type(field), self._imports)
        default = self._scope.default(field, self._imports)
        return Argument(field.name, written if default is None else f"{written} = {default}")

    def _call(self, operation: Operation) -> Iterator[str]:
        """Yield the arguments of the operation's constant."""
        yield from map(literal, (operation.id, operation.method, operation.path, operation.status))
        if operation.parameters:
            parameters = ", ".join(self._parameter(p) for p in operation.parameters)
            yield f"parameters=[{parameters}]"
        for key, type_ in (("body", operation.body), ("result", operation.result)):
            if type_ is not None:
                yield f"{key}={self._types.write(type_)}"
        if operation.problems:
            for problem in operation.problems:
                self._imports.add(f"{PACKAGE}.errors.{problem.class_name}")
            errors = ", ".join(problem.class_name for problem in operation.problems)
            yield f"errors=[{errors}]"

    def _parameter(self, parameter: Parameter) -> str:
        place, field = parameter.location.value, parameter.field
        said = [literal(field.name), self._types.write(field.type)]
        if field.wire != field.name:
            said.append(literal(field.wire))
        return f"clients.{place}({', '.join(said)})"
