"""What goes out comes in again: the same document, and within a subset the same specs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framework.exchange import Wanted, import_openapi, new_services
from framework.exchange.exporting import export_openapi
from framework.layout import print_spec
from framework.pipeline import contract_of, validate
from framework.project import kind_of

if TYPE_CHECKING:
    from framework.exchange import Imported
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


NAMES = st.sampled_from(["alpha", "beta", "gamma", "delta", "ident", "total", "note", "kind"])
TEXTS = st.text("abc \"'#:{}é", min_size=1, max_size=12).map(str.strip).filter(bool)
SCALARS: st.SearchStrategy[dict[str, Json]] = st.one_of(
    st.sampled_from(["string", "int", "int32", "int64", "float", "bool", "uuid", "email"]).map(
        lambda word: {"type": word}
    ),
    st.sampled_from(["url", "datetime", "date", "time", "duration", "json", "bytes"]).map(
        lambda word: {"type": word}
    ),
    st.tuples(st.integers(0, 9), st.integers(10, 99)).map(
        lambda ends: {"type": "int", "ge": ends[0], "le": ends[1]}
    ),
    st.tuples(st.integers(1, 9), st.integers(10, 99)).map(
        lambda ends: {"type": "string", "min_length": ends[0], "max_length": ends[1]}
    ),
    st.just({"type": "string", "pattern": "^[a-z]+$"}),
    st.just({"type": "decimal", "max_digits": 9, "decimal_places": 2}),
    st.just({"values": ["a", "b c", "1"]}),
    st.just({"const": "fixed"}),
    st.just({"type": "Color"}),
    st.just({"type": "list[int]", "max_items": 3, "items": {"ge": 1}}),
    st.just({"type": "list[Part]"}),
    st.just({"type": "dict[string, Part]", "max_items": 2}),
)


@st.composite
def fields(draw: st.DrawFn) -> dict[str, Json]:
    """Make the fields of a model."""
    found: dict[str, Json] = {}
    for name in draw(st.lists(NAMES, unique=True, min_size=1, max_size=5)):
        keys = dict(draw(SCALARS))
        if keys.get("type") not in {None, "json"} and "items" not in keys and draw(st.booleans()):
            keys["type"] = f"{keys['type']}?"
        if draw(st.booleans()):
            keys["optional"] = True
        if draw(st.booleans()):
            keys["description"] = draw(TEXTS)
        found[name] = keys["type"] if keys.keys() == {"type"} else keys
    return found


@st.composite
def projects(draw: st.DrawFn) -> dict[str, Json]:
    """Make a project of the subset: files by path, as plain values."""
    whole = draw(fields())
    part: dict[str, Json] = {"n": "int", "parts": {"type": "list[Part]", "optional": True}}
    told: Json = draw(TEXTS)
    handlers: dict[str, Json] = {
        "list_all": {
            "method": "GET",
            "path": "",
            "summary": draw(TEXTS),
            "query": {"limit": {"type": "int", "default": 5, "ge": 1, "le": 9}},
            "response": {"model": "list[Whole]", "description": told},
        },
        "make": {
            "method": "POST",
            "path": "",
            "summary": draw(TEXTS),
            "request": "Whole",
            "response": {"model": "Whole", "description": told},
            "errors": ["taken"],
        },
    }
    color: Json = {"Color": {"description": draw(TEXTS), "values": ["red", "blue"]}}
    models: dict[str, Json] = {"Whole": {"description": told, "fields": whole}}
    declared: dict[str, Json] = {"enums": color} if "Color" in str(whole) else {}
    declared["models"] = {"Part": {"fields": part}, **models} if "Part" in str(whole) else models
    error: Json = {"status": 409, "title": draw(TEXTS), "fields": {"by": "string"}}
    return {
        "specs/errors/shop.yaml": {"errors": {"taken": error}},
        "specs/models/shop.yaml": declared,
        "specs/routers/shop/things.yaml": {
            "rest": {"prefix": "/things", "version": "v1", "handlers": handlers}
        },
    }


@given(project=projects())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_specs_survive(project: dict[str, Json], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Specs of the subset, in their canonical form, come back as they were."""
    root = tmp_path_factory.mktemp("project")
    texts = {path: print_spec(tree, kind_of(path) or "") for path, tree in project.items()}
    entry: dict[str, Json] = {"name": "shop", "type": "python-fastapi", "exposes": ["rest"]}
    for path, text in {**texts, "services.yml": new_services(entry, {})}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    found = import_openapi("a.json", exported(root, "shop").encode(), Wanted())

    assert found.files == texts
    assert found.entry == entry
