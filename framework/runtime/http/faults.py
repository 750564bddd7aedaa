"""Turn pydantic's errors into faults that name the place and the rule, never the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.runtime.problems import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST = 20  # faults in one answer
_LONGEST_STEP = 128

# pydantic's own sentences quote the value here, or a pattern that is longer than the answer.
_SENTENCES = {
    "union_tag_invalid": "Input does not name one of the alternatives",
    "string_pattern_mismatch": "Text does not have the form that the contract gives",
}


def body_faults(errors: Iterable[Mapping[str, object]], document: object) -> list[FieldError]:
    """Return the faults of a body, at places that exist in `document` (or are missing from it)."""
    return [_fault(error, ["body", *_place(error, document)]) for error in _first(errors)]


def parameter_faults(errors: Iterable[Mapping[str, object]]) -> list[FieldError]:
    """Return the faults of path, query, header and cookie parameters."""
    return [_fault(error, [str(step) for step in _steps(error)]) for error in _first(errors)]


def _first(errors: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    return list(errors)[:MOST]


def _steps(error: Mapping[str, object]) -> Sequence[str | int]:
    return cast("Sequence[str | int]", error["loc"])


def _fault(error: Mapping[str, object], place: Iterable[str]) -> FieldError:
    code = str(error["type"])
    return FieldError(
        pointer="".join(f"/{_escaped(step)}" for step in place),
        code=code,
        detail=_SENTENCES.get(code, str(error["msg"])),
    )


def _escaped(step: str) -> str:
    return step[:_LONGEST_STEP].replace("~", "~0").replace("/", "~1")


def _place(error: Mapping[str, object], document: object) -> list[str]:
    """Walk the document along the error's steps, without those that pydantic adds for unions."""
    place: list[str] = []
    steps, node = _steps(error), document
    for number, step in enumerate(steps, start=1):
        found, child = _child(node, step)
        if found or (number == len(steps) and error["type"] == "missing"):
            place.append(str(step))
        node = child if found else node
    return place


def _child(node: object, step: str | int) -> tuple[bool, object]:
    if isinstance(node, dict) and step in node:
        return True, cast("dict[str | int, object]", node)[step]
    if isinstance(node, list) and isinstance(step, int):
        return True, cast("list[object]", node)[step]
    return False, None
