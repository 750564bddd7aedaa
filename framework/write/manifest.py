"""The record of what the compiler wrote, kept beside it: `shared/generated/manifest.json`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from framework.project import MANIFEST
from framework.write.errors import WriteError, telling

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DIGEST = re.compile(r"[0-9a-f]{64}")
_ADVICE = (
    "restore it from version control, or delete it and run `framework generate` "
    "(files whose specs are gone are then no longer known and stay behind)"
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which files the compiler owns.

    `files` maps each path to the digest of the file's text, `raw` those that were formatted to
    the digest of what the emitter had printed, and `formatter` names who formatted them.
    """

    formatter: str = ""
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    raw: Mapping[str, str] = field(default_factory=dict[str, str])

    def text(self) -> str:
        """Return the manifest as JSON: sorted, a line for each file, nothing of the machine."""
        members = {"files": self.files, "formatter": self.formatter, "raw": self.raw}
        return json.dumps(members, indent=2, sort_keys=True) + "\n"


def read_manifest(root: Path) -> Manifest:
    """Return the manifest of the project, empty if there is none.

    Raises `WriteError` if it cannot be read or was damaged, as by a merge.
    """
    try:
        with telling("read", MANIFEST):
            content = (root / MANIFEST).read_bytes()
    except WriteError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Manifest()
        raise
    try:
        members: dict[str, object] = json.loads(content)
        files, raw = _digests(members["files"]), _digests(members["raw"])
        return Manifest(str(members["formatter"]), files, raw)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        message = f"`{MANIFEST}` is damaged: {_ADVICE}"
        raise WriteError(message) from error


def is_inside(path: str) -> bool:
    """Tell whether `path` is a plain relative path: it cannot leave the folder it starts in."""
    odd = "\\" in path or "\0" in path or ":" in path
    return not odd and all(part not in {"", ".", ".."} for part in path.split("/"))


def _digests(members: object) -> dict[str, str]:
    digests: dict[str, str] = {}
    for path, value in cast("dict[str, object]", members).items():
        if not (is_inside(path) and isinstance(value, str) and _DIGEST.fullmatch(value)):
            raise ValueError(path)
        digests[path] = value
    return digests
