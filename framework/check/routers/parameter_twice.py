"""SPEC310 `parameter-twice`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View
    from framework.spec import Place


def parameter_twice(view: View) -> Iterator[Finding]:
    """Find parameters of one operation that share a name, in Python or on the wire.

    ## Why is this bad?
    All parameters are keywords of one method, wherever they travel, and so is a file; and of two
    headers of one name, in whatever case, only one would be read.

    ## Example
    ```yaml
    {params: {user_id: User.id}, query: {user_id: User.id}}
    ```

    ## Use instead
    ```yaml
    query: {author_id: User.id}
    ```
    """
    for operation in view.operations:
        taken: dict[tuple[str, str], Place] = {}
        for place, *names in _named(operation):
            double = next((name for name in names if name in taken), None)
            if double:
                said = f"two parameters of `{operation.name}` are named `{double[1]}`"
                related = ((taken[double], "the other one stands here"),)
                yield Finding(said, place, key=True, help="rename one of the two", related=related)
            taken = dict.fromkeys(names, place) | taken


def _named(operation: Operation) -> Iterator[tuple[Place, tuple[str, str], tuple[str, str]]]:
    spec, request = operation.spec, operation.request
    if request and request.file:
        yield operation.place.at("request", "file"), ("Python", "file"), ("fields", "file")
        for name, keys in request.fields.items():
            at = operation.place.at("request", "fields", name)
            yield at, ("Python", name), ("fields", keys.alias or name)
    if spec.headers or spec.query or spec.cookies or (request and request.file):
        for _, group in GROUPS:
            for name, keys in getattr(spec, group).items():
                plain = f"x-{name.replace('_', '-')}" if group == "headers" else name
                wire = (keys.alias or plain).lower() if group == "headers" else keys.alias or plain
                yield operation.place.at(group, name), ("Python", name), (group, wire)


RULE = CheckRule("SPEC310", "parameter-twice", parameter_twice)
