"""Specs as plain values, read and bound as files of a project are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from framework import check, spec
from framework.contract import resolve
from framework.syntax import read

if TYPE_CHECKING:
    from framework.contract import Contract
    from framework.spec import SpecSet

SERVICES = {"version": 1, "services": []}


def bound(**files: object) -> SpecSet:
    """Bind files that are given as JSON values: `models`, `errors`, `events`, `services`."""
    named = {"services.yml": files.pop("services", SERVICES)}
    named |= {_path(name): content for name, content in files.items()}
    readings = [read(path, json.dumps(content).encode()) for path, content in named.items()]
    found = spec.bind([reading.document for reading in readings if reading.document])
    assert not found.diagnostics, found.diagnostics
    return found.specs


def resolved(**files: object) -> Contract:
    """Return the contract of files that have no error."""
    specs = bound(**files)
    found = [each for each in check.run(specs) if each.severity.value == "error"]
    assert not found, found
    return resolve(specs)


def _path(name: str) -> str:
    return f"specs/{name.replace('__', '/')}.yaml"
