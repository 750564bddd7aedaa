"""The only way from a value of a spec into Python text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 100
_SPECIAL = frozenset('\\"')


def literal(value: object) -> str:
    """Return the Python literal of a JSON value."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return f"{{{', '.join(f'{_text(k)}: {literal(v)}' for k, v in pairs)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(literal, cast('Sequence[object]', value)))}]"
    if value is None or isinstance(value, (bool, int, float)):
        return repr(value)
    message = f"{type(value).__name__} is no JSON value"
    raise TypeError(message)


def docstring(text: str, indent: int = 0) -> str:
    """Return `text` as a docstring whose lines fit when they are indented by `indent` spaces."""
    width = WIDTH - indent - len('""""""')
    if len(text) <= width and text.isprintable() and not _SPECIAL & set(text):
        return f'"""{text.strip() or "."}"""'
    lines = _wrapped(text, width)
    if not lines:
        return '"""."""'
    if len(lines) == 1:
        return f'"""{_closable(lines[0])}"""'
    margin = "\n" + " " * indent
    return f'"""{margin.join(lines)}{margin}"""'.replace(f"{margin}{margin}", f"\n{margin}")


def _text(value: str) -> str:
    """Prefer a raw text for patterns, where it is shorter and means the same."""
    if "\\" not in value or '"' in value or value.endswith("\\"):
        return repr(value)
    return f'r"{value}"' if value.isascii() and value.isprintable() else repr(value)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in _visible(text).strip().split("\n"):
        lines.extend(_fitting(line, width) or [""])
    return [] if lines == [""] else lines


def _fitting(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line.rstrip(" ")]
    return textwrap.wrap(
        line, width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )


def _visible(text: str) -> str:
    """Escape what would end the docstring or cannot be seen."""
    escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').replace("\t", "    ")
    if escaped.replace("\n", "").isprintable():
        return escaped
    return "".join(
        c if c == "\n" or c.isprintable() else c.encode("unicode_escape").decode() for c in escaped
    )


def _closable(line: str) -> str:
    """Escape a last quote that would join the closing ones, unless it is escaped already."""
    before = line[:-1]
    escaped = (len(before) - len(before.rstrip("\\"))) % 2
    return f'{before}\\"' if line.endswith('"') and not escaped else line
