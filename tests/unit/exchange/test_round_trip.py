"""What goes out comes in again: the same document, and within a subset the same specs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from framework.exchange import Imported, Wanted, import_openapi, new_services
from framework.exchange.exporting import export_openapi
from framework.layout import print_spec
from framework.pipeline import contract_of, validate
from framework.project import kind_of
from tests.unit.exchange.made import projects

if TYPE_CHECKING:
    from framework.syntax import Json

GOOD = Path(__file__).parents[2] / "golden" / "good"
OTHERS = {  # what a document does not say, and docs/guide.md lists
    "auth/desk": "which operation verifies",
    "auth/open-desk": "who may call, where nobody needs to ask",
    "deprecated/desk": "since when, until when, and what to use instead",
    "idempotency/bank": "keys of idempotency",
    "operations/web-shop": "the order of keys of what is deprecated",
    "pages/shop": "pages",
    "references/library": "fields that refer to others",
    "sockets/talk-show": "sockets",
    "streams/news-desk": "streams",
    "uploads/media": "files",
}
SERVED = [
    (case, service.name)
    for case in sorted(GOOD.iterdir())
    for service in contract_of(case).services
    if service.serves_http
]


def written(found: Imported, root: Path) -> Path:
    """Write an import as a project."""
    files = {**found.files, "services.yml": new_services(found.entry, found.schemes)}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def exported(root: Path, name: str) -> str:
    """Export the document of a service of a project, which is valid."""
    assert not [d.message for d in validate(root).diagnostics if d.severity.value == "error"]
    contract = contract_of(root)
    service = next(service for service in contract.services if service.name == name)
    return export_openapi(contract, service)


@pytest.mark.parametrize(("case", "name"), SERVED, ids=lambda part: getattr(part, "name", part))
def test_document_survives(case: Path, name: str, tmp_path: Path) -> None:
    """Imported and exported again it is the same, byte for byte; a second trip changes nothing."""
    before = exported(case, name)
    wanted = Wanted(name)
    root = written(import_openapi("a.json", before.encode(), wanted), tmp_path / "once")
    after = exported(root, name)
    again = written(import_openapi("a.json", after.encode(), wanted), tmp_path / "twice")

    assert (after == before) is (f"{case.name}/{name}" not in OTHERS)
    assert exported(again, name) == after


@given(project=projects())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_specs_survive(project: dict[str, Json], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Import(export(spec)) == fmt(spec): specs of the subset come back as `fmt` writes them."""
    root = tmp_path_factory.mktemp("project")
    formatted = {path: print_spec(tree, kind_of(path) or "") for path, tree in project.items()}
    entry: dict[str, Json] = {"name": "shop", "type": "python-fastapi", "exposes": ["rest"]}
    found = Imported("shop", entry, formatted, {}, (), {})

    again = import_openapi("a.json", exported(written(found, root), "shop").encode(), Wanted())

    assert again.files == formatted
    assert again.entry == entry
