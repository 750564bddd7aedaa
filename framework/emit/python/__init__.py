"""How values, types, imports and texts are written in Python."""

from framework.emit.python.annotate import Annotations
from framework.emit.python.escape import docstring, literal
from framework.emit.python.imports import Imports
from framework.emit.python.plain import plain
from framework.emit.python.render import render
from framework.emit.python.values import Values

__all__ = ["Annotations", "Imports", "Values", "docstring", "literal", "plain", "render"]
