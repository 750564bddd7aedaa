"""Validate one declaration against its spec class, and say what is wrong in the reader's words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from framework.diagnostics import Diagnostic, Rule
from framework.spec.base import EXTENSION, SpecNode
from framework.spec.rules import (
    MISSING_KEY,
    PLANNED,
    TYPE_SYNTAX,
    UNKNOWN_KEY,
    WRONG_TYPE,
    WRONG_VALUE,
)
from framework.spec.vocabulary import PLANNED as PLANNED_KEYS
from framework.spec.vocabulary import keys_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from framework.spec.place import Place
    from framework.syntax import Json

N = TypeVar("N", bound=SpecNode)

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "`true` or `false`",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "float_type": "a number",
}


def shaped(model: type[N], value: Json, place: Place, found: list[Diagnostic]) -> N | None:
    """Return `value` as a `model`, or None after adding what is wrong with it to `found`."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            found.extend(_explain(model, detail, place))
        return None


def _explain(model: type[SpecNode], detail: ErrorDetails, place: Place) -> Iterator[Diagnostic]:
    at = place.at(*detail["loc"])
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "missing":
        parent = place.at(*detail["loc"][:-1])
        yield _say(MISSING_KEY, f"missing key `{detail['loc'][-1]}`", parent, key=True)
    elif kind == "string_pattern_mismatch" and context["pattern"] == EXTENSION:
        yield _unknown(model, detail, place)
    elif kind == "type_syntax":
        part = (context["start"], context["end"])
        yield _say(TYPE_SYNTAX, context["problem"], at, part=part)
    elif kind == "literal_error":
        yield _choice(context["expected"], detail["input"], at)
    else:
        yield _wrong(kind, detail, at)


def _unknown(model: type[SpecNode], detail: ErrorDetails, place: Place) -> Diagnostic:
    key = str(detail["loc"][-1])
    at = place.at(*detail["loc"])
    known = keys_at(model, detail["loc"][:-1])
    if key in PLANNED_KEYS:
        help_ = "leave it out; the changelog says when it arrives"
        return _say(PLANNED, f"`{key}` is not compiled by this version", at, help_, key=True)
    nearest = get_close_matches(key.replace("-", "_").lower(), known, n=1)
    meant = f"did you mean `{nearest[0]}`?" if nearest else f"known keys: {', '.join(known)}"
    return _say(UNKNOWN_KEY, f"unknown key `{key}`", at, meant if known else None, key=True)


def _choice(expected: str, value: object, at: Place) -> Diagnostic:
    choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
    nearest = get_close_matches(str(value), choices, n=1, cutoff=0.5) or [
        choice for choice in choices if choice.lower() == str(value).lower()
    ]
    help_ = f"did you mean `{nearest[0]}`?" if nearest else f"use one of {', '.join(choices)}"
    return _say(WRONG_VALUE, f"`{value}` is not allowed here", at, help_)


def _wrong(kind: str, detail: ErrorDetails, at: Place) -> Diagnostic:
    expected = _EXPECTED.get(kind)
    if expected:
        return _say(WRONG_TYPE, f"expected {expected}, found {_kind_of(detail['input'])}", at)
    return _say(WRONG_TYPE, detail["msg"], at)


def _kind_of(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    names = {str: "text", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), "something else")


def _say(
    rule: Rule,
    message: str,
    place: Place,
    help_: str | None = None,
    *,
    key: bool = False,
    part: tuple[int, int] | None = None,
) -> Diagnostic:
    span = place.span(key=key, part=part)
    return Diagnostic(rule.code, rule.id, message, span, rule.severity, (), help_)
