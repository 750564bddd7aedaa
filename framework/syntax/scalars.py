"""What a plain YAML scalar means: the core schema of YAML 1.2, without its traps."""

from __future__ import annotations

import math
import re

from framework.syntax.limits import MAX_DIGITS

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_INFINITE = {".inf": math.inf, "+.inf": math.inf, "-.inf": -math.inf, ".nan": math.nan}
MAY_BE_NUMBER = frozenset("0123456789+-.")
"""How every text begins that is a number to some parser."""
# Octal and underscores and base 2 and base 60 of YAML 1.1: numbers there, text here.
_AMBIGUOUS = re.compile(
    r"[-+]?(0[0-9_]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?|[1-9][0-9]*:[0-5]?[0-9])"
)


def plain(text: str) -> Scalar:
    """Return the value of an unquoted scalar; what is ambiguous stays text."""
    if text in _WORDS:
        return _WORDS[text]
    return _number(text) if text[0] in MAY_BE_NUMBER else text


def ambiguous(text: str) -> bool:
    """Tell whether parsers of YAML 1.1 take this text for a number that it is not here."""
    return _AMBIGUOUS.fullmatch(text) is not None


def _number(text: str) -> Scalar:
    if len(text) > MAX_DIGITS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text) and not ambiguous(text):
        return float(text)
    return _INFINITE.get(text.lower(), text)
