"""Decide which module defines the models of which file: files that need each other share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract.resolve.references import types_within
from framework.project import module_stem
from framework.spec import SCALARS, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.spec import FieldKeys, SpecSet

Graph = dict[str, set[str]]


def homes(specs: SpecSet) -> dict[str, str]:
    """Map the stem of each file of models to the stem of the module that defines its models.

    Python modules cannot import each other in a circle, files of specs may refer to each other
    as they like: each group that does is defined in the module that sorts first.
    """
    return {stem: min(group) for group in groups(_graph(specs)) for stem in group}


def stem_of(specs: SpecSet, name: str) -> str:
    """Return the stem of the file that declares the type `name`."""
    declared = specs.models.get(name) or specs.enums.get(name) or specs.unions[name]
    return module_stem(declared.place.document.path)


def groups(graph: Graph) -> list[list[str]]:
    """Return the strongly connected components of `graph` (Tarjan 1972, without recursion)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []
    for root in graph:
        walk: list[tuple[str, Iterator[str]]] = [] if root in order else [_enter(root, graph)]
        while walk:
            node, targets = walk[-1]
            if node not in order:
                order[node] = low[node] = len(order)
                stack.append(node)
            target = next(targets, None)
            if target is None:
                walk.pop()
                _leave(node, order, low, stack, found)
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
            elif target not in order:
                walk.append(_enter(target, graph))
            elif target in stack:
                low[node] = min(low[node], order[target])
    return found


def _enter(node: str, graph: Graph) -> tuple[str, Iterator[str]]:
    return node, iter(sorted(graph[node]))


def _leave(
    node: str,
    order: dict[str, int],
    low: dict[str, int],
    stack: list[str],
    found: list[list[str]],
) -> None:
    if low[node] != order[node]:
        return
    at = stack.index(node)
    found.append(stack[at:])
    for member in stack[at:]:
        low[member] = len(order) + 1
    del stack[at:]


def _graph(specs: SpecSet) -> Graph:
    declared = [*specs.models, *specs.enums, *specs.unions]
    graph: Graph = {stem_of(specs, name): set() for name in sorted(declared)}
    for name in specs.models:
        stem = stem_of(specs, name)
        for _, keys in fields_of(specs, name):
            graph[stem].update(stem_of(specs, used) for used in _used(specs, keys))
    for union in specs.unions.values():
        stem = stem_of(specs, union.name)
        graph[stem].update(stem_of(specs, member.name) for member in union.spec.of)
    return graph


def _used(specs: SpecSet, keys: FieldKeys) -> Iterable[str]:
    for type_ in types_within(keys):
        for named in type_.walk():
            if named.name not in SCALARS and specs.knows_type(named.name):
                yield named.name
