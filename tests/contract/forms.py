"""What a form cannot say: its parts are texts, so that some violations are valid bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema_rs import Draft202012Validator
from schemathesis.generation.modes import GenerationMode

if TYPE_CHECKING:
    from schemathesis import Case

FORM = "multipart/form-data"


def is_distinct(_: object, case: Case) -> bool:
    """Tell whether a case differs on the wire from what it violates.

    A part `note` that is the number 7 or null, where the contract asks for text, is written as `7`
    and `null`: the very bytes of a valid part. Of a file any bytes are valid. Schemathesis would
    report that such a case was accepted. No other case is left out.
    """
    negative = case.meta is not None and case.meta.generation.mode is GenerationMode.NEGATIVE
    if not negative or case.media_type != FORM or not isinstance(case.body, dict):
        return True
    document = case.operation.schema.raw_schema
    operation = document["paths"][case.operation.path][case.operation.method.lower()]
    schema = operation["requestBody"]["content"][FORM]["schema"]
    shared = {"components": document.get("components", {})}
    parts = schema["properties"]
    return not (
        set(schema["required"]) <= case.body.keys() <= parts.keys()
        and all(_reads(value, {**parts[name], **shared}) for name, value in case.body.items())
    )


def _reads(value: object, schema: dict[str, Any]) -> bool:
    """Tell whether a part is valid, be it only as the text that it is written as."""
    validator = Draft202012Validator(schema)
    if validator.is_valid(value):
        return True
    if "contentMediaType" in schema:
        return True
    plain = value is None or isinstance(value, (bool, int, float))
    return plain and validator.is_valid(json.dumps(value))
