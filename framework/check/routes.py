"""Find operations that can match the same request, without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framework.check.paths import path_fault, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.check.view import Operation


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
        groups[operation.router.service, operation.method, len(segments)].append(
            (segments, operation)
        )
    for group in groups.values():
        for part in _parted(group):
            yield from _within(part)


def witness(one: str, other: str) -> str | None:
    """Return a path that both of two overlapping paths match; None if they differ in names only."""
    pairs = list(zip(segments_of(one), segments_of(other), strict=True))
    if all(_is_template(a) == _is_template(b) for a, b in pairs):
        return None
    return "".join(f"/{(b if _is_template(a) else a).strip('{}')}" for a, b in pairs) or "/"


def _parted(routes: list[_Route]) -> Iterable[list[_Route]]:
    """Part the routes by the segments that are literal in all of them."""
    columns = list(zip(*(segments for segments, _ in routes), strict=True))
    literal = [i for i, column in enumerate(columns) if not any(map(_is_template, column))]
    parts: dict[tuple[str, ...], list[_Route]] = defaultdict(list)
    for route in routes:
        parts[tuple(route[0][i] for i in literal)].append(route)
    return parts.values()


def _within(routes: list[_Route]) -> Iterator[tuple[Operation, Operation]]:
    """Compare each route with all before it at once: sets of routes are the bits of a number."""
    rivals = [(1 << index) - 1 for index in range(len(routes))]
    mine, theirs = [0] * len(routes), [0] * len(routes)
    for column in zip(*(segments for segments, _ in routes), strict=True):
        by_segment, templates = _bits(column)
        for index, segment in enumerate(column):
            if _is_template(segment):
                theirs[index] |= ~templates
            elif rivals[index]:
                rivals[index] &= by_segment[segment] | templates
                mine[index] |= templates
    for index, (_, operation) in enumerate(routes):
        found = rivals[index] & ~(mine[index] ^ theirs[index])
        if found:
            yield operation, routes[(found & -found).bit_length() - 1][1]


def _bits(column: Iterable[str]) -> tuple[dict[str, int], int]:
    by_segment: dict[str, int] = defaultdict(int)
    templates = 0
    for index, segment in enumerate(column):
        if _is_template(segment):
            templates |= 1 << index
        else:
            by_segment[segment] |= 1 << index
    return by_segment, templates


def _is_template(segment: str) -> bool:
    return segment.startswith("{")
