"""Make small projects in memory: texts by path go in, what is said about them comes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from framework import check, spec, syntax
from framework.diagnostics import sort_unique

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.diagnostics import Diagnostic
    from framework.spec import Bound

SERVICES = "version: 1\nservices:\n  - {name: backend, type: python-fastapi, exposes: [rest]}\n"


def bound(files: Mapping[str, object]) -> Bound:
    """Bind files of text, or of data that is written as JSON, which is YAML."""
    texts = {"services.yml": SERVICES, **files}
    readings = [
        syntax.read(path, (text if isinstance(text, str) else json.dumps(text)).encode())
        for path, text in sorted(texts.items())
    ]
    return spec.bind(
        [reading.document for reading in readings if reading.document],
        [reading.path for reading in readings if reading.document is None],
    )


def findings(files: Mapping[str, object]) -> tuple[Diagnostic, ...]:
    """Return all that binding and the rules find, sorted."""
    result = bound(files)
    return sort_unique([*result.diagnostics, *check.run(result.specs)])


def codes(files: Mapping[str, object]) -> list[str]:
    """Return the codes of what is found."""
    return [finding.code for finding in findings(files)]


def models(text: str) -> dict[str, object]:
    """Return a project with one file of models."""
    return {"specs/models.yaml": text}


def field(text: str, others: str = "") -> dict[str, object]:
    """Return a project with a model that has one field `it`, beside other models."""
    return models(f"models:\n  Thing: {{fields: {{it: {text}}}}}\n{others}")
