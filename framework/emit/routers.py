"""Emit one FastAPI router for each router spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework.contract import Location, Presence
from framework.emit.artefact import Artefact
from framework.emit.python import Imports, literal, render
from framework.emit.scope import Scope, argument_type
from framework.emit.signatures import PAYLOAD, Argument, declared, summary
from framework.project import GENERATED, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Operation, Parameter, Router


class _Route(NamedTuple):
    """An operation as it is printed: what its decorator is told, its function takes and passes."""

    operation: Operation
    tagged: str
    taken: str
    passed: str
    result: str
    text: str


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/routers/<service>/<tag>.py`."""
    scope = Scope.of(contract)
    for service in contract.services:
        for router in service.routers:
            path = GENERATED / "routers" / service.package / f"{router.name}.py"
            yield Artefact(path, _text(router, service.package, scope), router.origin)


def _text(router: Router, package: str, scope: Scope) -> str:
    imports = Imports(
        "collections.abc.Callable",
        "typing.Annotated",
        "fastapi.APIRouter",
        "fastapi.Depends",
        "framework.runtime.http.ContractRoute",
        "framework.runtime.http.operation",
        f"{PACKAGE}.controllers.{package}.{router.protocol}",
    )
    controller = Argument("controller", f"Annotated[{router.protocol}, Depends(provide)]")
    routes = [_route(operation, controller, scope, imports) for operation in router.operations]
    return render("router.py.j2", router=router, routes=routes, imports=imports)


def _route(operation: Operation, controller: Argument, scope: Scope, imports: Imports) -> _Route:
    required = operation.parameters_that(Presence.REQUIRED)
    others = operation.parameters_that(Presence.DEFAULTED, Presence.OPTIONAL)
    arguments = [_argument(parameter, scope, imports) for parameter in required]
    if operation.body is not None:
        imports.add("framework.runtime.http.json_body")
        body = scope.annotations(imports).write(operation.body)
        arguments.append(Argument(PAYLOAD, f"Annotated[{body}, json_body({body})]"))
    arguments += [_argument(parameter, scope, imports) for parameter in others]
    result = scope.annotations(imports).write(operation.result) if operation.result else "None"
    return _Route(
        operation=operation,
        tagged=", ".join(_tagged(operation, imports)),
        taken=", ".join(declared((controller, *arguments))),
        passed=", ".join(f"{name}={name}" for name, _ in arguments),
        result=result,
        text=summary(operation),
    )


def _tagged(operation: Operation, imports: Imports) -> Iterator[str]:
    for problem in operation.problems:
        imports.add(f"{PACKAGE}.errors.{problem.class_name}")
    if operation.problems:
        yield f"errors=[{', '.join(problem.class_name for problem in operation.problems)}]"
    if operation.emits:
        yield f"emits={literal([event.name for event in operation.emits])}"
    if operation.location:
        yield f"location={literal(operation.location)}"


def _argument(parameter: Parameter, scope: Scope, imports: Imports) -> Argument:
    field = parameter.field
    source = parameter.location.value.capitalize()
    imports.add(f"fastapi.{source}")
    alias = f"alias={literal(field.wire)}" if _default_wire(parameter) != field.wire else ""
    written = scope.annotations(imports).write(argument_type(field), f"{source}({alias})")
    default = scope.default(field, imports)
    return Argument(field.name, written if default is None else f"{written} = {default}")


def _default_wire(parameter: Parameter) -> str:
    """Return the wire name that FastAPI derives by itself; headers are always spelled out."""
    return "" if parameter.location is Location.HEADER else parameter.field.name
