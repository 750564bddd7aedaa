"""Which services of `services.yml` run in development, and what each of them needs."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.dev.errors import DevError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

NAMES = ("services.yml", "services.yaml")
ASGI_TYPES = ("python-fastapi", "python-faststream")


@dataclass(frozen=True, slots=True)
class Service:
    """One service; `needs` are the environment variables that it cannot start without."""

    name: str
    type: str
    needs: tuple[str, ...] = ()
    migrates: bool = False

    @property
    def package(self) -> str:
        """Name its Python package below `services`, such as `tg_bot` for `tg-bot`."""
        return self.name.replace("-", "_")

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

    Raises DevError when there is no `services.yml`.
    """
    # The one place that reads YAML here, and nothing else of this package needs it.
    import yaml  # noqa: PLC0415 - see above

    path = next((root / name for name in NAMES if (root / name).is_file()), None)
    if path is None:
        message = f"there is no services.yml in {root}: run this in the root of a project"
        raise DevError(message)
    declared: Iterable[Mapping[str, str]] = yaml.safe_load(path.read_bytes())["services"]
    return tuple(_service(root, entry["name"], entry["type"]) for entry in declared)


def _service(root: Path, name: str, type_: str) -> Service:
    folder = root / "services" / name.replace("-", "_")
    settings = folder / "settings.py"
    needs = tuple(_required(settings.read_text("utf-8"))) if settings.is_file() else ()
    return Service(name, type_, needs, migrates=(folder / "migrate.py").is_file())


def _required(settings: str) -> Iterator[str]:
    """Yield the variables without a default of the class `Settings`, without running it."""
    for node in ast.parse(settings).body:
        if isinstance(node, ast.ClassDef) and node.name == "Settings":
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and field.value is None:
                    yield ast.unparse(field.target).upper()
