"""The Python signatures of operations and subscriptions, alike in Protocols, routers and stubs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework.contract import FILE
from framework.emit.python import plain
from framework.emit.scope import argument_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.contract import Event, Operation
    from framework.emit.python import Imports

PAYLOAD = "payload"


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


def operation_method(operation: Operation, imports: Imports) -> Method:
    """Return the method that answers `operation`."""
    arguments = [
        Argument(p.field.name, plain(argument_type(p.field), imports)) for p in operation.parameters
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
    result = "None" if operation.result is None else plain(operation.result, imports)
    return Method(operation.name, tuple(arguments), result, summary(operation))


def event_method(event: Event, imports: Imports) -> Method:
    """Return the method that takes the messages of `event`."""
    message = Argument("message", plain(event.message, imports))
    return Method(event.name, (message,), "None", event.description or f"Take `{event.name}`.")


def summary(operation: Operation) -> str:
    """Return what is said of an operation: summary, description, what it raises and publishes."""
    raises = [f"`{problem.class_name}`" for problem in operation.problems]
    emits = [f"`{event.name}`" for event in operation.emits]
    may = [
        f"May raise {', '.join(raises)}." if raises else "",
        f"May publish {', '.join(emits)}." if emits else "",
    ]
    gone = operation.deprecated.sentence if operation.deprecated else ""
    parts = (operation.summary, operation.description, gone, " ".join(part for part in may if part))
    return "\n\n".join(part for part in parts if part)
