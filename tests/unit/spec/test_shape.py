"""Shape: each mistake is said once, in the reader's words, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framework import spec, syntax
from framework.spec import base_of, fields_of, project

if TYPE_CHECKING:
    from framework.diagnostics import Diagnostic


def bound(**files: str) -> spec.Bound:
    """Bind files that are named by kind: `models`, `errors`, `events`, `router`, `services`."""
    paths = {
        "services": "services.yml",
        "router": "specs/routers/backend/users.yaml",
        **{kind: f"specs/{kind}.yaml" for kind in ("models", "errors", "events")},
    }
    texts = {"services": "version: 1\nservices: []\n", **files}
    readings = [syntax.read(paths[kind], text.encode()) for kind, text in texts.items()]
    return spec.bind([reading.document for reading in readings if reading.document])


def only(**files: str) -> Diagnostic:
    """Return the one thing that is found."""
    (found,) = bound(**files).diagnostics
    return found


def field(text: str) -> Diagnostic:
    """Return what is found in a field."""
    return only(models=f"models: {{A: {{fields: {{x: {text}}}}}}}")


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("{deprecated: [a]}", "expected `true`, `false` or text, found a list", None),
        ("{ge: [1]}", "expected a number or text, found a list", None),
        ('{max_length: "3"}', "expected a whole number, found text", "remove the quotes"),
        ("{max_length: 1.5}", "expected a whole number, found a fraction", None),
        ("{pattern: 1}", "expected text, found a number", 'quote it: "1"'),
        (
            "{nullable: yes}",
            "expected `true` or `false`, found text",
            "write `true` or `false`, without quotes",
        ),
        ("[int]", "expected a mapping, found a list", "write `key: value` pairs"),
        ("{type: 1}", "expected text, found a number", 'quote it: "1"'),
    ],
)
def test_wrong_kind_is_said_once(text: str, message: str, help_: str | None) -> None:
    """Also where several kinds would do, and with advice where the spelling is all."""
    found = field(text)

    assert (found.code, found.message, found.help) == ("SPEC103", message, help_)


@pytest.mark.parametrize(
    ("key", "help_"),
    [
        ("maxlength", "did you mean `max_length`?"),
        ("max-length", "did you mean `max_length`?"),
        ("maximum", "did you mean `le`?"),
        ("enum", "did you mean `values`?"),
        ("colour", "remove it; a key of your own begins with `x-`"),
    ],
)
def test_unknown_key_is_pointed_at(key: str, help_: str) -> None:
    """With the key that was meant, in other languages' words too."""
    found = field(f"{{type: int, {key}: 3}}")

    assert (found.code, found.help) == ("SPEC101", help_)
    assert found.span
    assert found.span.end_column - found.span.column == len(key)


@pytest.mark.parametrize(
    ("handler", "codes"),
    [
        ('{methd: GET, path: ""}', ["SPEC101"]),
        ('{path: ""}', ["SPEC102"]),
        ('{method: WEBSOCKET, path: ""}', []),
        ('{method: GET, path: "", auth: none}', []),
        ('{method: GET, path: "", auth: 1}', ["SPEC103"]),
        ('{method: POST, path: "", idempotency: required}', []),
        ('{method: GET, path: "", idempotent: none}', ["SPEC101"]),
        ('{method: POST, path: "", request: {file: {}}}', ["SPEC102"]),
        ('{method: POST, path: "", request: {model: A, paginate: cursor}}', ["SPEC101"]),
        ('{method: GET, path: "", response: {model: A, paginate: scroll}}', ["SPEC104"]),
        ('{method: GET, path: "", errors: none}', ["SPEC103"]),
        ("{method: TRACE, path: 1}", ["SPEC103", "SPEC104"]),
        ('{method: GET, path: "", x-own: 1}', []),
    ],
)
def test_keys_are_known_where_the_language_has_them(handler: str, codes: list[str]) -> None:
    """A key that is known elsewhere is not known here, and a misspelt one is not missing, too."""
    for name in ("op", "request", "method"):
        found = bound(router=f"rest: {{handlers: {{{name}: {handler}}}}}").diagnostics
        assert sorted(finding.code for finding in found) == codes


def test_broken_declaration_hides_no_other() -> None:
    """The others are bound; names of the broken one are remembered."""
    result = bound(models="models: {A: {fields: 1}, B: {fields: {x: int}}}")

    assert list(result.specs.models) == ["B"]
    assert result.specs.may_be_broken("type", "A", "models")
    assert result.specs.knows_type("A")


def test_names_are_shared_by_kinds_of_types() -> None:
    """Models, enums and unions are one namespace; the later one is blamed."""
    found = only(models="enums: {A: {values: [x]}}\nmodels: {A: {fields: {x: int}}}")

    assert (found.code, found.span and found.span.line) == ("SPEC106", 2)
    assert found.related[0].span.line == 1


@pytest.mark.parametrize("files", [{}, {"services": "# nothing\n"}, {"services": "[]"}])
def test_services_have_to_be_declared(files: dict[str, str]) -> None:
    """A project without services is a finding, whatever the reason."""
    documents = [
        reading.document
        for text in files.values()
        if (reading := syntax.read("services.yml", text.encode())).document
    ]

    assert len(spec.bind(documents).diagnostics) == 1


def test_variants_follow_the_table() -> None:
    """`readonly`, `writeonly` and `immutable` decide what each variant keeps."""
    specs = bound(
        models="""
models:
  M: {mixin: true, fields: {at: {type: datetime, readonly: true}}}
  U:
    mixins: [M]
    fields:
      id: {type: int, readonly: true}
      mail: {type: email, immutable: true}
      pin: {type: string, writeonly: true}
      nick: {type: string, default: x}
    variants:
      Create: {}
      Update: {optional: [nick]}
      Read: {}
      Brief: {only: [id, nick]}
      Patch: {extends: Update, exclude: [pin]}
"""
    ).specs
    kept = {
        variant: {p.name: p.presence.value for p in project(specs, "U", variant)}
        for variant in specs.models["U"].spec.variants
    }

    assert kept == {
        "Create": {"mail": "required", "pin": "required", "nick": "defaulted"},
        "Update": {"pin": "required", "nick": "optional"},
        "Read": {"at": "required", "id": "required", "mail": "required", "nick": "required"},
        "Brief": {"id": "required", "nick": "required"},
        "Patch": {"nick": "optional"},
    }
    assert base_of(specs, "U", "Patch") == "Update"
    assert [name for name, _ in fields_of(specs, "U")] == ["id", "mail", "pin", "nick", "at"]
