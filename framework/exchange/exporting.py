"""Export a contract: documents that others read, made of the same parts as the compiled ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from framework.contract import Kind, Named
from framework.emit import asyncapi, openapi
from framework.emit.document import canonical
from framework.emit.document.schemas import Schemas
from framework.emit.document.uses import Uses
from framework.exchange.mermaid import models_diagram, services_diagram

if TYPE_CHECKING:
    from framework.contract import Contract, Model, Service
    from framework.syntax import Json

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMPONENT = "#/components/schemas/"
_WRITTEN = (".Create", ".Update")


def export_openapi(contract: Contract, service: Service) -> str:
    """Return the OpenAPI document of a service: what it serves, byte for byte."""
    return canonical(openapi.document(contract, service))


def export_asyncapi(contract: Contract) -> str:
    """Return the AsyncAPI document of all events."""
    return canonical(asyncapi.document(contract))


def export_jsonschema(contract: Contract) -> str:
    """Return all models, enums and unions as one JSON Schema document (2020-12)."""
    closed = [_named(m) for m in contract.models().values() if m.id.endswith(_WRITTEN)]
    others = [_named(m) for m in contract.models().values() if not m.id.endswith(_WRITTEN)]
    others += [Named(Kind.ENUM, enum.name, enum.module) for enum in contract.enums().values()]
    others += [Named(Kind.UNION, union.name, union.module) for union in contract.unions().values()]
    uses = Uses.of(contract, closed, others)
    schemas = Schemas(uses, contract.enums(), contract.references(), mapped=False)
    components = cast("Json", json.loads(canonical(schemas.components())))
    return canonical({"$schema": _DIALECT, "$defs": _moved(components)})


def export_mermaid(contract: Contract, *, models: bool) -> str:
    """Return a diagram of the services, or of the models."""
    return models_diagram(contract) if models else services_diagram(contract)


def _named(model: Model) -> Named:
    return Named(Kind.MODEL, model.name, model.module)


def _moved(value: Json) -> Json:
    """Return a document whose references lead to `$defs`; of discriminators nothing is left."""
    if isinstance(value, list):
        return [_moved(item) for item in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref")
    if isinstance(reference, str) and reference.startswith(_COMPONENT):
        return {**value, "$ref": f"#/$defs/{reference.removeprefix(_COMPONENT)}"}
    return {
        key: _moved(item)
        for key, item in value.items()
        if not (key == "discriminator" and "oneOf" in value)
    }
