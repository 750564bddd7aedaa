"""Turn the bytes of a spec file into text, or say which character is to blame."""

from __future__ import annotations

import re

from framework.diagnostics import Diagnostic, Span
from framework.diagnostics.clear import code_point
from framework.syntax.rules import ENCODING

_BOM = b"\xef\xbb\xbf"
_WIDE = {  # the longer ones first: that of UTF-32 begins like that of UTF-16
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_FIRST_LATIN = 0xA0
_SAVE = "save the file as UTF-8"
_ESCAPE = "remove it; where a text needs it, write an escape in double quotes, such as"
# NUL and C0/C1 controls, NEL, LS, PS, lone surrogates, bidirectional controls, a BOM inside.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""A character that may stand in a file as an escape only."""


def decode(raw: bytes, path: str) -> str | Diagnostic:
    """Return the text of a file, without its byte order mark."""
    wide = next((name for mark, name in _WIDE.items() if raw.startswith(mark)), None)
    wide = wide or ("UTF-16 or UTF-32" if raw[:2].count(0) == 1 else None)
    if wide:
        return _refuse(Span(path, 1, 1, 1, 2), f"file is {wide}, not UTF-8", _SAVE)
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        byte = raw[error.start]
        meant = f"; in Latin-1 it is `{chr(byte)}`" if byte >= _FIRST_LATIN else ""
        return _refuse(_after(before, path), f"byte 0x{byte:02x} is not UTF-8{meant}", _SAVE)
    found = REFUSED.search(text)
    if found:
        place = _after(text[: found.start()], path)
        help_ = f'{_ESCAPE} "\\u{ord(found.group()):04X}"'
        return _refuse(place, f"character {code_point(found.group())} is not allowed", help_)
    return text


def _after(before: str, path: str) -> Span:
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(path, line, column, line, column + 1)


def _refuse(span: Span, message: str, help_: str) -> Diagnostic:
    return Diagnostic(ENCODING.code, ENCODING.id, message, span, help=help_)
