"""Text with positions: the only package that knows YAML, and the type-expression parser."""

from framework.syntax.document import Document, Json, Path
from framework.syntax.foreign import MAX_FOREIGN_BYTES, Foreign, ForeignReading, read_foreign
from framework.syntax.quoting import quote
from framework.syntax.reader import read
from framework.syntax.rules import RULES
from framework.syntax.sources import read_raw, read_specs, spec_paths
from framework.syntax.typeexpr import TypeExpr, TypeSyntaxError, parse_type

__all__ = [
    "MAX_FOREIGN_BYTES",
    "RULES",
    "Document",
    "Foreign",
    "ForeignReading",
    "Json",
    "Path",
    "TypeExpr",
    "TypeSyntaxError",
    "parse_type",
    "quote",
    "read",
    "read_foreign",
    "read_raw",
    "read_specs",
    "spec_paths",
]
