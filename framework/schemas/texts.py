"""What the spec classes say of their keys: the text below each, as people read it in an editor."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.spec.base import SpecNode


def texts_of(cls: type[SpecNode]) -> Mapping[str, str]:
    """Return key → text of a spec class."""
    return _texts(cls.__module__).get(cls.__name__, {})


@cache
def _texts(module: str) -> dict[str, dict[str, str]]:
    """Read a module's own source: Python keeps no docstrings of attributes."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {node.name: _of_class(node) for node in classes}


def _of_class(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for statement, behind in zip(node.body, node.body[1:], strict=False):
        match statement, behind:
            case (
                ast.AnnAssign(target=ast.Name(id=key)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[key] = cleandoc(text)
            case _:
                pass
    return found
