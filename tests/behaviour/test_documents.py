"""The compiled documents are what their specifications ask for."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.behaviour.projects import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GENERATED = "expected/shared/generated"
OPENAPI = sorted(path for case in CASES for path in case.glob(f"{GENERATED}/openapi/*.json"))
ASYNCAPI = sorted(path for case in CASES for path in case.glob(f"{GENERATED}/asyncapi.json"))
SOCKETS = sorted(path for case in CASES for path in case.glob(f"{GENERATED}/asyncapi/*.json"))
SCHEMAS = "@asyncapi/specs@6.11.1"


def name_of(path: Path) -> str:
    """Return `case/document`, for the names of tests."""
    return f"{path.relative_to(CASES[0].parent).parts[0]}/{path.stem}"


def read(path: Path) -> dict[str, Any]:
    """Return a document as JSON values."""
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


def references(node: object) -> Iterator[str]:
    """Yield every `$ref` below a node."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def resolve(document: dict[str, Any], reference: str) -> object:
    """Return what a local reference points at; raise KeyError if that is nothing."""
    node: Any = document
    for step in reference.removeprefix("#/").split("/"):
        node = node[step.replace("~1", "/").replace("~0", "~")]
    return node


@pytest.mark.parametrize("path", OPENAPI, ids=name_of)
def test_openapi_documents_are_valid(path: Path) -> None:
    """OpenAPI 3.1, with defaults that fit their schemas and references that lead somewhere."""
    assert [error.message for error in OpenAPIV31SpecValidator(read(path)).iter_errors()] == []


@pytest.mark.parametrize("path", OPENAPI, ids=name_of)
def test_components_are_those_that_are_used(path: Path) -> None:
    """Each schema has a use, so that clients get no dead types."""
    document = read(path)
    used = {reference.rpartition("/")[2] for reference in references(document)}

    assert document["components"]["schemas"].keys() - used <= {"Problem", "ValidationProblem"}


@pytest.mark.parametrize("path", OPENAPI, ids=name_of)
def test_links_lead_to_operations_and_fields_that_exist(path: Path) -> None:
    """A link names an operation of the document, and gives what it cannot do without."""
    document = read(path)
    operations = {
        operation["operationId"]: operation
        for item in document["paths"].values()
        for operation in item.values()
    }
    for operation in operations.values():
        for answer in operation["responses"].values():
            for link in answer.get("links", {}).values():
                target = operations[link["operationId"]]
                taken = {p["name"] for p in target["parameters"]}
                needed = {p["name"] for p in target["parameters"] if p["in"] == "path"}
                assert needed <= link["parameters"].keys() <= taken


@pytest.mark.parametrize("path", ASYNCAPI, ids=name_of)
def test_asyncapi_documents_hang_together(path: Path) -> None:
    """References lead somewhere, and an operation's messages are those of its channel."""
    document = read(path)

    assert document["asyncapi"] == "3.0.0"
    assert all(resolve(document, reference) for reference in references(document))
    for name, operation in document["operations"].items():
        channel = operation["channel"]["$ref"]
        event = channel.rpartition("/")[2]
        verb = {"send": "publish", "receive": "subscribe"}[operation["action"]]
        assert name.endswith(f".{verb}.{event}")
        assert [m["$ref"] for m in operation["messages"]] == [f"{channel}/messages/{event}"]


@pytest.mark.parametrize("path", SOCKETS, ids=name_of)
def test_documents_of_sockets_hang_together(path: Path) -> None:
    """References lead somewhere, and all messages of a channel are received or sent."""
    document = read(path)

    assert all(resolve(document, reference) for reference in references(document))
    travelling = {
        message["$ref"]
        for operation in document["operations"].values()
        for message in operation["messages"]
    }
    assert travelling == {
        f"#/channels/{name}/messages/{message}"
        for name, channel in document["channels"].items()
        for message in channel["messages"]
    }


@pytest.mark.slow
def test_asyncapi_documents_are_valid(tmp_path: Path) -> None:
    """The schema that the AsyncAPI initiative publishes accepts each of them."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: it fetches the schema of AsyncAPI")
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", SCHEMAS],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    schemas = tmp_path / "node_modules" / "@asyncapi" / "specs" / "schemas"
    validator = Draft7Validator(read(schemas / "3.0.0-without-$id.json"))

    found = {name_of(path): [*validator.iter_errors(read(path))] for path in (*ASYNCAPI, *SOCKETS)}

    assert not any(found.values()), found
