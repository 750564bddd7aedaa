"""Compare what is to be with what was written and what is there; no file is touched here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from framework.project import GENERATED
from framework.write.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ZONE = f"{GENERATED}/"
TEMPORARY = ".framework-tmp"  # ends the names of files that are not yet in their place


class Action(StrEnum):
    """What has to happen to a file."""

    CREATE = "create"
    UPDATE = "update"
    RESTORE = "restore"  # somebody else changed what the compiler had written
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Output:
    """An artefact in its final form; `text` is None where the disk is known to hold it."""

    path: str
    origin: str
    digest: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One step towards the artefacts; `text` is None, and `origin` empty, for a deletion."""

    action: Action
    path: str
    origin: str = ""
    text: str | None = None


def compare(
    outputs: Iterable[Output], written: Mapping[str, str], disk: Mapping[str, str]
) -> Iterator[Change]:
    """Yield the changes that make the disk match `outputs`, and nothing else.

    `written` maps what the compiler owns to the digest it wrote, `disk` what exists to its digest
    now. Raises `WriteError` for a file outside the compiler's folder that it did not write.
    """
    wanted: set[str] = set()
    for output in outputs:
        wanted.add(output.path)
        action = _action(output, written.get(output.path), disk.get(output.path))
        if action:
            yield Change(action, output.path, output.origin, output.text)
    for path in sorted(written.keys() - wanted):
        if path in disk:
            yield Change(Action.DELETE, path)


def unowned(present: Iterable[str], outputs: Iterable[Output]) -> Iterator[str]:
    """Yield the files of the compiler's folder that are no outputs."""
    wanted = {output.path for output in outputs}
    return (path for path in present if path not in wanted)


def _action(output: Output, written: str | None, actual: str | None) -> Action | None:
    if actual == output.digest:
        return None
    if actual is None:
        return Action.CREATE
    if written is not None:
        return Action.UPDATE if actual == written else Action.RESTORE
    if not output.path.startswith(ZONE):
        message = f"`{output.path}` exists and was not written by the compiler: move it away"
        raise WriteError(message)
    return Action.UPDATE
