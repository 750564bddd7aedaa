"""Which methods a path has: literal segments win over templates, as the contract says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class _Node:
    literals: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    template: _Node | None = None
    methods: frozenset[str] = frozenset()


class PathTable:
    """A tree of path segments; looking up takes as many steps as the path has."""

    def __init__(self, operations: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Hold the methods of each path template such as `/users/{user_id}`."""
        self._root = _Node()
        for path, methods in operations:
            node = self._root
            for segment in path.split("/"):
                node = _grow(node, segment)
            node.methods |= frozenset(methods)

    def methods(self, path: str) -> frozenset[str]:
        """Return the methods of the one template that `path` belongs to; none if there is none."""
        return _find(self._root, path.split("/"))


def specificity(path: str) -> tuple[bool, ...]:
    """Sort key of path templates that puts a literal segment before a template in its place."""
    return tuple(segment.startswith("{") for segment in path.split("/"))


def _grow(node: _Node, segment: str) -> _Node:
    if not segment.startswith("{"):
        return node.literals.setdefault(segment, _Node())
    if node.template is None:
        node.template = _Node()
    return node.template


def _find(node: _Node, segments: list[str]) -> frozenset[str]:
    if not segments:
        return node.methods
    first, rest = segments[0], segments[1:]
    literal = node.literals.get(first)
    found = _find(literal, rest) if literal else frozenset[str]()
    if not found and node.template and first:
        return _find(node.template, rest)
    return found
