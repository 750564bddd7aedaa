"""Create files that belong to the user: only where nothing is, and never again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.write.errors import telling
from framework.write.format import find_ruff, format_python
from framework.write.guard import refuse_odd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framework.emit.artefact import Artefact


def create(artefacts: Iterable[Artefact], root: Path) -> tuple[str, ...]:
    """Write each artefact whose path does not exist yet; return those paths, sorted.

    Raises WriteError when a path leaves `root` or cannot be written.
    """
    missing = {str(a.path): a.text for a in artefacts if not (root / a.path).exists()}
    if not missing:
        return ()
    refuse_odd(missing, root)
    for path, text in format_python(find_ruff(), missing).items():
        with telling("create", path):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    return tuple(sorted(missing))
