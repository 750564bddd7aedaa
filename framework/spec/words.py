"""The type names that the language itself declares, and which keys fit which of them."""

from __future__ import annotations

TEXTUAL = frozenset({"string", "email", "url", "bytes"})
INTEGRAL = frozenset({"int", "int32", "int64"})
NUMERIC = INTEGRAL | {"float", "decimal"}
TEMPORAL = frozenset({"datetime", "date", "time", "duration"})
SCALARS = TEXTUAL | NUMERIC | TEMPORAL | {"bool", "uuid", "json"}
CONTAINERS = frozenset({"list", "set", "dict"})

COMPARISONS = ("ge", "gt", "le", "lt")
LENGTHS = ("min_length", "max_length")
COUNTS = ("min_items", "max_items")
BOUNDS = (*COMPARISONS, "multiple_of", *LENGTHS, "pattern", *COUNTS, "max_digits", "decimal_places")

BROKERS = frozenset({"redis"})
DATABASES = frozenset({"postgres", "sqlite"})
