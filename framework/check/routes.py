"""Find operations that can match the same request, without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.check.paths import path_fault, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.check.view import Operation


@dataclass(slots=True)
class _Node:
    """What is reached by some segments: the operation that ends here, and what may follow."""

    operation: Operation | None = None
    literals: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    template: _Node | None = None


_Route = tuple[list[str], "Operation"]


def full_path(operation: Operation) -> str | None:
    """Return the whole path of an operation; None if a part of it is wrong."""
    router = operation.router.spec
    if path_fault(router.prefix) or path_fault(operation.path):
        return None
    version = f"/{router.version}" if router.version else ""
    return f"{version}{router.prefix}{operation.path}" or "/"


def overlaps(
    routes: Iterable[tuple[Operation, str]],
) -> Iterator[tuple[Operation, Operation]]:
    """Yield each operation that overlaps with an earlier one of its service, with that one.

    A literal segment wins over a template, so that `/users/me` and `/users/{id}` do not overlap;
    `/{a}/x` and `/y/{b}` do, for each is the more exact one in another place.
    """
    groups: dict[tuple[str, str, int], list[_Route]] = defaultdict(list)
    for operation, path in routes:
        segments = segments_of(path)
        key = (operation.router.service, operation.method, len(segments))
        groups[key].append((segments, operation))
    for group in groups.values():
        yield from _within(group, 0)


def _within(routes: list[_Route], depth: int) -> Iterator[tuple[Operation, Operation]]:
    """Part the routes by their segment at `depth`, as long as that is literal for all of them."""
    ends = depth == len(routes[0][0])
    if ends or any(segments[depth].startswith("{") for segments, _ in routes):
        yield from _searched(routes)
        return
    parted: dict[str, list[_Route]] = defaultdict(list)
    for route in routes:
        parted[route[0][depth]].append(route)
    for part in parted.values():
        if len(part) > 1:
            yield from _within(part, depth + 1)


def _searched(routes: list[_Route]) -> Iterator[tuple[Operation, Operation]]:
    root = _Node()
    for segments, operation in routes:
        other = _overlapping(root, segments)
        if other:
            yield operation, other
        _insert(root, segments, operation)


def _overlapping(root: _Node, segments: list[str]) -> Operation | None:
    """Walk all that match; remember who of the two was the more exact one somewhere."""
    waiting = [(root, 0, False, False)]
    while waiting:
        node, depth, mine, theirs = waiting.pop()
        if depth == len(segments):
            if node.operation and mine == theirs:
                return node.operation
            continue
        segment = segments[depth]
        if segment.startswith("{"):
            waiting.extend((n, depth + 1, mine, True) for n in node.literals.values())
            if node.template:
                waiting.append((node.template, depth + 1, mine, theirs))
            continue
        if node.template:
            waiting.append((node.template, depth + 1, True, theirs))
        if segment in node.literals:
            waiting.append((node.literals[segment], depth + 1, mine, theirs))
    return None


def _insert(node: _Node, segments: list[str], operation: Operation) -> None:
    for segment in segments:
        if segment.startswith("{"):
            node.template = node.template or _Node()
            node = node.template
        else:
            node = node.literals.setdefault(segment, _Node())
    node.operation = node.operation or operation
