"""Validate one declaration against its spec class, and say what is wrong in the reader's words."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from framework.diagnostics import Diagnostic, Rule
from framework.spec.base import EXTENSION, SpecNode
from framework.spec.fixes import added, corrected, renamed, rewritten
from framework.spec.kinds import TAGS, advice, expectation, kind_of
from framework.spec.near import sole
from framework.spec.rules import (
    MISSING_KEY,
    PLANNED,
    TYPE_SYNTAX,
    UNKNOWN_KEY,
    WRONG_TYPE,
    WRONG_VALUE,
)
from framework.spec.vocabulary import PLANNED_VALUES, keys_at
from framework.syntax.edits import edit_value, source
from framework.syntax.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from framework.diagnostics import Fix
    from framework.spec.place import Place
    from framework.syntax import Json

N = TypeVar("N", bound=SpecNode)
Faults = dict[tuple[int | str, ...], list["ErrorDetails"]]

_LONGEST_LIST = 12
_TYPES = "a type is a name, `Model.Variant`, `list[T]`, `set[T]`, `dict[string, T]` or `T?`"
_YES = {"true", "yes", "on"}
_SYNONYMS = {  # what JSON Schema and others call the same thing
    "enum": "values",
    "exclusivemaximum": "lt",
    "exclusiveminimum": "gt",
    "maximum": "le",
    "max": "le",
    "minimum": "ge",
    "min": "ge",
    "null": "nullable",
    "regex": "pattern",
}
_ARRIVES = "leave it out; the changelog says when it arrives"


def shaped(model: type[N], value: Json, place: Place, found: list[Diagnostic]) -> N | None:
    """Return `value` as a `model`, or None after adding what is wrong with it to `found`."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = _by_value(error.errors(include_url=False))
        for details in faults.values():
            found.extend(_explain(model, details, place, faults))
        return None


def _by_value(details: list[ErrorDetails]) -> Faults:
    """Gather what each branch of a union says of one value, which is one fault."""
    found: Faults = {}
    for detail in details:
        loc = detail["loc"]
        tagged = loc and detail["type"] in TAGS.get(str(loc[-1]), ())
        found.setdefault(loc[:-1] if tagged else loc, []).append(detail)
    return found


def _explain(
    model: type[SpecNode], details: list[ErrorDetails], place: Place, faults: Faults
) -> Iterator[Diagnostic]:
    detail = details[0]
    at = place.at(*detail["loc"])
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "missing":
        key = str(detail["loc"][-1])
        if not _is_misspelt(key, detail["loc"][:-1], faults):
            parent = place.at(*detail["loc"][:-1])
            fix = added(parent, key, "1") if key == "version" else None
            said = _say(MISSING_KEY, f"missing key `{key}`", parent, f"add `{key}`", key=True)
            yield replace(said, fix=fix)
    elif _is_unknown(detail):
        yield _unknown(model, detail, place)
    elif kind == "type_syntax":
        part = (context["start"], context["end"])
        yield _say(TYPE_SYNTAX, context["problem"], at, _TYPES, part=part)
    elif kind == "literal_error":
        yield _choice(context["expected"], detail["input"], at)
    else:
        yield _wrong(details, at)


def _is_unknown(detail: ErrorDetails) -> bool:
    context: dict[str, Any] = detail.get("ctx", {})
    return detail["type"] == "string_pattern_mismatch" and context["pattern"] == EXTENSION


def _is_misspelt(key: str, parent: tuple[int | str, ...], faults: Faults) -> bool:
    """Tell whether another finding of the same mapping says already why `key` is missing."""
    beside = [
        str(loc[-1])
        for loc, (first, *_) in faults.items()
        if loc[:-1] == parent and _is_unknown(first)
    ]
    return any(_nearest(name, (key,)) for name in beside)


def _unknown(model: type[SpecNode], detail: ErrorDetails, place: Place) -> Diagnostic:
    key = str(detail["loc"][-1])
    at = place.at(*detail["loc"])
    known = keys_at(model, detail["loc"][:-1])
    nearest = _nearest(key, known)
    if nearest:
        help_ = f"did you mean `{nearest}`?"
    elif 0 < len(known) <= _LONGEST_LIST:
        help_ = f"known keys: {', '.join(known)}"
    else:
        help_ = "remove it; a key of your own begins with `x-`"
    fix = renamed(at, nearest) if nearest and _is_sole(key, nearest, known) else None
    return replace(_say(UNKNOWN_KEY, f"unknown key `{key}`", at, help_, key=True), fix=fix)


def _nearest(key: str, known: tuple[str, ...]) -> str | None:
    if _SYNONYMS.get(key.lower()) in known:
        return _SYNONYMS[key.lower()]
    found = get_close_matches(key.replace("-", "_").lower(), known, n=1)
    return found[0] if found else None


def _is_sole(key: str, nearest: str, known: tuple[str, ...]) -> bool:
    """Tell whether no other key can be meant."""
    return key.lower() in _SYNONYMS or sole(key, known) == nearest


def _choice(expected: str, value: object, at: Place) -> Diagnostic:
    if isinstance(value, str) and value in PLANNED_VALUES:
        return _say(PLANNED, f"`{value}` is not compiled by this version", at, _ARRIVES)
    if isinstance(value, str) and value in expected.split(" or "):
        return _say(WRONG_VALUE, f"`{value}` is text here, not a number", at, "remove the quotes")
    choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
    nearest = get_close_matches(str(value), choices, n=1, cutoff=0.5) or [
        choice for choice in choices if choice.lower() == str(value).lower()
    ]
    help_ = f"did you mean `{nearest[0]}`?" if nearest else f"use {_listed(choices)}"
    shown = f"`{value}`" if isinstance(value, str | int | float) else kind_of(value)
    meant = sole(str(value), choices)
    fix = corrected(at, meant) if meant else None
    return replace(_say(WRONG_VALUE, f"{shown} is not allowed here", at, help_), fix=fix)


def _listed(choices: list[str]) -> str:
    return f"`{choices[0]}`" if len(choices) == 1 else f"one of {', '.join(choices)}"


def _wrong(details: list[ErrorDetails], at: Place) -> Diagnostic:
    value = details[0]["input"]
    kinds = [detail["type"] for detail in details]
    expected = expectation(kinds)
    if expected is None:
        message = f"{details[0]['msg']}, found {kind_of(value)}"
        return _say(WRONG_TYPE, message, at, advice(kinds, value))
    message = f"expected {expected}, found {kind_of(value)}"
    said = _say(WRONG_TYPE, message, at, advice(kinds, value))
    return replace(said, fix=_respelt(kinds[0], value, at) if said.help else None)


def _respelt(kind: str, value: object, at: Place) -> Fix | None:
    """Return the fix that says what `advice` says."""
    if kind == "string_type":
        written = edit_value(at.document, at.path, "")
        raw = source(at.document, written.span) if written else ""
        return rewritten(at, f'"{raw}"') if raw else None
    if not isinstance(value, str):
        return None
    if kind == "bool_type":
        return rewritten(at, "true" if value.lower() in _YES else "false")
    if kind in {"list_type", "names", "values"}:
        return rewritten(at, f"[{quote(value, flow=True)}]")
    return rewritten(at, value) if kind in {"int_type", "float_type"} else None


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
