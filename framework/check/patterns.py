"""Regular expressions that mean the same to every engine that will read them."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, ValidationError, core_schema

MAX_PATTERN = 1_000
_TOKEN = re.compile(r"\\.|\[|\]|\(\?.{0,2}|[*+?}][+]|&&|--|~~|.", re.DOTALL)
_ESCAPES = frozenset("dDwWsSbBnrtfv") | frozenset("ux")
_HEX = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")


@lru_cache(maxsize=4096)
def fault_of(pattern: str) -> str | None:
    """Return why `pattern` does not mean the same in ECMA 262, Rust and Python, if it does not."""
    if len(pattern) > MAX_PATTERN:
        return f"it is longer than {MAX_PATTERN} characters"
    fault = _unportable(pattern)
    if fault:
        return fault
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
        _engine(pattern)
    except re.error as error:
        return error.msg
    except (SchemaError, OverflowError, RecursionError):
        return "it is too large, or no regular expression that can run in linear time"
    return None


def found_in(pattern: str, text: str) -> bool:
    """Tell whether `pattern` is found in `text`, in linear time; `fault_of(pattern)` is None."""
    try:
        _engine(pattern).validate_python(text)
    except ValidationError:
        return False
    return True


def _unportable(pattern: str) -> str | None:
    inside = False
    for token in _TOKEN.finditer(pattern):
        text = token.group()
        fault = _escape(pattern, token.start()) if text[0] == "\\" else _mark(text, inside=inside)
        if fault:
            return fault
        if text == "[" and pattern[token.end() :].removeprefix("^").startswith("]"):
            return "`[]` is an empty class in some engines: escape the bracket"
        inside = text == "[" or (inside and text != "]")
    return None


def _mark(text: str, *, inside: bool) -> str | None:
    if inside:
        odd = text in {"[", "&&", "--", "~~"}
        return f"`{text}` inside a class is not portable: escape it" if odd else None
    if text.startswith("(?") and not text.startswith("(?:"):
        around = text[2:3] in {"=", "!"} or text[2:4] in {"<=", "<!"}
        return "look-around is not portable" if around else f"`{text}` is not portable"
    if len(text) == 2 and text[1] == "+":  # noqa: PLR2004  # a quantifier and a plus
        return f"`{text}` is a possessive quantifier in some engines only"
    return None


def _escape(pattern: str, start: int) -> str | None:
    letter = pattern[start + 1 : start + 2]
    if letter.isdigit():
        return "back-references and octal escapes are not portable"
    if not letter.isalpha():
        return None
    if letter in "ux" and not _HEX.match(pattern, start):
        return rf"`\{letter}` takes hexadecimal digits: `\x41` or `\u0041`"
    return None if letter in _ESCAPES else rf"`\{letter}` is not portable"


@lru_cache(maxsize=4096)
def _engine(pattern: str) -> SchemaValidator:
    return SchemaValidator(core_schema.str_schema(pattern=pattern))
