"""Which keys are known at a place, so that an unknown one can be told from a misspelt one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.syntax import Path

PLANNED_VALUES = frozenset({"celery-worker", "nats", "rabbitmq"})
"""Values that the language has and this version does not compile."""


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys that the mapping at `path` below a value of `model` may have."""
    found = _model_at(model, path)
    fields = found.model_fields if found else {}
    return tuple(field.alias or name for name, field in fields.items())


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    named = False
    for step in path:
        if named or not isinstance(step, str):
            named = False  # a name in a mapping of names, or an index: its value is the same class
            continue
        annotation = model.model_fields[step].annotation if step in model.model_fields else None
        inner = next(_models(annotation), None)
        if inner is None:
            return None
        model, named = inner, get_origin(annotation) is dict
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
