"""SPEC219 `wrong-arguments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.syntax import TypeExpr

_WANTED = {"list": "list[T]", "set": "set[T]", "dict": "dict[string, T]"}


def wrong_arguments(view: View) -> Iterator[Finding]:
    """Find types with too few, too many or unfit arguments or members.

    ## Why is this bad?
    `list[T]` and `set[T]` hold one type, keys of a dict are text as in JSON, nothing else takes
    arguments, only models have members, and `json` includes null.

    ## Example
    ```yaml
    scores: "dict[int, float]"
    ```

    ## Use instead
    ```yaml
    scores: "dict[string, float]"
    ```
    """
    for use, named in view.naming(lambda named: _fault(view, named) is not None):
        told = use.elements or (use.apart and named.name in CONTAINERS)
        if not (told and named is use.type):
            place, part = use.name(named)
            help_ = f"write `{_WANTED.get(named.name, named.name)}`"
            yield Finding(_fault(view, named) or "", place, part=part, help=help_)


def _fault(view: View, named: TypeExpr) -> str | None:
    name, arguments = named.name, named.arguments
    if name in CONTAINERS:
        keys = ["string"] if name == "dict" else []
        fits = not named.member and [str(key) for key in arguments[:-1]] == keys and arguments
        return None if fits else f"`{named}` is not `{_WANTED[name]}`"
    if name == "json" and named.nullable:
        return "`json` may be null already"
    if arguments:
        return f"`{name}` takes no arguments"
    other = name not in view.specs.models and not view.is_unknown(name)
    return f"`{name}` has no members" if named.member and other else None


RULE = CheckRule("SPEC219", "wrong-arguments", wrong_arguments)
