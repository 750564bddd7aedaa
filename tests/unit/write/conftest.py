"""A project on disk, and the ways in which the writer's tests act on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import pytest

from framework.emit.artefact import Artefact
from framework.write.apply import apply
from framework.write.plan import Plan, plan

Texts = Mapping[str, str]


@pytest.fixture
def planned(tmp_path: Path) -> Callable[[Texts], Plan]:
    """Plan path → text against the project, and write nothing."""
    return lambda texts: plan(artefacts(texts), tmp_path)


@pytest.fixture
def distrusting(tmp_path: Path) -> Callable[[Texts], Plan]:
    """Plan as a check does, believing nothing of the manifest."""
    return lambda texts: plan(artefacts(texts), tmp_path, trust=False)


@pytest.fixture
def generated(tmp_path: Path) -> Callable[[Texts], Plan]:
    """Plan and apply path → text; give the plan."""

    def generate(texts: Texts) -> Plan:
        made = plan(artefacts(texts), tmp_path)
        apply(made.changes, tmp_path)
        return made

    return generate


@pytest.fixture
def content(tmp_path: Path) -> Callable[[], dict[str, str]]:
    """Read the whole project: path → text."""
    return lambda: {
        path.relative_to(tmp_path).as_posix(): path.read_text()
        for path in sorted(tmp_path.rglob("*"))
        if path.is_file()
    }


def artefacts(texts: Texts) -> list[Artefact]:
    """Return artefacts that come from one spec."""
    return [Artefact(PurePosixPath(path), text, "specs/a.yaml") for path, text in texts.items()]
