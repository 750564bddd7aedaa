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
    `User.Read` compiles to the class `UserRead`, and so does a model of that name. One of the two
    would replace the other, or what generated modules import (`Field`, `Path`, `Event`, ...).

    ## Example
    ```yaml
    UserRead: {fields: {at: datetime}}      # User: {variants: {Read: {}}}
    ```

    ## Use instead
    ```yaml
    UserReading: {fields: {at: datetime}}
    ```
    """
    taken: dict[str, Name] = {}
    yield from _clashes(view.names, taken)
    for service in view.specs.services:
        yield from _clashes(service_names(view, service), ChainMap({}, taken))


def _clashes(names: Iterable[Name], taken: MutableMapping[str, Name]) -> Iterator[Finding]:
    for name in names:
        first, key = taken.setdefault(name.name, name), not name.of_service
        if first is not name:
            said = f"`{name.name}` is the Python name of {name.said}, and of {first.said}"
            related = ((first.place, f"{first.said} stands here"),)
            yield Finding(said, name.place, key, help="rename one of the two", related=related)
        elif name.name in IMPORTED:
            said = f"{name.said} has the Python name `{name.name}`, which generated code imports"
            help_ = f"rename it, for example to `{name.name}Entry`"
            yield Finding(said, name.place, key, help=help_)


RULE = CheckRule("SPEC204", "class-name-taken", class_name_taken)
