"""Collect what a module needs and print it in the order that ruff expects."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from framework.project import PACKAGE

if TYPE_CHECKING:
    from framework.contract import Named

_FIRST_PARTY = {"framework", "services", "shared"}


class Imports:
    """The imports of one module; adding a name twice is adding it once."""

    def __init__(self, *names: str, own: str = "") -> None:
        """Start with the dotted `names`; what the module `own` defines itself is not imported."""
        self._own = own
        self._added: set[str] = set()
        self._names: dict[str, set[str]] = {}
        self._modules: set[str] = set()
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Add a dotted name: `typing.Annotated` becomes `from typing import Annotated`."""
        if name not in self._added:
            self._added.add(name)
            module, _, member = name.rpartition(".")
            if module == self._own:
                return
            self._names.setdefault(module, set()).add(member)

    def add_named(self, type_: Named) -> str:
        """Add a declared type from the module that defines it, and return its name."""
        self.add(f"{PACKAGE}.models.{type_.module}.{type_.name}")
        return type_.name

    def add_module(self, line: str) -> None:
        """Add a module as `datetime as dt`."""
        self._modules.add(line)

    def __str__(self) -> str:
        """Return the import lines: standard library, third party, first party."""
        sections: list[list[str]] = [[], [], []]
        for line in sorted(self._modules):
            sections[_section(line)].append(f"import {line}")
        for module in sorted(self._names, key=_natural):
            members = ", ".join(sorted(self._names[module], key=_member))
            sections[_section(module)].append(f"from {module} import {members}")
        return "\n\n".join("\n".join(lines) for lines in sections if lines)


def _section(module: str) -> int:
    top = module.split(".", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    if top in sys.stdlib_module_names:
        return 0
    return 2 if top in _FIRST_PARTY else 1


def _natural(module: str) -> str:
    return module.lower()


def _member(name: str) -> tuple[int, str]:
    """Constants first, then classes, then the rest: isort's order by type."""
    if name.isupper() and len(name) > 1:
        return 0, name
    return (1 if name[:1].isupper() else 2), name
