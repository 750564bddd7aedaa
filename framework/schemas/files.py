"""The schema of each kind of spec file."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.schemas.nodes import node_schemas
from framework.schemas.values import Schema, ref
from framework.spec import (
    EnumSpec,
    ErrorSpec,
    EventSpec,
    ModelSpec,
    ResourceSpec,
    RouterSpec,
    ServiceSpec,
    UnionSpec,
)
from framework.spec.auth import SchemeSpec
from framework.spec.base import EXTENSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.schemas.names import Names
    from framework.spec.base import SpecNode

_NAME = "[A-Za-z_][A-Za-z0-9_]*"
_DEEPEST = 3  # lists of lists of lists: a pattern cannot count
_OPEN = {"type", "payload"}  # a type is more than a name


def _family(cls: type[SpecNode], text: str) -> Schema:
    named = {"type": ["object", "null"], "additionalProperties": ref(cls.__name__)}
    return {**named, "markdownDescription": text}


_TOP: Mapping[str, tuple[str, Schema, tuple[type[SpecNode], ...], tuple[str, ...]]] = {
    "models": (
        "Enums, models with their variants, and unions.",
        {
            "enums": _family(EnumSpec, "Closed sets of texts, by name."),
            "models": _family(ModelSpec, "Models and mixins, by name."),
            "unions": _family(UnionSpec, "One of several models, by name."),
        },
        (EnumSpec, ModelSpec, UnionSpec),
        (),
    ),
    "errors": (
        "The catalogue of problems (RFC 9457) that operations answer with.",
        {"errors": _family(ErrorSpec, "Errors by name; `email_taken` is raised as `EmailTaken`.")},
        (ErrorSpec,),
        (),
    ),
    "events": (
        "What services tell each other.",
        {"events": _family(EventSpec, "Events by name, such as `user_registered`.")},
        (EventSpec,),
        (),
    ),
    "router": (
        "The HTTP operations of one service under one tag.",
        {"rest": ref(RouterSpec.__name__)},
        (RouterSpec,),
        ("rest",),
    ),
    "services": (
        "The services of the project, and who talks to whom.",
        {
            "version": {"enum": [1], "markdownDescription": "The version of the language."},
            "resources": _family(ResourceSpec, "Databases and brokers, by name."),
            "auth": _family(SchemeSpec, "How callers prove who they are, by name."),
            "services": {
                "type": "array",
                "items": ref(ServiceSpec.__name__),
                "markdownDescription": "What runs, and what each of them may reach.",
            },
        },
        (ResourceSpec, SchemeSpec, ServiceSpec),
        ("version", "services"),
    ),
}
KINDS = tuple(_TOP)


def file_schema(kind: str, names: Names) -> Schema:
    """Return the schema (draft-07) of the files of a kind, with `names` where they may stand."""
    text, keys, classes, required = _TOP[kind]
    nodes = node_schemas(classes)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind,
        "markdownDescription": text,
        "type": "object" if required else ["object", "null"],
        "properties": keys,
        "patternProperties": {EXTENSION: {}},
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
        "definitions": {**nodes, **_used({"properties": keys, **nodes}, _definitions(names))},
    }


def _used(schema: object, definitions: dict[str, Schema]) -> dict[str, Schema]:
    """Return the definitions that a schema refers to; none of them refers to another one."""
    wanted: set[str] = set()
    waiting: list[object] = [schema]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            inner = cast("Schema", node)
            wanted.add(str(inner.get("$ref", "")).rpartition("/")[2])
            waiting += inner.values()
        elif isinstance(node, list):
            waiting += cast("list[object]", node)
    return {name: each for name, each in definitions.items() if name in wanted}


def _definitions(names: Names) -> dict[str, Schema]:
    texts: Schema = {"type": "string"}
    typed: Schema = {"type": "string", "maxLength": 256, "pattern": f"^{_type(_DEEPEST)}$"}
    found = {
        name: {"anyOf": [{"enum": list(dict.fromkeys(offered))}, typed if name in _OPEN else texts]}
        if offered
        else (typed if name in _OPEN else texts)
        for name, offered in names.items()
    }
    number = r"[0-9]{1,6}(\.[0-9]{1,6})?"
    found["duration"] = {"type": "string", "pattern": f"^{number}(ms|s|m|h|d)$"}
    return found


def _type(depth: int) -> str:
    """Return the pattern of a type expression whose arguments nest `depth` times."""
    plain = rf"\s*{_NAME}(\s*\.\s*{_NAME})?"
    if depth:
        inner = _type(depth - 1)
        plain += rf"(\s*\[{inner}(,{inner})*\s*\])?"
    return rf"{plain}\s*\??\s*"
