"""SPEC308 `path-parameters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.nearest import nearest
from framework.check.paths import path_fault, templates
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View


def path_parameters(view: View) -> Iterator[Finding]:
    """Find templates of a path that are not in `params`, and the other way round.

    ## Why is this bad?
    `params` gives a template its type. One without a type would take anything; a parameter without
    a template would never arrive.

    ## Example
    ```yaml
    get_user: {method: GET, path: "/{user_id}", params: {id: User.id}}
    ```

    ## Use instead
    ```yaml
    get_user: {method: GET, path: "/{user_id}", params: {user_id: User.id}}
    ```
    """
    for operation in view.operations:
        path, params = operation.spec.path, operation.spec.params
        if ("{" in path or params) and not path_fault(path):
            yield from _differences(operation, templates(path))


def _differences(operation: Operation, names: list[str]) -> Iterator[Finding]:
    path, params = operation.spec.path, operation.spec.params
    surplus = [name for name in params if name not in names]
    for name in names:
        if name in params:
            continue
        meant = nearest(name, surplus) or (surplus[0] if len(surplus) == 1 else None)
        start = path.index(f"{{{name}}}")
        yield Finding(
            f"`{{{shown(name)}}}` is not in `params`",
            operation.place.at("path"),
            part=(start, start + len(name) + 2),
            help=f"rename the parameter `{meant}` to `{name}`"
            if meant
            else f"write its type: `params: {{{name}: ...}}`",
        )
        surplus = [other for other in surplus if other != meant]
    for name in surplus:
        yield Finding(
            f"parameter `{shown(name)}` is not in the path `{path}`",
            operation.place.at("params", name),
            key=True,
            help=f"write `{{{shown(name)}}}` into the path, or move the parameter to `query`",
        )


RULE = CheckRule("SPEC308", "path-parameters", path_parameters)
