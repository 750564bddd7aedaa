"""SPEC219 `wrong-arguments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import MODEL, UNION, basis, basis_of, is_nullable
from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS, SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import FieldKeys
    from framework.syntax import TypeExpr


_WANTED = {"list": "list[T]", "set": "set[T]", "dict": "dict[string, T]"}
_SETS = "use `list[T]`, or a set of scalars or enums"
_UNFIT = {*CONTAINERS, MODEL, UNION, "json"}


def wrong_arguments(view: View) -> Iterator[Finding]:
    """Find types with too few, too many or unfit arguments or members.

    ## Why is this bad?
    `list[T]` and `set[T]` hold one type, `dict[string, T]` has text for keys as JSON does, and a
    set holds scalars or enums, for only those can be told apart. Nothing else takes arguments.

    ## Example
    ```yaml
    scores: "dict[int, float]"
    ```

    ## Use instead
    ```yaml
    scores: "dict[string, float]"
    ```
    """
    for use in view.types:
        if use.type.name in SCALARS and str(use.type) == use.type.name:
            continue
        for named in use.type.walk():
            fault = None if use.elements and named is use.type else _fault(view, named)
            if fault:
                place, part = use.name(named)
                yield Finding(fault[0], place, part=part, help=fault[1])
    for field in view.having("items"):
        type_, items = field.keys.type, field.keys.items
        if (
            items
            and type_
            and type_.name == "set"
            and not type_.arguments
            and not _tells(view, items)
        ):
            yield Finding("a set cannot hold these", field.place.at("items"), key=True, help=_SETS)


def _tells(view: View, items: FieldKeys) -> bool:
    return not is_nullable(items) and basis(view, items) not in _UNFIT


def _fault(view: View, named: TypeExpr) -> tuple[str, str] | None:
    name, arguments = named.name, named.arguments
    if name == "json" and named.nullable:
        return "`json` may be null already", "write `json`"
    if name not in CONTAINERS:
        if arguments:
            return f"`{name}` takes no arguments", f"write `{name}` alone"
        if named.member and (name in SCALARS or name in view.specs.enums):
            return f"`{name}` has no members", f"write `{name}` alone"
        if named.member and name in view.specs.unions:
            return f"`{name}` is a union and has no variants", f"write `{name}` alone"
        return None
    return _container_fault(view, named)


def _container_fault(view: View, named: TypeExpr) -> tuple[str, str] | None:
    name, arguments = named.name, named.arguments
    wanted = _WANTED[name]
    if named.member or len(arguments) != wanted.count(",") + 1:
        return f"`{name}` is not `{wanted}`", f"write `{wanted}`"
    if name == "dict" and str(arguments[0]) != "string":
        return f"keys of a dict are text, not `{arguments[0]}`", "write `dict[string, ...]`"
    if name == "set" and (arguments[0].nullable or basis_of(view, arguments[0]) in _UNFIT):
        return f"a set cannot hold `{arguments[0]}`", _SETS
    return None


RULE = CheckRule("SPEC219", "wrong-arguments", wrong_arguments)
