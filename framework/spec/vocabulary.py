"""Which keys are known at a place, so that an unknown one can be told from a misspelt one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.syntax import Path

PLANNED = frozenset(
    {"auth", "cookies", "dead_letter", "file", "format", "idempotency", "messages", "paginate"}
    | {"retention", "retry", "stream", "timeout"}
)
"""Keys of the language that this version does not compile."""


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys that the mapping at `path` below a value of `model` may have."""
    for step in path:
        if not isinstance(step, str) or step not in model.model_fields:
            continue  # an index, or a name in a mapping of names: its value is the same class
        inner = next(_models(model.model_fields[step].annotation), None)
        if inner is None:
            return ()
        model = inner
    return tuple(model.model_fields)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
