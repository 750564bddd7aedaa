"""Schemas become variants of one model exactly where the document stays the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework.exchange import Wanted, import_openapi
from framework.exchange.exporting import export_openapi
from framework.pipeline import contract_of

if TYPE_CHECKING:
    from framework.syntax import Json

GOOD = Path(__file__).parents[2] / "golden" / "good"
USER: dict[str, Json] = {"id": {"type": "integer"}, "nick": {"type": "string"}}


def schema(properties: dict[str, Json], *required: str, closed: bool = False) -> Json:
    """Make an object."""
    end: dict[str, Json] = {"additionalProperties": False} if closed else {}
    return {"type": "object", "properties": properties, "required": [*required], **end}


def models(**schemas: Json) -> str:
    """Import a document with these schemas, of which `UserCreate` is sent and `User` answered."""
    body: Json = {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}
    sent: Json = {"application/json": {"schema": {"$ref": "#/components/schemas/UserCreate"}}}
    operation: Json = {
        "operationId": "add",
        "requestBody": {"required": True, "content": sent},
        "responses": {"201": {"description": "x", "content": body}},
    }
    document: Json = {
        "openapi": "3.1.0",
        "info": {"title": "shop", "version": "1"},
        "paths": {"/users": {"post": operation}},
        "components": {"schemas": schemas},
    }
    found = import_openapi("a.json", json.dumps(document).encode(), Wanted("shop"))
    return found.files["specs/models/shop.yaml"]


def test_what_is_only_read_is_readonly() -> None:
    """A field that `UserCreate` lacks is `readonly`, and one that only it has is `writeonly`."""
    word: Json = {"type": "string"}
    created = schema({"nick": word, "word": word}, "nick", "word", closed=True)

    found = models(User=schema(USER, "id", "nick"), UserCreate=created)

    assert "id: {type: int, readonly: true}" in found
    assert "word: {type: string, writeonly: true}" in found
    assert "UserCreate" not in found


@pytest.mark.parametrize(
    "created",
    [
        pytest.param(schema({"nick": {"type": "integer"}}, "nick", closed=True), id="other type"),
        pytest.param(
            schema({"nick": {"type": "string", "maxLength": 3}}, "nick", closed=True), id="bounds"
        ),
        pytest.param(
            schema({"nick": {"type": "string", "description": "x"}}, "nick", closed=True),
            id="description",
        ),
    ],
)
def test_what_is_no_projection_stays(created: Json) -> None:
    """A field that says anything else keeps two models apart."""
    found = models(User=schema(USER, "id", "nick"), UserCreate=created)

    assert "UserCreate:" in found
    assert "variants" not in found


def test_a_taken_name_is_no_variant() -> None:
    """Where `UserRead` is another model, `User` has no variant of that name."""
    created = schema({"nick": {"type": "string"}}, "nick", closed=True)
    other = schema({"other": {"type": "string"}}, "other")

    found = models(User=schema(USER, "id", "nick"), UserCreate=created, UserRead=other)

    assert "UserCreate:" in found


def test_endings_of_others_mean_nothing() -> None:
    """In a document that is not ours `UserNick` is a model, whatever its fields are."""
    created = schema({"nick": {"type": "string"}}, "nick", closed=True)
    nick = schema({"nick": {"type": "string"}}, "nick")

    found = models(User=schema(USER, "id", "nick"), UserCreate=created, UserNick=nick)

    assert "UserNick:" in found
    assert "Create: {}" in found


def test_unions_of_variants_are_one() -> None:
    """`AnyChannelCreate`, `AnyChannelRead` and `AnyChannelUpdate` come back as `AnyChannel`."""
    contract = contract_of(GOOD / "unions")
    (service,) = (each for each in contract.services if each.serves_http)

    document = export_openapi(contract, service).encode()
    found = import_openapi("a.json", document, Wanted(service.name))

    written = found.files[f"specs/models/{service.name}.yaml"]
    assert "AnyChannel: {discriminator: kind, of: [EmailChannel, PostChannel]}" in written
    assert "AnyChannelCreate" not in "".join(found.files.values())
