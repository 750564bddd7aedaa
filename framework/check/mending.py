"""Fixes that take a rule's knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import snake
from framework.check.paths import path_fault
from framework.check.places import written
from framework.spec.fixes import added, corrected, renamed

if TYPE_CHECKING:
    from framework.check.view import View
    from framework.diagnostics import Fix
    from framework.spec import Place


def repathed(place: Place, path: str) -> Fix | None:
    """Write a path as it is meant where only slashes are too many, or the first is missing."""
    meant = "".join(f"/{segment}" for segment in path.split("/") if segment)
    odd = meant == path or ("{" in meant and place.path[-1] == "prefix")
    return None if odd or path_fault(meant) else corrected(place, meant)


def required(place: Place, type_: str) -> Fix | None:
    """Write the type of a field, in either spelling, without its `?`."""
    at = place if isinstance(written(place), str) else place.at("type")
    return corrected(at, type_.removesuffix("?"))


def parameter(place: Place, name: str, other: str | None, view: View) -> Fix | None:
    """Declare the parameter `name` of an operation: by the shorter `other`, or by its model.

    `{user_id}` refers to `User.id` where there is such a field. Of two names that are merely alike
    nobody knows which is misspelt.
    """
    if other:
        is_shorter = name.endswith(f"_{other}")
        return renamed(place.at("params", other), name) if is_shorter else None
    model = next(
        (m for m in view.specs.models if name == f"{snake(m)}_id" and "id" in view.fields_of(m)),
        None,
    )
    if model is None:
        return None
    if written(place.at("params")) is None:
        return added(place, "params", f"{{{name}: {model}.id}}")
    return added(place.at("params"), name, f"{model}.id")
