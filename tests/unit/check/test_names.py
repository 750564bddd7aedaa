"""What generated code imports cannot be redefined by a spec."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from framework.check.names import IMPORTED, WORDS, aliased, pascal, snake
from framework.contract import names
from framework.pipeline import compile_project

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one
from projects import codes

ROOT = Path(__file__).parents[3]
_DECLARED = ("generated/models", "generated.models", "generated/errors", "generated.errors")
PROJECTS = [ROOT, *(path.parent for path in ROOT.glob("tests/golden/good/*/services.yml"))]


def imported(project: Path) -> set[str]:
    """Return what compiled modules that know models or errors import from elsewhere."""
    found: set[str] = set()
    for artefact in compile_project(project).artefacts:
        if artefact.path.suffix == ".py":
            found |= _imported(artefact.text, str(artefact.path))
    return found


def _imported(text: str, path: str) -> set[str]:
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Import | ast.ImportFrom)]
    modules = [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)]
    if not any(part in place for place in (path, *modules) for part in _DECLARED):
        return set()  # nothing that a spec names is there
    theirs = [n for n in nodes if not (getattr(n, "module", None) or "").startswith("shared")]
    return {alias.asname or alias.name for node in theirs for alias in node.names}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_imported_names_are_reserved(project: Path) -> None:
    """Every class that a generated module imports is refused as the name of a model."""
    classes = {name for name in imported(project) if name[0].isupper()}

    assert classes <= IMPORTED


@pytest.mark.parametrize("name", sorted(IMPORTED))
def test_reserved_name_is_refused(name: str) -> None:
    """With one diagnostic."""
    assert codes({"specs/models.yaml": {"models": {name: {"fields": {"x": "int"}}}}}) == ["SPEC204"]


@pytest.mark.parametrize("name", ["email_taken", "a", "tg_bot", "a1_b2"])
def test_names_are_derived_as_the_contract_derives_them(name: str) -> None:
    """The rules look for clashes of the names that the compiler will use."""
    assert pascal(name) == names.pascal(name)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("listUsers", "list_users"), ("HTTPServer", "http_server"), ("a-b c", "a_b_c"), ("X", "x")],
)
def test_snake_case_is_proposed(name: str, wanted: str) -> None:
    """Words are found by humps and by what is no letter."""
    assert snake(name) == wanted


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("class", "write `class_: {..., alias: class}`"),
        ("no: x", 'write `no_x_: {..., alias: "no: x"}`'),
        ("größe", None),
        ("true", 'write `true_: {..., alias: "true"}`'),
    ],
)
def test_fix_is_a_line_that_can_be_copied(name: str, fix: str | None) -> None:
    """It is YAML, quoted where it must be; without a good one there is none."""
    assert aliased(name, name) == fix


def test_words_of_signatures_are_no_operations() -> None:
    """An operation of that name would hide the type from the operations after it."""
    for word in WORDS - {"b64decode"}:
        handlers = {word: {"method": "GET", "path": ""}}
        assert codes({"specs/routers/backend/a.yaml": {"rest": {"handlers": handlers}}}) == [
            "SPEC305"
        ]
