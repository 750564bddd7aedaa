"""Compile a project in memory and import what came out, beside nothing and leaving nothing."""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.util import spec_from_loader
from typing import TYPE_CHECKING

from projects import bound

from framework import check
from framework.contract import resolve
from framework.diagnostics import has_errors
from framework.emit import EMITTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.machinery import ModuleSpec
    from types import ModuleType


def compiled(files: Mapping[str, object]) -> dict[str, str] | None:
    """Return the text of each compiled module by its dotted name; None if an error was found."""
    result = bound(files)
    if has_errors([*result.diagnostics, *check.run(result.specs)]):
        return None
    contract = resolve(result.specs)
    return {
        ".".join(artefact.path.with_suffix("").parts): artefact.text
        for emit in EMITTERS
        for artefact in emit(contract)
        if artefact.path.suffix == ".py"
    }


class Texts(MetaPathFinder, Loader):
    """Imports modules of `shared` from texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Import from `texts`, by dotted name."""
        self._texts = texts

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Find a module that has a text, or a package of one."""
        holds = any(name.startswith(f"{fullname}.") for name in self._texts)
        known = holds or fullname in self._texts
        return spec_from_loader(fullname, self, is_package=holds) if known else None

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave the making of the module to the import system."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the text of `module`."""
        name = module.__name__
        module.__file__ = f"{name.replace('.', '/')}.py"
        text = self._texts.get(name, self._texts.get(f"{name}.__init__", ""))
        exec(compile(text, name, "exec"), module.__dict__)  # noqa: S102 - to run it is the test


@contextmanager
def imported(texts: Mapping[str, str]) -> Iterator[dict[str, ModuleType]]:
    """Import all modules of `texts`; on leaving, `shared` is again what it was."""
    before = {name: sys.modules.pop(name) for name in [*sys.modules] if is_shared(name)}
    finder = Texts(texts)
    sys.meta_path.insert(0, finder)
    try:
        yield {name: importlib.import_module(name) for name in texts}
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if is_shared(name)]:
            del sys.modules[name]
        sys.modules.update(before)


def is_shared(name: str) -> bool:
    """Tell whether a module belongs to the package that the compiler writes into."""
    return name == "shared" or name.startswith("shared.")
