"""JSON Schemas of the spec files, for editors: keys, texts, and the names that a project has.

They are made of the spec classes, so that a new key is known to editors at once, and of what is
declared, so that `User.Read` is offered. They hold shape only: whether a name exists is left to
`framework validate`, or each new one would be marked until the next `framework generate`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.emit.artefact import Artefact
from framework.emit.document import canonical
from framework.project import GENERATED
from framework.schemas.files import KINDS, file_schema
from framework.schemas.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.spec import SpecSet

FOLDER = GENERATED / "schemas"

__all__ = ["FOLDER", "KINDS", "emit", "schema_text"]


def emit(specs: SpecSet) -> Iterator[Artefact]:
    """Yield `shared/generated/schemas/<kind>.json`."""
    names = names_of(specs)
    for kind in KINDS:
        text = canonical(file_schema(kind, names))
        yield Artefact(FOLDER / f"{kind}.json", text, "services.yml")


def schema_text(kind: str, specs: SpecSet) -> str:
    """Return the schema of one kind of file."""
    return canonical(file_schema(kind, names_of(specs)))
