"""Write plain values as YAML the way nobody should: in any style, with comments anywhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framework.syntax import quote

if TYPE_CHECKING:
    from random import Random


class Scribbler:
    """Draws how to write from `random`; its comments are numbered."""

    def __init__(self, random: Random) -> None:
        """Start with comment 1."""
        self._random = random
        self._count = 0

    def file(self, value: dict[str, Any]) -> str:
        """Return the text of a whole file."""
        head = [*self._above(0), *(["--- # 0"] if self._chance(8) else [])]
        body = self._block(value, 0) if value else ["{}"]
        end = "" if self._chance(4) else "\n"
        return "\n".join([*head, *body, *self._above(0)]) + end

    def _chance(self, one_in: int) -> bool:
        return self._random.randrange(one_in) == 0

    def _comment(self) -> str:
        self._count += 1
        return f"{'#' * self._random.randint(1, 2)} c{self._count}"

    def _above(self, indent: int) -> list[str]:
        lines: list[str] = []
        while self._chance(4):
            column = self._random.choice([0, indent, indent, indent + 2, indent + 5])
            lines.append("" if self._chance(3) else " " * column + self._comment())
        return lines

    def _side(self) -> str:
        return f" {self._comment()}" if self._chance(5) else ""

    def _block(self, value: dict[str, Any] | list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        entries = value.items() if isinstance(value, dict) else (("-", item) for item in value)
        for key, inner in entries:
            lines += self._above(indent)
            head = " " * indent + ("-" if isinstance(value, list) else f"{self._text(key)}:")
            lines += self._entry(head, inner, indent)
        return lines

    def _entry(self, head: str, value: object, indent: int) -> list[str]:
        if isinstance(value, dict | list) and value and not self._chance(3):
            dash = isinstance(value, list) and not head.endswith("-") and self._chance(3)
            deeper = indent if dash else indent + self._random.choice([1, 2, 2, 4])
            inner = self._block(value, deeper)
            return [head + self._side(), *inner]
        if isinstance(value, str) and self._chance(4) and _is_literal(value):
            margin = " " * (indent + self._random.choice([1, 2, 3]))
            body = [margin + line if line else "" for line in value.rstrip("\n").split("\n")]
            chomping = "-" if not value.endswith("\n") else "+" if value.endswith("\n\n") else ""
            body += [""] * (len(value) - len(value.rstrip("\n")) - 1)
            return [f"{head} |{chomping}{self._side()}", *body]
        pad = " " * (indent + 5)
        between = f"{self._side()}\n{pad}" if self._chance(8) else " "
        return f"{head}{between}{self._flow(value, pad)}{self._side()}".split("\n")

    def _flow(self, value: object, pad: str) -> str:
        if isinstance(value, dict):
            written = [f"{self._key(key)}: {self._flow(v, pad)}" for key, v in value.items()]
            return self._bracketed("{", written, "}", pad)
        if isinstance(value, list):
            return self._bracketed("[", [self._flow(v, pad) for v in value], "]", pad)
        return self._text(value, flow=True)

    def _bracketed(self, left: str, parts: list[str], right: str, pad: str) -> str:
        text = left + self._gap(pad)
        for index, part in enumerate(parts):
            text += part + self._gap(pad)
            if index < len(parts) - 1 or self._chance(4):
                text += "," + self._gap(pad)
        return text + right

    def _gap(self, pad: str) -> str:
        if not self._chance(8):
            return self._random.choice(["", " "]) if self._chance(2) else " "
        lines = [self._side(), *(pad + self._comment() for _ in range(2) if self._chance(3)), pad]
        return "\n".join(lines)

    def _key(self, key: str) -> str:
        return self._text(key, flow=True)

    def _text(self, value: object, *, flow: bool = False) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        plain = quote(value, flow=flow)
        if plain == value and not self._chance(3):
            return plain
        if value.isprintable() and self._chance(2):
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=not value.isprintable())


def _is_literal(value: str) -> bool:
    lines = value.split("\n")
    return bool(lines[0]) and not any(
        line and (not line.isprintable() or line[0] == " ") for line in lines
    )
