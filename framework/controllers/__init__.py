"""Hand-written service code: scaffolded once where it is missing, never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.controllers.scaffold import scaffold
from framework.pipeline import contract_of
from framework.write.create import create

if TYPE_CHECKING:
    from pathlib import Path


def sync(root: Path) -> tuple[str, ...]:
    """Create what the specs below `root` ask for and does not exist; return the paths, sorted.

    The specs must have no error. Existing files are never touched.
    """
    return create(scaffold(contract_of(root)), root)


__all__ = ["scaffold", "sync"]
