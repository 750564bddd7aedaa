"""Editors accept what the compiler accepts, refuse what it refuses, and tell what each key is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from framework import schemas, spec, syntax
from framework.project import kind_of
from framework.spec.base import SpecNode

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests/golden"
GOOD = sorted(path.parent for path in GOLDEN.glob("good/*/services.y*ml"))
SHAPES = ("missing-key", "planned", "type-syntax", "unknown-key", "wrong-type", "wrong-value")


def documents(root: Path) -> dict[str, Any]:
    """Return path → content of the specs below `root`."""
    read = (reading.document for reading in syntax.read_specs(root))
    return {document.path: document.content for document in read if document}


def validators(root: Path) -> dict[str, Draft7Validator]:
    """Return kind → validator, with the names of the project at `root`."""
    read = [reading.document for reading in syntax.read_specs(root)]
    specs = spec.bind([document for document in read if document]).specs
    made = {kind: json.loads(schemas.schema_text(kind, specs)) for kind in schemas.KINDS}
    for schema in made.values():
        Draft7Validator.check_schema(schema)
    return {kind: Draft7Validator(schema) for kind, schema in made.items()}


def refused(root: Path) -> dict[str, list[str]]:
    """Return path → what the schema of its kind says against it."""
    kinds = validators(root)
    return {
        path: [error.message for error in kinds[kind_of(path) or ""].iter_errors(content)]
        for path, content in documents(root).items()
        if content is not None
    }


@pytest.mark.parametrize("root", [*GOOD, ROOT], ids=lambda root: root.name)
def test_what_compiles_is_accepted(root: Path) -> None:
    """Every key and every short spelling of the golden cases and of the reference project."""
    assert not any(refused(root).values()), refused(root)


@pytest.mark.parametrize("name", SHAPES)
def test_wrong_shapes_are_refused(name: str) -> None:
    """Each file that the compiler finds a fault of shape in is marked by the editor, too."""
    case = GOLDEN / "bad" / f"shape-{name}"
    said = (case / "expected/diagnostics.txt").read_text("utf-8")
    faulty = {path for path in documents(case) if f"--> {path}:" in said}

    assert faulty
    assert {path for path, errors in refused(case).items() if errors} == faulty


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("int", True),
        ("New", True),
        ("User.Read?", True),
        ("list[ User.Read ]", True),
        ("dict[string, list[set[int]]]?", True),
        ("", False),
        ("list[", False),
        ("User-Read", False),
        ("1", False),
        ("a\nb", False),
    ],
)
def test_types_are_open_and_well_formed(text: str, fits: bool) -> None:  # noqa: FBT001 - a table
    """A name that was declared a moment ago is no error; broken brackets are."""
    models = {"models": {"User": {"fields": {"own": text}}}}

    assert validators(ROOT)["models"].is_valid(models) is fits


@pytest.mark.parametrize("root", [*GOOD, ROOT], ids=lambda root: root.name)
def test_nothing_is_offered_twice(root: Path) -> None:
    """Language servers refuse such a schema whole, and then tell nothing at all."""
    for validator in validators(root).values():
        for definition in validator.schema["definitions"].values():
            offered = definition.get("anyOf", [{}])[0].get("enum", [])
            assert len(offered) == len(set(offered))


def test_names_of_the_project_are_offered() -> None:
    """Variants and references as types, errors, events, services, operations where they stand."""
    definitions = {kind: v.schema["definitions"] for kind, v in validators(ROOT).items()}

    def offered(kind: str, name: str) -> list[str]:
        found: list[str] = definitions[kind][name]["anyOf"][0]["enum"]
        return found

    assert {"User", "User.Read", "User.id", "string"} <= {*offered("models", "type")}
    assert {"User.Create", "list[User.Read]"} <= {*offered("router", "payload")}
    assert "user_not_found" in offered("router", "error")
    assert "user_registered" in offered("router", "event")
    assert {"backend", "notifications"} <= {*offered("events", "service")}
    assert "backend.v1.get_user" in offered("services", "operation")
    assert {"broker", "database", "internet"} <= {*offered("services", "access")}


def described(schema: object, path: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each key of each definition, and whether it has a text."""
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            yield f"{path}.{key}", bool(value.get("markdownDescription") or "$ref" in value)
        for key, value in schema.items():
            yield from described(value, f"{path}.{key}")


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_each_key_has_a_text(kind: str) -> None:
    """The docstring below it in its spec class: write one for a new key."""
    schema = validators(ROOT)[kind].schema

    assert not [path for path, told in described(schema) if not told]
    assert all(told for _, told in described(schema))


def test_every_spec_class_is_published() -> None:
    """A class that no schema names is a key that editors do not know."""
    published = {name for v in validators(ROOT).values() for name in v.schema["definitions"]}
    classes = {cls.__name__ for cls in SpecNode.__subclasses__()}

    assert classes - published == {"ServicesSpec"}  # its keys stand at the top of the file


def test_the_order_of_declarations_is_kept() -> None:
    """The same specs give the same bytes."""
    specs = spec.SpecSet()

    assert [schemas.schema_text(kind, specs) for kind in schemas.KINDS] == [
        artefact.text for artefact in schemas.emit(specs)
    ]
