"""Emit the catalogue of problems as exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.emit.artefact import Artefact
from framework.emit.python import Imports, render
from framework.emit.scope import Scope, argument_type
from framework.project import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Problem


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/errors.py`."""
    if not contract.problems:
        return
    scope = Scope.of(contract)
    imports = Imports("typing.ClassVar", "framework.runtime.problems.Problem")
    origins = sorted({problem.origin for problem in contract.problems})
    if any(map(_aliases, contract.problems)):
        imports.add("collections.abc.Mapping")
    text = render(
        "errors.py.j2",
        origins=origins,
        problems=[
            (problem, _arguments(problem, scope, imports), _aliases(problem))
            for problem in contract.problems
        ],
        imports=imports,
    )
    yield Artefact(GENERATED / "errors.py", text, origins[0])


def _arguments(
    problem: Problem, scope: Scope, imports: Imports
) -> list[tuple[str, str, str | None]]:
    types = scope.annotations(imports)
    return [
        (
            field.name,
            types.write(argument_type(field)),
            scope.default(field, imports),
        )
        for field in problem.fields
    ]


def _aliases(problem: Problem) -> dict[str, str]:
    return {field.name: field.wire for field in problem.fields if field.wire != field.name}
