"""Plan what to write: artefacts x manifest x disk. A plan that is not empty is drift."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.project import GENERATED, MANIFEST
from framework.write.change import TEMPORARY, Action, Change, compare, unowned
from framework.write.disk import digest, digest_of, digests, files_below
from framework.write.errors import telling
from framework.write.finish import finish
from framework.write.manifest import Manifest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framework.emit.artefact import Artefact


@dataclass(frozen=True, slots=True)
class Plan:
    """What makes a project match its artefacts.

    `changes` are in the order in which they are applied, the manifest last. `foreign` are files
    in the compiler's folder that nobody owns: they are reported and left alone. `unchanged`
    counts the files that are right already.
    """

    changes: tuple[Change, ...]
    foreign: tuple[str, ...]
    unchanged: int


def plan(artefacts: Iterable[Artefact], root: Path, *, trust: bool = True) -> Plan:
    """Compare `artefacts` with the project at `root`, formatting what was not formatted before.

    With `trust` the manifest is believed about texts that were formatted in an earlier run; a
    check does not, since a manifest can be edited as well. Raises `WriteError` if something is
    in the way, `WriterFaultError` if an artefact cannot be written.
    """
    artefacts = tuple(artefacts)
    written = read_manifest(root)
    disk = _disk(artefacts, written, root)
    outputs, manifest = finish(artefacts, written if trust else Manifest(), disk)
    files = tuple(compare(outputs, written.files, disk))
    with telling("read", GENERATED):
        present = tuple(files_below(str(root / GENERATED), str(GENERATED)))
    strange = {path for path in unowned(present, outputs) if path not in written.files}
    strange.discard(str(MANIFEST))
    leftover = sorted(path for path in strange if path.endswith(TEMPORARY))
    return Plan(
        changes=(
            *files,
            *(Change(Action.DELETE, path) for path in leftover),
            *_record(manifest, root),
        ),
        foreign=tuple(sorted(strange.difference(leftover))),
        unchanged=len(outputs) - sum(change.text is not None for change in files),
    )


def _disk(artefacts: Iterable[Artefact], written: Manifest, root: Path) -> dict[str, str]:
    paths = {str(artefact.path) for artefact in artefacts} | written.files.keys()
    return digests(str(root), sorted(paths))


def _record(manifest: Manifest, root: Path) -> Iterator[Change]:
    text = manifest.text()
    actual = digest_of(os.fspath(root / MANIFEST))
    if actual != digest(text.encode()):
        action = Action.CREATE if actual is None else Action.UPDATE
        yield Change(action, str(MANIFEST), "the compiler", text)
