"""The Python signatures of operations and subscriptions, alike in Protocols, routers and stubs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework.contract import FILE, Operation
from framework.emit.python import plain
from framework.emit.scope import argument_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.contract import Event, Page, Router, Socket
    from framework.emit.python import Imports

PAYLOAD, SOCKET = "payload", "socket"
PAGE, ONCE = "page", "once"


class Argument(NamedTuple):
    """A keyword argument of a controller's method."""

    name: str
    annotation: str


class Method(NamedTuple):
    """A method of a controller; `stream` is what the messages of one are that streams."""

    name: str
    arguments: tuple[Argument, ...]
    result: str
    text: str
    stream: str | None = None

    @property
    def taken(self) -> str:
        """What stands between the parentheses of its definition."""
        return ", ".join(("self", "*", *declared(self.arguments)) if self.arguments else ("self",))


def declared(arguments: Iterable[Argument]) -> Iterator[str]:
    """Yield each argument with its annotation."""
    return (f"{name}: {annotation}" for name, annotation in arguments)


def router_methods(router: Router, imports: Imports) -> list[Method]:
    """Return the methods that answer what `router` lists."""
    operations = [operation_method(operation, imports) for operation in router.operations]
    return operations + [socket_method(socket, imports) for socket in router.sockets]


def operation_method(operation: Operation, imports: Imports) -> Method:
    """Return the method that answers `operation`."""
    arguments = [
        Argument(p.field.name, plain(argument_type(p.field), imports)) for p in operation.given
    ]
    if operation.body is not None:
        arguments.append(Argument(PAYLOAD, plain(operation.body, imports)))
    if operation.upload is not None:
        imports.add("framework.runtime.uploads.Upload")
        arguments.append(Argument(FILE, "Upload"))
        arguments += [
            Argument(field.name, plain(argument_type(field), imports))
            for field in operation.upload.fields or ()
        ]
    if operation.stream is not None:
        imports.add("framework.runtime.http.Stream")
        stream = plain(operation.stream, imports)
        text = summary(operation)
        return Method(operation.name, tuple(arguments), f"Stream[{stream}]", text, stream)
    if operation.page is not None:
        arguments.append(Argument(PAGE, _page_class(operation.page, "Query", imports)))
    return Method(operation.name, tuple(arguments), _result(operation, imports), summary(operation))


def socket_method(socket: Socket, imports: Imports) -> Method:
    """Return the method that converses over `socket`."""
    arguments = [
        Argument(p.field.name, plain(argument_type(p.field), imports)) for p in socket.parameters
    ]
    imports.add("framework.runtime.http.Socket")
    arguments.append(Argument(SOCKET, f"Socket[{', '.join(travelling(socket, imports))}]"))
    return Method(socket.name, tuple(arguments), "None", summary(socket))


def travelling(socket: Socket, imports: Imports) -> Iterator[str]:
    """Yield the types of what is received and of what is sent; nothing is `Never`."""
    for type_ in (socket.receives, socket.sends):
        if type_ is None:
            imports.add("typing.Never")
        yield "Never" if type_ is None else plain(type_, imports)


def event_method(event: Event, imports: Imports) -> Method:
    """Return the method that takes the messages of `event`."""
    message = Argument("message", plain(event.message, imports))
    return Method(event.name, (message,), "None", event.description or f"Take `{event.name}`.")


def summary(operation: Operation | Socket) -> str:
    """Return what is said of an operation: summary, description, what it raises and publishes."""
    raises = [f"`{problem.class_name}`" for problem in operation.problems]
    call = operation if isinstance(operation, Operation) else None
    emits = [f"`{event.name}`" for event in call.emits] if call else []
    may = [
        f"May raise {', '.join(raises)}." if raises else "",
        f"May publish {', '.join(emits)}." if emits else "",
    ]
    gone = call.deprecated.sentence if call and call.deprecated else ""
    parts = (operation.summary, operation.description, gone, " ".join(part for part in may if part))
    return "\n\n".join(part for part in parts if part)


def _result(operation: Operation, imports: Imports) -> str:
    """Return what a controller returns: of a page what stands on it, for the runtime writes it."""
    if operation.page is not None:
        page = _page_class(operation.page, "Page", imports)
        return f"{page}[{plain(operation.page.item, imports)}]"
    return "None" if operation.result is None else plain(operation.result, imports)


def _page_class(page: Page, suffix: str, imports: Imports) -> str:
    name = f"{page.by.value.capitalize()}{suffix}"
    imports.add(f"framework.runtime.pages.{name}")
    return name
