"""SPEC308 `path-parameters`."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from framework.check.mending import parameter
from framework.check.names import shown
from framework.check.paths import path_fault, templates
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View


def path_parameters(view: View) -> Iterator[Finding]:
    """Find templates of a path that are not in `params`, and the other way round.

    ## Why is this bad?
    `params` gives a template its type; a parameter without a template would never arrive.

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
        path, params = operation.path, operation.spec.params
        if ("{" in path or params) and not path_fault(path):
            lacking = [name for name in templates(path) if name not in params]
            surplus = [name for name in params if name not in templates(path)]
            yield from _differences(view, operation, lacking, surplus)


def _differences(view: View, operation: Operation, *names: list[str]) -> Iterator[Finding]:
    path = operation.path
    for name, other in zip_longest(*names):
        if name:
            start = path.find(f"{{{name}}}")
            part = (start, start + len(name) + 2)
            said = f"`{{{shown(name)}}}` is not in `params`"
            either = f"write `{{{other}}}` here, or rename `{other}` to `{name}`"
            help_ = either if other else f"add `{name}` to `params`"
            fix = parameter(operation.place, name, other, view)
            yield Finding(said, operation.place.at("path"), part=part, help=help_, fix=fix)
        else:
            said = f"parameter `{shown(other)}` is not in the path `{path}`"
            help_ = f"write `{{{shown(other)}}}` into the path, or move it to `query`"
            yield Finding(said, operation.place.at("params", other), key=True, help=help_)


RULE = CheckRule("SPEC308", "path-parameters", path_parameters)
