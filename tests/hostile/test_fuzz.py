"""Whatever is written, somebody is told where it is wrong, or it compiles to code that works.

`HYPOTHESIS_PROFILE=explore` looks for new examples; without it each run draws the same ones.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from framework import check, spec, syntax
from framework.contract import resolve
from framework.diagnostics import Diagnostic, has_errors, render_text, sort_unique
from framework.emit import EMITTERS
from framework.project import kind_of

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one
sys.path.insert(0, str(Path(__file__).parents[1] / "unit/check"))
from compiled import imported
from mutations import CHANGES, Change, spoil_text, spoil_values

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
pytestmark = pytest.mark.slow
GOLDEN = HERE.parent / "golden"
EXPLORED = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
LONG = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "400")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
READERS = {".json": json.loads, ".toml": tomllib.loads, ".py": ast.parse, ".typed": str}
LINE_BREAK = re.compile(r"\r\n|\r|\n")
KINDS = (
    "services.yml",
    "specs/models.yaml",
    "specs/errors.yaml",
    "specs/events.yaml",
    "specs/routers/backend/users.yaml",
)


def texts_of(case: Path) -> dict[str, str]:
    """Return the specs of a golden case by path; those that are no text are left out."""
    found: dict[str, str] = {}
    for path in (case / "services.yml", *sorted(case.glob("specs/**/*.y*ml"))):
        name = path.relative_to(case).as_posix()
        with suppress(OSError, UnicodeDecodeError):
            found |= {name: path.read_text("utf-8")} if kind_of(name) else {}
    return found


def contents_of(texts: Mapping[str, str]) -> dict[str, object]:
    """Return the plain values of the files that are YAML."""
    readings = (syntax.read(path, text.encode()) for path, text in texts.items())
    return {read.path: read.document.content for read in readings if read.document}


CASES = {
    f"{case.parent.name}/{case.name}": texts_of(case)
    for case in sorted(path.parent for path in GOLDEN.glob("*/*/services.yml"))
}
GOOD = [name for name in CASES if name.startswith("good/")]
ONE_OF_ALL = st.one_of(st.sampled_from(GOOD), st.sampled_from(GOOD), st.sampled_from(sorted(CASES)))
VALUES = {name: contents_of(texts) for name, texts in CASES.items()}


def compile_texts(
    texts: Mapping[str, str],
) -> tuple[tuple[Diagnostic, ...], dict[str, str] | None]:
    """Return what is said about a project, and if nothing is wrong the modules it compiles to."""
    readings = [syntax.read(path, texts[path].encode()) for path in sorted(texts)]
    documents = [reading.document for reading in readings if reading.document]
    bound = spec.bind(documents, [r.path for r in readings if r.document is None])
    found = [finding for reading in readings for finding in reading.diagnostics]
    said = sort_unique([*found, *bound.diagnostics, *check.run(bound.specs)])
    if has_errors(said):
        return said, None
    contract = resolve(bound.specs)
    artefacts = [artefact for emit in EMITTERS for artefact in emit(contract)]
    return said, {str(artefact.path): artefact.text for artefact in artefacts}


def check_outcome(texts: Mapping[str, str]) -> dict[str, str] | None:
    """Compile; what is wrong has a place in the text, what is compiled can be imported."""
    said, artefacts = compile_texts(texts)
    render_text(said, texts)
    for finding in said:
        assert finding.message
        assert finding.span is not None or finding.code == "SPEC108", finding
        if finding.span is not None:
            lines = LINE_BREAK.split(texts[finding.span.path])
            assert 1 <= finding.span.line <= len(lines), finding
    event("compiles" if artefacts else "is refused")
    if artefacts is None:
        assert said
        return None
    modules = {
        ".".join(Path(path).with_suffix("").parts): text
        for path, text in artefacts.items()
        if path.endswith(".py")
    }
    for path, text in artefacts.items():
        READERS[Path(path).suffix](text)
    with imported(modules):
        return artefacts


@LONG
@given(st.text(), st.sampled_from(KINDS))
def test_any_text_is_answered(text: str, path: str) -> None:
    """Validation never raises, and each finding has a place."""
    plain = text.encode("utf-8", "ignore").decode()

    check_outcome({"services.yml": "version: 1\nservices: []\n", path: plain})


@LONG
@given(ONE_OF_ALL, st.integers(0, 4095), ONE_OF_ALL, CHANGES)
def test_spoilt_text_is_answered(name: str, number: int, other: str, changes: list[Change]) -> None:
    """Lines are lost, repeated, moved, cut and brought in from elsewhere."""
    texts = dict(CASES[name])
    path = sorted(texts)[number % len(texts)]
    texts[path] = spoil_text(texts[path], "\n".join(CASES[other].values()), changes)

    check_outcome(texts)


@LONG
@given(ONE_OF_ALL, CHANGES)
def test_spoilt_values_are_answered(name: str, changes: list[Change]) -> None:
    """Keys are renamed, values swapped, added and replaced; the text stays YAML."""
    spoilt = spoil_values(VALUES[name], changes)

    check_outcome({path: json.dumps(value) for path, value in spoilt.items()})


@settings(LONG, max_examples=60 if EXPLORED else 12)
@given(st.sampled_from(GOOD), CHANGES)
def test_what_compiles_is_typed(
    tmp_path_factory: pytest.TempPathFactory, name: str, changes: list[Change]
) -> None:
    """The strict checks of mypy find nothing in what a spoilt project compiles to."""
    spoilt = spoil_values(VALUES[name], changes)
    artefacts = check_outcome({path: json.dumps(value) for path, value in spoilt.items()})
    if artefacts is None:
        return
    root = tmp_path_factory.mktemp("typed")
    for path, text in artefacts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases", "shared"],
        cwd=root,
        env={**os.environ, "MYPYPATH": f"{root}{os.pathsep}{HERE.parents[1]}"},
        check=False,
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout
