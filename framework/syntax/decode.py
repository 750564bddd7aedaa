"""Turn the bytes of a spec file into text, or say which character is to blame."""

from __future__ import annotations

import re

from framework.diagnostics import Diagnostic, Span
from framework.syntax.rules import ENCODING

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# NUL and C0/C1 controls, NEL, LS, PS, lone surrogates, bidirectional controls, a BOM inside.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def decode(raw: bytes, path: str) -> str | Diagnostic:
    """Return the text of a file, without its byte order mark."""
    if raw.startswith(_WIDE):
        return _refuse(Span(path, 1, 1, 1, 2), "file is UTF-16, not UTF-8")
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        return _refuse(_after(before, path), f"byte 0x{raw[error.start]:02x} is not UTF-8")
    found = _REFUSED.search(text)
    if found:
        place = _after(text[: found.start()], path)
        return _refuse(place, f"character U+{ord(found.group()):04X} is not allowed")
    return text


def _after(before: str, path: str) -> Span:
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(path, line, column, line, column + 1)


def _refuse(span: Span, message: str) -> Diagnostic:
    return Diagnostic(
        ENCODING.code,
        ENCODING.id,
        message,
        span,
        help="save the file as UTF-8, and write unusual characters as escapes in double quotes",
    )
