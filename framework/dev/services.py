"""Which services of a project run in development, and what each of them needs."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.dev.errors import DevError
from framework.project import find_root

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ASGI_TYPES = ("python-fastapi", "python-faststream")


@dataclass(frozen=True, slots=True)
class Service:
    """One service; `needs` are the environment variables that it cannot start without."""

    name: str
    package: str
    type: str
    needs: tuple[str, ...] = ()
    migrates: bool = False

    @property
    def serves(self) -> bool:
        """Tell whether it is an ASGI application, with health endpoints."""
        return self.type in ASGI_TYPES

    def obstacle(self, environment: Mapping[str, str]) -> str | None:
        """Say why it is not started, or None if it is."""
        if not self.serves and self.type != "python":
            return f"a `{self.type}` service is started by its own tools"
        missing = [name for name in self.needs if name not in environment]
        return f"needs {', '.join(missing)}" if missing else None


def read_services(root: Path) -> tuple[Service, ...]:
    """Read the services of the project at `root`, in their order.

    Raises DevError when there are none, or when the specs have errors.
    """
    # Heavy, and not needed by whoever only asks what this package can do.
    from framework import pipeline
    from framework.diagnostics import has_errors

    if find_root(root) != root:
        message = f"there is no services.yml in {root}: run this in the root of a project"
        raise DevError(message)
    if has_errors(pipeline.validate(root).diagnostics):
        message = f"the specs in {root} have errors: `framework validate` shows them"
        raise DevError(message)
    services = pipeline.contract_of(root).services
    return tuple(_service(root, each.name, each.package, each.type) for each in services)


def _service(root: Path, name: str, package: str, type_: str) -> Service:
    folder = root / "services" / package
    settings = folder / "settings.py"
    needs = tuple(_required(settings.read_text("utf-8"))) if settings.is_file() else ()
    return Service(name, package, type_, needs, migrates=(folder / "migrate.py").is_file())


def _required(settings: str) -> Iterator[str]:
    """Yield the variables without a default of the class `Settings`, without running it."""
    for node in ast.parse(settings).body:
        if isinstance(node, ast.ClassDef) and node.name == "Settings":
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and field.value is None:
                    yield ast.unparse(field.target).upper()
