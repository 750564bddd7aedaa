"""SPEC310 `parameter-twice`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View
    from framework.spec import Place


def parameter_twice(view: View) -> Iterator[Finding]:
    """Find parameters of one operation that share a name, in Python or on the wire.

    ## Why is this bad?
    All parameters are keywords of one method, wherever they travel; and of two query parameters
    or headers of one name only one would be read. Headers do not tell capitals from small letters.

    ## Example
    ```yaml
    params: {user_id: User.id}
    query: {user_id: User.id}
    ```

    ## Use instead
    ```yaml
    params: {user_id: User.id}
    query: {author_id: User.id}
    ```
    """
    for operation in view.operations:
        spec = operation.spec
        if len(spec.params) + len(spec.query) + len(spec.headers) > 1:
            yield from _twice(operation)


def _twice(operation: Operation) -> Iterator[Finding]:
    taken: dict[tuple[str, str], Place] = {}
    spec = operation.spec
    groups = (("params", spec.params), ("query", spec.query), ("headers", spec.headers))
    for group, fields in groups:
        for name, keys in fields.items():
            place = operation.place.at(group, name)
            wire = keys.alias or name
            if group == "headers":
                wire = (keys.alias or f"x-{name.replace('_', '-')}").lower()
            for where, said in (("Python", name), (group, wire)):
                first = taken.setdefault((where, said), place)
                if first is not place:
                    yield Finding(
                        f"two parameters of `{operation.name}` are named `{said}`",
                        place,
                        key=True,
                        help="rename one of the two",
                        related=((first, "the other one stands here"),),
                    )
                    break


RULE = CheckRule("SPEC310", "parameter-twice", parameter_twice)
