"""Take back what the rules of the language refuse, until they refuse nothing.

The rules are asked, not repeated: what they say about a spec is reported for the place of the
document that it was read from.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from framework import check, spec
from framework.check.view import View
from framework.diagnostics import Severity
from framework.exchange.rules import NOT_SAID, REFUSED
from framework.exchange.withdraw import withdraw
from framework.syntax import Document
from framework.syntax.document import Collection
from framework.syntax.limits import MAX_DIGITS, MAX_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.exchange.files import Files
    from framework.exchange.losses import Losses
    from framework.spec import SpecSet
    from framework.syntax import Json, Path
    from framework.syntax.document import Position

_MOST_ROUNDS = 40
_DEEPEST = 40
_LINE = "    \n"
_Spot = tuple[str, "Path"]


def settle(files: Files, losses: Losses) -> None:
    """Change `files`, `services.yml` among them, until they validate."""
    for file, tree in files.trees.items():
        _tame(tree, (file, files, losses), ())
    for _ in range(_MOST_ROUNDS):
        documents, places = _documents(files.trees)
        found = list(_refusals(documents, places))
        if not found:
            return
        first = {each[0]: each for each in reversed(found)}
        for place, code, message in first.values():
            at = files.origin(*place)
            done = withdraw(files.trees, *place)
            if done:
                losses.say(REFUSED, at, message, f"{code}: {done}")
    message = f"the specs are still refused after {_MOST_ROUNDS} rounds"
    raise RuntimeError(message)


def specs_of(trees: dict[str, dict[str, Json]]) -> SpecSet | None:
    """Return what trees declare; None if a rule refuses something."""
    documents, places = _documents(trees)
    if next(_refusals(documents, places), None):
        return None
    return spec.bind(documents).specs


def _refusals(
    documents: list[Document], places: dict[tuple[str, int], _Spot]
) -> Iterator[tuple[_Spot, str, str]]:
    """Yield where each thing stands that is refused, the code of the rule, and what it says."""
    bound = spec.bind(documents)
    for wrong in bound.diagnostics:
        if wrong.severity is Severity.ERROR and wrong.span:
            yield places[wrong.span.path, wrong.span.line], wrong.code, wrong.message
    view = View(bound.specs)
    for rule in check.RULES:
        for found in rule.find(view) if rule.severity is Severity.ERROR else ():
            yield (found.place.document.path, found.place.path), rule.code, found.message


def _documents(
    trees: dict[str, dict[str, Json]],
) -> tuple[list[Document], dict[tuple[str, int], tuple[str, Path]]]:
    """Return the files as documents in which each value has a line of its own, and those lines."""
    places: dict[tuple[str, int], tuple[str, Path]] = {}
    documents: list[Document] = []
    for file, tree in trees.items():
        lines: list[Path] = []
        positions = _positions(tree, (), lines)
        places.update({(file, i + 1): (file, path) for i, path in enumerate(lines)})
        documents.append(Document(file, _LINE * len(lines), tree, positions))
    return documents, places


def _positions(value: Json, path: Path, lines: list[Path]) -> Position:
    line = len(lines)
    lines.append(path)
    mark = (line, 0, line, 1)
    if not isinstance(value, (dict, list)):
        return mark
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    items: dict[str | int, Position] = {}
    keys: dict[str | int, tuple[int, int, int, int]] = {}
    for key, inner in inside:
        first = len(lines)
        keys[key] = (first, 0, first, 1)
        items[key] = _positions(inner, (*path, key), lines)
    return Collection(mark, keys if isinstance(value, dict) else {}, items)


def _tame(value: Json, scope: tuple[str, Files, Losses], path: Path) -> None:
    """Remove what no spec file can hold: what is nested too deep, long keys, NaN."""
    file, files, losses = scope
    if not isinstance(value, (dict, list)):
        return
    if isinstance(value, list):
        value[:] = [_tamed(inner, scope, (*path, index)) for index, inner in enumerate(value)]
        return
    for key in [key for key in value if len(key) > MAX_NAME or _paired(key) != key]:
        said = f"a key that is no name, of {len(key)} characters"
        losses.say(NOT_SAID, files.origin(file, path), said, "left out")
        del value[key]
    for key, inner in value.items():
        value[key] = _tamed(inner, scope, (*path, key))


def _tamed(value: Json, scope: tuple[str, Files, Losses], path: Path) -> Json:
    file, files, losses = scope
    if isinstance(value, str):
        return value if value.isascii() else _paired(value)
    fault = _fault(value, path)
    if fault:
        losses.say(NOT_SAID, files.origin(file, path), fault, "it is null")
        return None
    _tame(value, scope, path)
    return value


def _paired(text: str) -> str:
    """Return a text in which no half of a surrogate pair stands alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _fault(value: Json, path: Path) -> str | None:
    if isinstance(value, (dict, list)) and len(path) > _DEEPEST:
        return "a value that is nested too deep"
    if isinstance(value, int) and abs(value) >= 10 ** (MAX_DIGITS - 1):
        return "a number of too many digits"
    if isinstance(value, float) and not math.isfinite(value):
        return "a number that is none"
    return None
