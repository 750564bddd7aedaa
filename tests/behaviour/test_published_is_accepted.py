"""The one rule: what the document publishes is exactly what the generated models accept."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from framework.contract import Kind, Named
from framework.emit.document.schemas import Schemas
from framework.emit.document.uses import Uses
from framework.pipeline import contract_of
from tests.behaviour.json_values import Values
from tests.behaviour.oracle import Validator
from tests.behaviour.projects import GOOD, compiled, importing

if TYPE_CHECKING:
    from collections.abc import Iterator
UNPUBLISHED = {
    # The value travels as text, and no pattern compares: decimals (but for their sign), times.
    "greater_than",
    "greater_than_equal",
    "less_than",
    "less_than_equal",
    "multiple_of",
    # `format: email` says it (RFC 5321), and this oracle asserts no formats.
    "email_local_part",
}
"""Faults that no schema can say; nothing else may differ."""


class Case:
    """A golden case, compiled and imported."""

    def __init__(self, name: str) -> None:
        """Read the contract of the case."""
        self.contract = contract_of(GOOD / name)
        self.values = Values(self.contract)
        models = [Named(Kind.MODEL, m.name, m.module) for m in self.contract.models().values()]
        unions = [Named(Kind.UNION, u.name, u.module) for u in self.contract.unions().values()]
        self.types = models + unions
        self.validator = cache(self._validator)
        self.adapter = cache(self._adapter)

    def _validator(self, type_: Named, *, closed: bool) -> Any:  # noqa: ANN401 - jsonschema's
        """Return what checks values against the published component of a type."""
        uses = Uses.of(self.contract, [type_] * closed, [type_] * (not closed))
        schemas = Schemas(uses, self.contract.enums(), self.contract.references())
        document = {**schemas.of(type_, closed=closed)}
        return Validator({**document, "components": {"schemas": schemas.components()}})

    def _adapter(self, type_: Named) -> TypeAdapter[Any]:
        """Return what checks values as the runtime does."""
        module = import_module(f"shared.generated.models.{type_.module}")
        return TypeAdapter(getattr(module, type_.name))


CASES = [
    "types",
    "variants",
    "operations",
    "unions",
    "both_ways",
    "references",
    "names",
    "files",
    "bounds",
    "pages",
]


@pytest.fixture(scope="module", params=CASES)
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    """Compile and import one golden case after the other."""
    with importing(compiled(GOOD / request.param, tmp_path_factory.mktemp(request.param))):
        yield Case(request.param)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_schema_and_the_model_agree(case: Case, data: st.DataObject) -> None:
    """Closed where it is a request, open where it is read: both sides say yes, or both say no."""
    type_ = data.draw(st.sampled_from(case.types), label="type")
    closed = data.draw(st.booleans(), label="closed")
    make = data.draw(st.sampled_from([case.values.good, case.values.faulty]), label="make")
    value = data.draw(make(type_), label="value")

    published = bool(case.validator(type_, closed=closed).is_valid(value))
    faults = refusal(case.adapter(type_), value, closed=closed)

    if published and faults and all(f["type"] in UNPUBLISHED and is_text(f) for f in faults):
        return
    assert published == (not faults), faults


def refusal(adapter: TypeAdapter[Any], value: object, *, closed: bool) -> list[Any]:
    """Return the faults that the runtime finds in `value`."""
    extra = "forbid" if closed else "ignore"
    try:
        adapter.validate_json(json.dumps(value), strict=True, extra=extra, by_name=False)
    except ValidationError as error:
        return [*error.errors()]
    return []


def is_text(fault: dict[str, Any]) -> bool:
    """Tell whether what is out of bounds travels as text."""
    return isinstance(fault["input"], str)
