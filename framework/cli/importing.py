"""Bring imported specs into a project without touching what the user wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import pipeline
from framework.check.names import pascal
from framework.check.service_names import service_fault
from framework.cli.report import counted
from framework.exchange import (
    Wanted,
    names_service,
    new_services,
    with_schemes,
    with_service,
)
from framework.project import SERVICES
from framework.write.apply import apply
from framework.write.change import Action, Change
from framework.write.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

    from framework.exchange import Imported


def wanted(root: Path, service: str | None) -> Wanted | str:
    """Return where an import into the project at `root` goes, or why it cannot go there."""
    fault = service_fault(service) if service is not None else None
    if fault:
        return f"service `{service}` {fault}"
    specs = pipeline.specs_of(root)
    types = (*specs.models.values(), *specs.enums.values(), *specs.unions.values())
    taken = {declared.name: declared.place.document.path for declared in types}
    taken |= {pascal(error.name): error.place.document.path for error in specs.errors.values()}
    return Wanted(service, taken, bool(specs.schemes))


def stands_in_the_way(imported: Imported, root: Path) -> str | None:
    """Return why the import would replace what somebody wrote, if it would."""
    there = [path for path in imported.files if (root / path).exists()]
    if not there:
        return None
    more = f" and {len(there) - 1} more" if len(there) > 1 else ""
    return f"`{there[0]}`{more} exist already: `--force` replaces them"


def bring(imported: Imported, root: Path) -> str:
    """Write the specs, and name the service in `services.yml` unless it is there; tell both."""
    texts = dict(imported.files)
    path = next((name for name in SERVICES if (root / name).is_file()), SERVICES[0])
    if not (root / path).is_file():
        texts[path] = new_services(imported.entry, imported.schemes)
    else:
        texts[path] = _added(_text(root / path), path, imported)
    apply([Change(Action.CREATE, name, text=text) for name, text in sorted(texts.items())], root)
    return f"wrote {counted(len(texts), 'file')} for the service `{imported.service}`"


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        message = f"`{file.name}` is not UTF-8: `framework validate` tells where"
        raise WriteError(message) from error


def _added(text: str, path: str, imported: Imported) -> str:
    """Return `services.yml` with what an import adds to it; raise WriteError if it cannot."""
    added: str | None = text
    if not names_service(text, imported.service):
        added = with_service(text, imported.entry)
    if added is not None and imported.schemes:
        added = with_schemes(added, imported.schemes)
    if added is None:
        schemes = ", ".join(f"`{name}`" for name in imported.schemes)
        message = (
            f"`{path}` is written in a way that nothing can be added to: name the service "
            f"`{imported.service}` of type `python-fastapi` that exposes `rest` there first"
            + (f", and the schemes {schemes} under `auth`" if schemes else "")
        )
        raise WriteError(message)
    return added
