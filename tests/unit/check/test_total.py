"""Whatever is written, the rules answer; and what they let pass, the compiler can compile."""

from __future__ import annotations

import ast
import copy
import sys
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from framework import check
from framework.diagnostics import sort_unique

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one
from compiled import compiled, imported
from projects import bound
from random_specs import HANDLER, field, projects

QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))
VARIANTS: dict[str, object] = {"Create": {}, "Update": {"optional": "all"}, "Read": {}}
TYPES: dict[str, Any] = {
    "enums": {"Role": {"values": ["a", "b"]}},
    "models": {
        "User": {
            "fields": {"id": "int", "name": "string", "key": "uuid", "price": "decimal"},
            "variants": VARIANTS,
        },
        "Mail": {"fields": {"kind": {"const": "mail"}}},
        "Call": {"fields": {"kind": {"const": "call"}}},
    },
    "unions": {"Owner": {"discriminator": "kind", "of": ["Mail", "Call"]}},
}
ERRORS = {
    "user_gone": {"status": 404, "title": "Gone"},
    "email_taken": {"status": 409, "title": "T"},
}


@QUICK
@given(projects())
def test_rules_never_raise(files: dict[str, object]) -> None:
    """Each project gets its diagnostics, each with a place, and twice the same."""
    first, second = bound(files), bound(files)
    found = sort_unique([*first.diagnostics, *check.run(first.specs)])

    assert found == sort_unique([*second.diagnostics, *check.run(second.specs)])
    assert all(finding.span is not None for finding in found)
    for text in (compiled(files) or {}).values():
        event("compiles")
        ast.parse(text)


@QUICK
@given(field(), st.sampled_from(["it", "kind", "user_id", "dt", "type", "date"]), st.booleans())
def test_accepted_field_makes_a_working_model(keys: object, name: str, varied: bool) -> None:  # noqa: FBT001 - drawn
    """The compiled module imports, and Pydantic can build each model and its defaults."""
    types = copy.deepcopy(TYPES)
    variants = {**VARIANTS, "Brief": {"exclude": [name]}} if varied else {}
    types["models"]["It"] = {"fields": {"plain": "string", name: keys}, "variants": variants}
    texts = compiled({"specs/models.yaml": types})
    if texts is None:
        return
    event("compiles")
    with imported(texts) as modules:
        for model in vars(modules["shared.generated.models.models"]).values():
            if isinstance(model, type) and issubclass(model, BaseModel):
                model.model_rebuild(force=True)


@QUICK
@given(HANDLER, field(), st.sampled_from(["q", "id", "a", "detail", "date"]), st.integers(0, 3))
def test_accepted_operation_makes_a_working_router(
    handler: dict[str, object], keys: object, name: str, group: int
) -> None:
    """The compiled router imports, and so do the errors, Protocols and documents around it."""
    errors = copy.deepcopy(ERRORS) if group else {"user_gone": {**ERRORS["user_gone"]}}
    plain = {key: handler[key] for key in ("method", "request", "response") if key in handler}
    operation = {**plain, "path": "/x", "errors": sorted(errors)}
    if group:
        kind = ("params", "query", "headers")[group - 1]
        operation |= {kind: {name: keys}, "path": f"/{{{name}}}" if kind == "params" else "/x"}
    else:
        errors["user_gone"] |= {"fields": {name: keys}}
    texts = compiled(
        {
            "specs/models.yaml": TYPES,
            "specs/errors.yaml": {"errors": errors},
            "specs/routers/backend/things.yaml": {"rest": {"handlers": {"do_it": operation}}},
        }
    )
    if texts is not None:
        event("compiles")
        with imported(texts) as modules:
            assert modules["shared.generated.routers.backend.things"].create_things_router
