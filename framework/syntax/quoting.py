"""Write a text as a YAML scalar of one line: plain where that is safe everywhere, else quoted."""

from __future__ import annotations

import re
from functools import lru_cache

from framework.syntax.decode import REFUSED
from framework.syntax.scalars import MAY_BE_NUMBER, ambiguous, plain

_INDICATORS = frozenset("?:,[]{}#&*!|>'\"%@`=")
_FLOW = re.compile(r"[,\[\]{}]|:[?]|[?]\s")
_BROKEN = re.compile(r":(\s|$)|\s#|[\t\n\r]")
# Booleans, timestamps and numbers of YAML 1.1, in which editors and other tools may read a file.
_ELSEWHERE = re.compile(
    r"yes|no|on|off|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"
    r"|[-+]?[0-9][0-9_,]*(:[0-5]?[0-9])*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9_]+([eE][-+]?[0-9]+)?",
    re.IGNORECASE,
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_ESCAPED = re.compile(rf'["\\\n\t\r\0]|{REFUSED.pattern}')
_SHORT, _MIDDLE = 0xFF, 0xFFFF


@lru_cache(maxsize=1 << 16)
def quote(text: str, *, flow: bool = False) -> str:
    """Return the scalar that means `text`; `flow` says that it stands within brackets."""
    if _is_safe(text) and not (flow and _FLOW.search(text)):
        return text
    escaped = _ESCAPED.search(text)
    if escaped and "'" not in text and not _needs_escape(text):
        return f"'{text}'"
    return f'"{_ESCAPED.sub(_escape, text)}"' if escaped else f'"{text}"'


def _is_safe(text: str) -> bool:
    if not text or text[0] in _INDICATORS or text != text.strip():
        return False
    if text == "-" or text.startswith(("- ", "---", "...")):
        return False
    if _BROKEN.search(text) or REFUSED.search(text):
        return False
    if text[0] in MAY_BE_NUMBER and (ambiguous(text) or not isinstance(plain(text), str)):
        return False
    return isinstance(plain(text), str) and not _ELSEWHERE.fullmatch(text)


def _needs_escape(text: str) -> bool:
    """Tell whether single quotes, in which nothing is escaped, cannot hold `text`."""
    return bool(REFUSED.search(text)) or not text.isascii() or not text.isprintable()


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    short = _ESCAPES.get(character)
    if short:
        return short
    code = ord(character)
    if code <= _SHORT:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= _MIDDLE else f"\\U{code:08X}"
