"""A controller on its first day: what it is given, and one typed method for each operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.emit.python import docstring, render
from framework.project import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.contract import Service
    from framework.emit.python import Imports
    from framework.emit.signatures import Method


def stub(  # what is said of a controller, and what it is made of
    service: Service,
    tag: str,
    *,
    text: str,
    methods: Iterable[Method],
    publishes: bool,
    imports: Imports,
) -> str:
    """Return the module of a controller whose methods are not written yet.

    It is given what its service may reach: a session if there is a database, and the publisher if
    one of its operations `publishes`.
    """
    consumes = tag == "events"
    given = dict(_given(service, publishes=publishes, consumes=consumes))
    for needed in given.values():
        for name in needed:
            imports.add(name)
    return render(
        "scaffold/controller.py.j2",
        service=service,
        tag=tag,
        name=names.protocol(tag),
        text=text,
        methods=[(method, _said(method, "Take" if consumes else "Answer")) for method in methods],
        given=given,
        publisher=names.publisher(service.name),
        imports=imports,
    )


def _given(
    service: Service, *, publishes: bool, consumes: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each argument of the constructor with the imports that it takes."""
    runtime = "framework.runtime.events" if consumes else "framework.runtime.http"
    if service.database:
        yield "session", (f"{runtime}.Session",)
    if publishes:
        publisher = names.publisher(service.name)
        yield (
            "events",
            (
                "typing.Annotated",
                "fastapi.Depends",
                f"{runtime}.publisher",
                f"{PACKAGE}.events.publishers.{service.package}.{publisher}",
            ),
        )


def _said(method: Method, verb: str) -> str:
    """Return a docstring that any style accepts: what a spec says stands behind its first line."""
    first = f"{verb} `{method.name}`."
    more = method.text.removeprefix(first).removeprefix(names.sentence(method.name)).strip()
    plain = more and "\\" not in more and '"""' not in more
    return docstring(f"{first}\n\n{more}" if plain else first, 8)
