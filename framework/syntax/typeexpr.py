"""Parse type expressions such as `list[User.Read]` or `Role?`, keeping where each name stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from framework.syntax.limits import MAX_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\s*(?:(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<mark>[\[\],.?]))")


class TypeSyntaxError(ValueError):
    """A type expression that cannot be read; `start` and `end` count its characters from 0."""

    def __init__(self, message: str, start: int, end: int) -> None:
        """Say what is wrong at `start`."""
        super().__init__(message)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class TypeExpr:
    """A name, perhaps with a member (`User.Read`), arguments (`list[...]`) and `?`."""

    name: str
    member: str | None
    arguments: tuple[TypeExpr, ...]
    nullable: bool
    start: int
    end: int

    def __str__(self) -> str:
        """Return the canonical spelling."""
        member = f".{self.member}" if self.member else ""
        inner = f"[{', '.join(map(str, self.arguments))}]" if self.arguments else ""
        return f"{self.name}{member}{inner}{'?' if self.nullable else ''}"

    def walk(self) -> Iterator[TypeExpr]:
        """Yield this expression and all within it."""
        yield self
        for argument in self.arguments:
            yield from argument.walk()


@lru_cache(maxsize=4096)
def parse_type(text: str) -> TypeExpr:
    """Return the expression that `text` spells; raise TypeSyntaxError if it spells none."""
    if len(text) > MAX_TYPE:
        message = f"type expression is longer than {MAX_TYPE} characters"
        raise TypeSyntaxError(message, 0, MAX_TYPE)
    parser = _Parser(text)
    parsed = parser.expression()
    parser.expect_end()
    return parsed


class _Parser:
    """Recursive descent over one text; depth is bounded by the length of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def expression(self) -> TypeExpr:
        name, start, end = self._name()
        member = None
        if self._take("."):
            member, _, end = self._name()
        arguments = self._arguments()
        nullable = self._take("?")
        return TypeExpr(name, member, arguments, nullable, start, end)

    def expect_end(self) -> None:
        rest = self._text[self._at :]
        if rest.strip():
            start = self._at + len(rest) - len(rest.lstrip())
            message = f"unexpected `{rest.strip()[0]}` in a type"
            raise TypeSyntaxError(message, start, start + 1)

    def _arguments(self) -> tuple[TypeExpr, ...]:
        if not self._take("["):
            return ()
        found = [self.expression()]
        while self._take(","):
            found.append(self.expression())
        if not self._take("]"):
            rest = self._text[self._at :]
            message = "expected `,` or `]` in a type" if rest.strip() else "`[` is never closed"
            start = self._at + len(rest) - len(rest.lstrip())
            raise TypeSyntaxError(message, start, start + 1)
        return tuple(found)

    def _name(self) -> tuple[str, int, int]:
        found = _TOKEN.match(self._text, self._at)
        if not found or not found["name"]:
            message = "a type name is missing" if self._at >= len(self._text) else "not a type name"
            raise TypeSyntaxError(message, self._at, self._at + 1)
        self._at = found.end()
        return found["name"], found.start("name"), found.end("name")

    def _take(self, mark: str) -> bool:
        found = _TOKEN.match(self._text, self._at)
        if not found or found["mark"] != mark:
            return False
        self._at = found.end()
        return True
