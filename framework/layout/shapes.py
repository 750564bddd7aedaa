"""What the spec classes say about the form of a value: the order of keys, short spellings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from framework.spec import (
    EnumSpec,
    ErrorSpec,
    EventSpec,
    FieldKeys,
    HandlerSpec,
    ModelSpec,
    ResourceSpec,
    RouterSpec,
    ServiceSpec,
    UnionSpec,
)
from framework.spec.auth import SchemeSpec
from framework.spec.base import SpecNode
from framework.spec.shorthand import SHORT

if TYPE_CHECKING:
    from collections.abc import Mapping

_TALL = (RouterSpec, HandlerSpec, ModelSpec, ServiceSpec)
_TALL_WITH_TEXT = (EnumSpec, UnionSpec, ErrorSpec, EventSpec)
_TALL_NAMES = {
    (ModelSpec, "fields"),
    (RouterSpec, "handlers"),
    (EnumSpec, "values"),
    (FieldKeys, "values"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What may stand at a place.

    `classes` are the closed mappings, `file` the keys at the top of a file, `names` what a mapping
    of names holds, `item` what a list holds. Nothing of them: the value is the user's own. `tall`
    asks for one line an entry; `apart` for an empty line between entries of several lines.
    """

    classes: tuple[type[SpecNode], ...] = ()
    file: tuple[tuple[str, Shape], ...] = ()
    names: Shape | None = None
    item: Shape | None = None
    tall: bool = False
    apart: bool = False

    @property
    def closed(self) -> bool:
        """Whether a mapping has the keys of the language, not names."""
        return bool(self.classes or self.file)

    @property
    def short(self) -> str:
        """The key that may stand for the whole mapping when it is the only one, or nothing."""
        return next((SHORT[cls] for cls in self.classes if cls in SHORT), "")

    def is_tall(self, keys: list[str]) -> bool:
        """Tell whether a mapping with these keys has a line for each."""
        if self.tall or any(issubclass(cls, _TALL) for cls in self.classes):
            return True
        told = any(issubclass(cls, _TALL_WITH_TEXT) for cls in self.classes)
        return told and "description" in keys


FREE = Shape()


@cache
def order_of(shape: Shape) -> Mapping[str, int]:
    """Return key → rank of a closed mapping; empty where names keep the user's order."""
    keys = [*dict(shape.file), *(key for cls in shape.classes for key in cls.model_fields)]
    return {key: rank for rank, key in enumerate(dict.fromkeys(keys))}


@cache
def within(shape: Shape, key: str) -> Shape:
    """Return the shape of what stands under `key` of a mapping."""
    if shape.file:
        return dict(shape.file).get(key, FREE)
    for cls in shape.classes:
        if key in cls.model_fields:
            found = _shape(cls.model_fields[key].annotation)
            tall = (cls, key) in _TALL_NAMES
            return _tall(found, apart=key == "handlers") if tall else found
    return (shape.names or FREE) if not shape.classes else FREE


def _tall(shape: Shape, *, apart: bool) -> Shape:
    return Shape(shape.classes, shape.file, shape.names, shape.item, tall=True, apart=apart)


def _shape(annotation: Any) -> Shape:  # noqa: ANN401  # whatever a class may annotate
    parts = list(_parts(annotation))
    classes = tuple(p for p in parts if isinstance(p, type) and issubclass(p, SpecNode))
    names = next((_shape(get_args(p)[1]) for p in parts if get_origin(p) is dict), None)
    item = next((_shape(get_args(p)[0]) for p in parts if get_origin(p) is list), None)
    return Shape(classes, (), names, item)


def _parts(annotation: Any) -> list[Any]:  # noqa: ANN401  # likewise
    origin = get_origin(annotation)
    if origin is Annotated:
        return _parts(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return [part for argument in get_args(annotation) for part in _parts(argument)]
    return [annotation]


def _family(cls: type[SpecNode]) -> Shape:
    return Shape(names=Shape((cls,)), tall=True, apart=True)


def _top(**keys: Shape) -> Shape:
    return Shape(file=tuple(keys.items()), tall=True, apart=True)


FILES: Mapping[str, Shape] = {
    "models": _top(enums=_family(EnumSpec), models=_family(ModelSpec), unions=_family(UnionSpec)),
    "errors": _top(errors=_family(ErrorSpec)),
    "events": _top(events=_family(EventSpec)),
    "router": _top(rest=Shape((RouterSpec,))),
    "services": _top(
        version=FREE,
        resources=Shape(names=Shape((ResourceSpec,)), tall=True),
        auth=Shape(names=Shape((SchemeSpec,)), tall=True),
        services=Shape(item=Shape((ServiceSpec,)), apart=True),
    ),
}
"""The shape of each kind of file, as `framework.project.kind_of` names them."""
