"""SPEC204 `class-name-taken`."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from framework.check.names import IMPORTED
from framework.check.namespace import service_names
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping

    from framework.check.namespace import Name
    from framework.check.view import View


def class_name_taken(view: View) -> Iterator[Finding]:
    """Find names that compile to a Python name which something else has already.

    ## Why is this bad?
    A model `User` with a variant `Read` compiles to the class `UserRead`; so does a model of that
    name. One of the two would silently replace the other, as it would replace what generated
    modules import (`Field`, `Path`, `Event`, ...).

    ## Example
    ```yaml
    models:
      User: {fields: {id: int}, variants: {Read: {}}}
      UserRead: {fields: {at: datetime}}
    ```

    ## Use instead
    ```yaml
    models:
      User: {fields: {id: int}, variants: {Read: {}}}
      UserReading: {fields: {at: datetime}}
    ```
    """
    taken: dict[str, Name] = {}
    yield from _clashes(view.names, taken)
    for service in view.specs.services:
        yield from _clashes(service_names(view, service), ChainMap({}, taken))


def _clashes(names: Iterable[Name], taken: MutableMapping[str, Name]) -> Iterator[Finding]:
    for name in names:
        first = taken.setdefault(name.name, name)
        if first is not name:
            yield Finding(
                f"{name.said} compiles to `{name.name}`, and so does {first.said}",
                name.place,
                key=not name.of_service,
                help="rename one of the two",
                related=((first.place, f"{first.said} stands here"),),
            )
        elif name.name in IMPORTED:
            yield Finding(
                f"{name.said} compiles to `{name.name}`, which generated modules import",
                name.place,
                key=not name.of_service,
                help=f"rename it, for example to `{name.name}Entry`",
            )


RULE = CheckRule("SPEC204", "class-name-taken", class_name_taken)
