"""The root of a project and every path convention; they stand here and nowhere else."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

SERVICES = ("services.yml", "services.yaml")
SPECS = "specs"
GENERATED = PurePosixPath("shared", "generated")
PACKAGE = "shared.generated"
MANIFEST = GENERATED / "manifest.json"
_PART = r"[A-Za-z0-9_.-]+"
_MERGED = re.compile(rf"specs/(models|errors|events)(?:\.ya?ml|/(?:{_PART}/)*{_PART}\.ya?ml)")
_ROUTER = re.compile(rf"specs/routers/({_PART})/({_PART})\.ya?ml")


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that holds `services.yml`."""
    for folder in (start, *start.parents):
        if any((folder / name).is_file() for name in SERVICES):
            return folder
    return None


def kind_of(path: str) -> str | None:
    """Return what a file holds: `services models errors events router`, or None if nothing."""
    if path in SERVICES:
        return "services"
    merged = _MERGED.fullmatch(path)
    if merged:
        return merged[1]
    return "router" if _ROUTER.fullmatch(path) else None


def meant_kind(path: str) -> str | None:
    """Return what a misplaced file may be meant to hold, by the folder that it is in."""
    found = re.match(r"specs/(models|errors|events|router)s?\b", path)
    return found[1] if found else None


def router_of(path: str) -> tuple[str, str]:
    """Return the service and the tag that a router file's path names."""
    found = _ROUTER.fullmatch(path)
    if not found:
        message = f"{path} is no router file"
        raise ValueError(message)
    return found[1], found[2]


@lru_cache(maxsize=4096)
def module_stem(path: str) -> str:
    """Return the stem of the module that a file of models compiles to.

    `specs/models/shop/users.yaml` becomes `shop_users`, `specs/models.yaml` becomes `models`.
    """
    inner = path.removeprefix("specs/models/").removeprefix("specs/")
    return re.sub(r"[^a-z0-9_]", "_", inner.rsplit(".", 1)[0].lower())
