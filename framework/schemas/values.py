"""The schemas of single values: what the spec classes annotate, and where names are offered."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast, get_args, get_origin

from framework.spec.auth import SchemeSpec
from framework.spec.base import AllOrNames, SpecNode, TypeText
from framework.spec.deprecation import DeprecationKeys, DeprecationSpec
from framework.spec.durations import Duration
from framework.spec.events import EventSpec
from framework.spec.models import FieldKeys, ModelSpec, Optional, Values, VariantSpec
from framework.spec.routers import HandlerSpec, PayloadKeys, RequestKeys, ResponseKeys, RouterSpec
from framework.spec.services import Condition, ConsumedKeys, ServiceSpec
from framework.spec.shorthand import SHORT
from framework.spec.uploads import FileKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Schema = dict[str, Any]

_JSON_TYPES: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}
_NAMED: dict[tuple[type[SpecNode], str], str] = {
    (FieldKeys, "type"): "type",
    (PayloadKeys, "variant"): "variant",
    (RequestKeys, "variant"): "variant",
    (ResponseKeys, "variant"): "variant",
    (ModelSpec, "mixins"): "mixin",
    (VariantSpec, "extends"): "variant",
    (HandlerSpec, "errors"): "error",
    (HandlerSpec, "emits"): "event",
    (DeprecationKeys, "use"): "operation",
    (ConsumedKeys, "operation"): "operation",
    (EventSpec, "publish"): "service",
    (EventSpec, "subscribe"): "service",
    (RouterSpec, "auth"): "scheme",
    (HandlerSpec, "auth"): "scheme",
    (SchemeSpec, "verify"): "operation",
    (ServiceSpec, "access"): "access",
    (ServiceSpec, "depends_on"): "dependency",
}
_OWN: dict[tuple[type[SpecNode], str], Schema] = {
    (FileKeys, "max_size"): {"type": "string", "pattern": "^[1-9][0-9]{0,11} ?(B|KB|MB|GB)$"},
}


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def key_schema(cls: type[SpecNode], key: str) -> Schema:
    """Return the schema of what stands under `key` of a spec class."""
    if (cls, key) in _OWN:
        return _OWN[cls, key]
    field = cls.model_fields[key]
    hint = field.annotation
    if field.metadata:
        hint = Annotated[(hint, *field.metadata)]  # type: ignore[assignment]  # as it was written
    return _schema(hint, _NAMED.get((cls, key)))


def _schema(hint: Any, name: str | None) -> Schema:  # noqa: ANN401 - whatever a class may annotate
    """Return the schema of a type; texts within it are offered as `name`."""
    for special, write in _SPECIAL:
        if hint == special:
            return write(name)
    if get_origin(hint) is not None:
        return _composed(get_origin(hint), get_args(hint), name)
    if isinstance(hint, type) and issubclass(hint, SpecNode):
        return _node(hint)
    if hint is str and name:
        return ref(name)
    return {"type": _JSON_TYPES[hint]} if hint in _JSON_TYPES else {}


def _composed(origin: object, arguments: tuple[Any, ...], name: str | None) -> Schema:
    if origin is Literal:
        return {"enum": list(arguments)}
    inner = [_schema(argument, name) for argument in arguments if argument is not NoneType]
    if origin is list:
        return {"type": "array", "items": inner[0]}
    if origin is dict:
        return {"type": "object", "additionalProperties": inner[1]}
    return inner[0] if origin is Annotated else _any_of(inner)


def _node(cls: type[SpecNode]) -> Schema:
    """Return the schema of a mapping with keys, and of its short spelling if it has one."""
    key = SHORT.get(cls)
    own = ref(cls.__name__)
    return {"anyOf": [key_schema(cls, key), own]} if key else own


def _any_of(schemas: list[Schema]) -> Schema:
    if len(schemas) == 1:
        return schemas[0]
    if all(schema.keys() == {"type"} for schema in schemas):
        return {"type": [cast("str", schema["type"]) for schema in schemas]}
    return {"anyOf": schemas}


def classes_of(hint: Any) -> Iterable[type[SpecNode]]:  # noqa: ANN401 - likewise
    """Yield the spec classes that a type is made of."""
    if isinstance(hint, type) and issubclass(hint, SpecNode):
        yield hint
    for argument in get_args(hint):
        yield from classes_of(argument)


def _listed(name: str | None) -> Schema:
    return {"type": "array", "items": ref(name) if name else {"type": "string"}}


_DEPENDS_ON = ServiceSpec.model_fields["depends_on"]
_STATES: Schema = {"type": "object", "additionalProperties": {"enum": list(get_args(Condition))}}
_DESCRIBED: Schema = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
_KEYS = ref(DeprecationKeys.__name__)

# What a function reads: its annotation tells what it becomes, not how it is written.
_SPECIAL: tuple[tuple[object, Callable[[str | None], Schema]], ...] = (
    (TypeText, lambda name: ref(name or "payload")),
    (AllOrNames, lambda name: {"anyOf": [{"const": True}, _listed(name)]}),
    (Values, lambda name: {"anyOf": [_listed(name), _DESCRIBED]}),
    (Optional, lambda name: {"anyOf": [{"const": "all"}, _listed(name)]}),
    (Duration, lambda _: ref("duration")),
    (DeprecationSpec, lambda _: {"anyOf": [{"type": ["boolean", "string"]}, _KEYS]}),
    (
        Annotated[(_DEPENDS_ON.annotation, *_DEPENDS_ON.metadata)],
        lambda name: {"anyOf": [_listed(name), _STATES]},
    ),
)
