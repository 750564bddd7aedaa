"""Find circles in a graph of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_SHOWN = 8


def cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield circles, each begun at the node that comes first in `graph`; every node once.

    A graph with circles yields at least one of them. It takes time linear in the graph's size,
    and no recursion.
    """
    done: set[str] = set()
    for root in graph:
        circle = [] if root in done else _first_below(root, graph, done)
        if circle:
            yield _from_first(circle, graph)


def around(circle: Sequence[str]) -> str:
    """Return a circle as a sentence shows it, back to its first node; of a long one the ends."""
    shown = [*circle, circle[0]]
    if len(circle) > MOST_SHOWN:
        half = MOST_SHOWN // 2
        shown[half:-half] = [f"{len(circle) + 1 - 2 * half:,} more"]
    return " → ".join(shown)


def _first_below(root: str, graph: Mapping[str, Sequence[str]], done: set[str]) -> list[str]:
    """Walk from `root`; return the first circle that is met, and mark what was walked as done."""
    path: dict[str, Iterator[str]] = {root: iter(graph[root])}
    while path:
        node = next(reversed(path))
        target = next(path[node], None)
        if target is None:
            done.add(node)
            del path[node]
        elif target in path:
            done.update(path)
            return [*path][[*path].index(target) :]
        elif target not in done and target in graph:
            path[target] = iter(graph[target])
    return []


def _from_first(circle: list[str], graph: Mapping[str, Sequence[str]]) -> list[str]:
    order = {name: index for index, name in enumerate(graph)}
    start = circle.index(min(circle, key=order.__getitem__))
    return [*circle[start:], *circle[:start]]
