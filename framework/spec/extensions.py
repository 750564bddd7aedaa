"""Find what `x-...` keys cannot pass on to the documents."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from framework.diagnostics import Diagnostic
from framework.spec.place import Place
from framework.spec.rules import EXTENSION_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.syntax import Document, Json, Path

_PREFIX = "x-"


def unfit_extensions(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for each number below an `x-...` key that JSON does not have."""
    if _PREFIX not in document.text:
        return
    waiting: list[tuple[Path, Json, bool]] = [((), document.content, False)]
    while waiting:
        path, value, extends = waiting.pop()
        if isinstance(value, dict):
            waiting += [
                ((*path, key), inner, extends or key.startswith(_PREFIX))
                for key, inner in value.items()
            ]
        elif isinstance(value, list):
            waiting += [((*path, index), inner, extends) for index, inner in enumerate(value)]
        elif extends and isinstance(value, float) and not math.isfinite(value):
            yield _finding(Place(document, path), value)


def _finding(place: Place, value: float) -> Diagnostic:
    rule = EXTENSION_VALUE
    message = f"`{value}` cannot stand in a JSON document"
    help_ = "write a finite number, or text in quotes"
    return Diagnostic(rule.code, rule.id, message, place.span(), help=help_)
