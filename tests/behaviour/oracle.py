"""What JSON Schema says of a value, by a validator that knows nothing of pydantic."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.emit.document import Document


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    # ECMA 262's `$` is the very end, Python's lets a line feed follow.
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


def _pattern(_: object, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _compiled(pattern).search(value):
        yield ValidationError(f"does not match {pattern}")


Validator: Any = extend(Draft202012Validator, {"pattern": _pattern})


def accepts(schema: Document, value: object) -> bool:
    """Tell whether `value` is an instance of `schema`."""
    return bool(Validator(schema).is_valid(value))
