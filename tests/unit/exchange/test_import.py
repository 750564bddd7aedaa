"""Whole documents come in: the specs that are made of them, and what the report says."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from framework import check, spec
from framework.diagnostics import Severity, render_json, render_text
from framework.exchange import Imported, Wanted, import_openapi, new_services
from framework.syntax import Document, read

GOLDEN = Path(__file__).parents[2] / "golden" / "import"
CASES = sorted(path.parent for path in GOLDEN.glob("*/openapi.yaml"))


def imported(case: Path) -> Imported:
    """Import the document of a case."""
    return import_openapi("openapi.yaml", (case / "openapi.yaml").read_bytes(), Wanted(case.name))


def documents(found: Imported) -> list[Document]:
    """Read what an import would write, as the compiler reads it."""
    texts = {**found.files, "services.yml": new_services(found.entry, found.schemes)}
    readings = [read(path, text.encode()) for path, text in texts.items()]
    assert not [finding for reading in readings for finding in reading.diagnostics]
    return [reading.document for reading in readings if reading.document]


def errors(found: Imported) -> list[str]:
    """Return what the compiler refuses of an import."""
    bound = spec.bind(documents(found))
    said = (*bound.diagnostics, *check.run(bound.specs))
    return [f"{d.span}: {d.message}" for d in said if d.severity is Severity.ERROR]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_import_is_golden(case: Path) -> None:
    """The specs and the report are exactly the recorded ones."""
    found = imported(case)
    actual = dict(found.files)
    actual["diagnostics.txt"] = render_text(found.diagnostics, found.sources)
    expected = case / "expected"
    if os.environ.get("GOLDEN") == "update":
        shutil.rmtree(expected, ignore_errors=True)
        for name, text in actual.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_text(text, "utf-8")

    files = (path for path in expected.rglob("*") if path.is_file())
    assert actual == {p.relative_to(expected).as_posix(): p.read_text("utf-8") for p in files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_import_validates(case: Path) -> None:
    """No rule of the language refuses what an import writes."""
    assert not errors(imported(case))


def test_json_and_yaml_are_read_alike() -> None:
    """The same document in either spelling gives the same specs, and the same losses."""
    text = (GOLDEN / "nasty" / "openapi.yaml").read_text("utf-8")
    document = read("a.yaml", text.replace("+1:", '"+1":').replace("-1:", '"-1":').encode())
    assert document.document
    raw = json.dumps(document.document.content).encode()

    one, other = imported(GOLDEN / "nasty"), import_openapi("a.json", raw, Wanted("nasty"))

    assert one.files == other.files
    assert sorted(d.message for d in one.diagnostics) == sorted(
        d.message for d in other.diagnostics
    )


def test_every_loss_has_a_place_and_a_code() -> None:
    """The report can be read by programs: each entry names its line in the document."""
    found = imported(GOLDEN / "nasty")
    report = json.loads(render_json(found.diagnostics))

    assert report
    assert all(entry["range"]["start"]["line"] >= 1 for entry in report)
    assert {entry["path"] for entry in report} == {"openapi.yaml"}
    assert all(entry["code"].startswith("IMP") for entry in report)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("swagger: '2.0'", "IMP001"),
        ("[]", "IMP001"),
        ("openapi: 4.0.0", "IMP001"),
        ("{", "SPEC003"),
        ('{"openapi": "3.0.0"} x', "SPEC003"),
        ("a: *nowhere", "SPEC004"),
        ("[" * 5000, "SPEC004"),
        ("\xff\xfe", "SPEC002"),
    ],
)
def test_what_is_no_document_is_a_finding(text: str, code: str) -> None:
    """Never a traceback; nothing is written."""
    found = import_openapi("openapi.yaml", text.encode("latin-1"), Wanted("a"))

    assert found.failed
    assert not found.files
    assert code in {diagnostic.code for diagnostic in found.diagnostics}


def test_alias_bombs_are_bounded() -> None:
    """Aliases are followed, and counted as if they were written out."""
    lines = ["openapi: 3.0.0", "x-0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]

    found = import_openapi("openapi.yaml", "\n".join(lines).encode(), Wanted("a"))

    assert [diagnostic.code for diagnostic in found.diagnostics] == ["SPEC004"]


def test_anchors_and_merge_keys_are_followed() -> None:
    """Documents of others use them, though specs may not."""
    text = """
openapi: 3.0.0
components:
  schemas:
    A: &a {type: object, properties: {n: {type: integer}}}
    B: {<<: *a, description: Merged.}
    C: *a
"""
    found = import_openapi("openapi.yaml", text.encode(), Wanted("s"))

    models = found.files["specs/models/s.yaml"]
    assert (
        "  B:\n    description: Merged.\n    fields:\n      n: {type: int, optional: true}"
        in models
    )
    assert "  C:\n" in models
