"""Emit one FastAPI router for each router spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework.contract import Listed, Location, Paging, Presence
from framework.emit.artefact import Artefact
from framework.emit.python import Imports, literal, render
from framework.emit.scope import Scope, argument_type
from framework.emit.signatures import (
    ONCE,
    PAGE,
    PAYLOAD,
    SOCKET,
    Argument,
    declared,
    summary,
    travelling,
)
from framework.emit.uploads import file_argument, form_argument, form_class, passed_on
from framework.project import GENERATED, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import (
        Contract,
        Operation,
        Page,
        Parameter,
        Problem,
        Router,
        Socket,
        Upload,
    )
    from framework.emit.uploads import Form


class _Route(NamedTuple):
    """An operation as it is printed: what its decorator is told, its function takes and does."""

    name: str
    decorators: tuple[str, ...]
    taken: str
    call: str
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
        f"{PACKAGE}.controllers.{package}.{router.protocol}",
    )
    if router.operations:
        imports.add("framework.runtime.http.operation")
    writer = _Writer(router, scope, imports)
    routes = [writer.route(operation) for operation in router.operations]
    routes += [writer.socket(socket) for socket in router.sockets]
    return render("router.py.j2", router=router, forms=writer.forms, routes=routes, imports=imports)


class _Writer:
    """Writes the routes of one module, collecting its imports."""

    def __init__(self, router: Router, scope: Scope, imports: Imports) -> None:
        controller = f"Annotated[{router.protocol}, Depends(provide)]"
        self._controller = Argument("controller", controller)
        self._scope = scope
        self._imports = imports
        self._annotated = scope.annotations(imports).write
        self.forms: list[Form] = []

    def route(self, operation: Operation) -> _Route:
        required = operation.parameters_that(Presence.REQUIRED)
        others = operation.parameters_that(Presence.DEFAULTED, Presence.OPTIONAL)
        arguments = [self._argument(parameter) for parameter in required]
        if operation.body is not None:
            self._imports.add("framework.runtime.http.json_body")
            body = self._annotated(operation.body)
            arguments.append(Argument(PAYLOAD, f"Annotated[{body}, json_body({body})]"))
        if operation.page is not None:
            arguments.append(self._page(operation, operation.page))
        passed = [f"{name}={name}" for name, _ in arguments]
        upload = operation.upload
        if upload is not None:
            passed += passed_on(upload)
            arguments.append(self._uploaded(operation, upload))
        optional = [self._argument(parameter) for parameter in others]
        passing = ", ".join((*passed, *(f"{name}={name}" for name, _ in optional)))
        call, result = self._answer(operation, passing)
        if operation.idempotency is not None:
            arguments.append(self._once(operation, operation.idempotency))
        return _Route(
            name=operation.name,
            decorators=(_bound(operation), f"operation({', '.join(self._tagged(operation))})"),
            taken=", ".join(declared((self._controller, *arguments, *optional))),
            call=call,
            result=result,
            text=summary(operation),
        )

    def _page(self, operation: Operation, page: Page) -> Argument:
        asked, read = f"{page.by.value.capitalize()}Request", f"{page.by.value}_request"
        self._imports.add(f"framework.runtime.http.{asked}")
        self._imports.add(f"framework.runtime.http.{read}")
        told = literal(operation.id) if page.by is Paging.CURSOR else ""
        return Argument(PAGE, f"Annotated[{asked}, {read}({told})]")

    def _uploaded(self, operation: Operation, upload: Upload) -> Argument:
        if upload.fields is None:
            return file_argument(upload, self._imports)
        self.forms.append(form_class(operation, upload, self._scope, self._imports))
        return form_argument(operation, upload, self._imports)

    def socket(self, socket: Socket) -> _Route:
        """Return the route of a WebSocket; its function is given the conversation."""
        for name in ("Socket", "socket_of", "socket_route"):
            self._imports.add(f"framework.runtime.http.{name}")
        kinds = ", ".join(travelling(socket, self._imports))
        required = socket.parameters_that(Presence.REQUIRED)
        others = socket.parameters_that(Presence.DEFAULTED, Presence.OPTIONAL)
        arguments = [self._argument(parameter) for parameter in required]
        arguments.append(Argument(SOCKET, f"Annotated[Socket[{kinds}], Depends(socket_of)]"))
        arguments += [self._argument(parameter) for parameter in others]
        passed = ", ".join(f"{name}={name}" for name, _ in arguments)
        return _Route(
            name=socket.name,
            decorators=(f"socket_route({', '.join(self._listed(socket))})",),
            taken=", ".join(declared((self._controller, *arguments))),
            call=f"await controller.{socket.name}({passed})",
            result="None",
            text=summary(socket),
        )

    def _listed(self, socket: Socket) -> Iterator[str]:
        """Yield the arguments of the decorator of a WebSocket."""
        yield "router"
        yield literal(socket.route)
        yield from self._errors(socket.problems)
        if socket.auth:
            yield f"auth={literal(socket.auth.name)}"
        if socket.receives is not None:
            yield f"receives={self._annotated(socket.receives)}"
        if socket.sends is not None:
            yield f"sends={self._annotated(socket.sends)}"

    def _once(self, operation: Operation, presence: Presence) -> Argument:
        self._imports.add("framework.runtime.http.Once")
        self._imports.add("framework.runtime.http.idempotent")
        told = f"{literal(operation.id)}, {literal(presence.value)}"
        return Argument(ONCE, f"Annotated[Once, idempotent({told})]")

    def _answer(self, operation: Operation, passing: str) -> tuple[str, str]:
        """Return what the function does with its controller, and what it returns."""
        method = f"controller.{operation.name}"
        call = f"{method}({passing})"
        if operation.idempotency is not None:
            call = f"{ONCE}({method}{', ' if passing else ''}{passing})"
        if operation.stream is not None:
            self._imports.add("framework.runtime.http.EventStream")
            return f"return EventStream({call})", "EventStream"
        if operation.page is not None:
            model = self._annotated(operation.page.model)
            return f"return {PAGE}.answer({model}, await {call})", model
        if operation.result is not None:
            return f"return await {call}", self._annotated(operation.result)
        return f"await {call}", "None"

    def _argument(self, parameter: Parameter) -> Argument:
        field = parameter.field
        source = parameter.location.value.capitalize()
        self._imports.add(f"fastapi.{source}")
        alias = f"alias={literal(field.wire)}" if _default_wire(parameter) != field.wire else ""
        marks = [f"{source}({alias})"]
        if parameter.location is Location.HEADER and isinstance(field.type, Listed):
            self._imports.add("framework.runtime.types.CommaSeparated")
            marks.insert(0, "CommaSeparated()")
        written = self._annotated(argument_type(field), *marks)
        default = self._scope.default(field, self._imports)
        return Argument(field.name, written if default is None else f"{written} = {default}")

    def _tagged(self, operation: Operation) -> Iterator[str]:
        yield from self._errors(operation.problems)
        if operation.emits:
            yield f"emits={literal([event.name for event in operation.emits])}"
        if operation.auth:
            yield f"auth={literal(operation.auth.name)}"
        if operation.location:
            yield f"location={literal(operation.location)}"
        if operation.deprecated and operation.deprecated.headers:
            yield f"headers={literal(operation.deprecated.headers)}"
        if operation.stream is not None:
            yield f"stream={self._annotated(operation.stream)}"

    def _errors(self, problems: tuple[Problem, ...]) -> Iterator[str]:
        for problem in problems:
            self._imports.add(f"{PACKAGE}.errors.{problem.class_name}")
        if problems:
            yield f"errors=[{', '.join(problem.class_name for problem in problems)}]"


def _bound(operation: Operation) -> str:
    """Return how FastAPI is told of an operation."""
    told = (
        literal(operation.route),
        f"status_code={operation.status}",
        f"operation_id={literal(operation.id)}",
    )
    return f"router.{operation.method.lower()}({', '.join(told)})"


def _default_wire(parameter: Parameter) -> str:
    """Return the wire name that FastAPI derives by itself; headers are always spelled out."""
    return "" if parameter.location is Location.HEADER else parameter.field.name
