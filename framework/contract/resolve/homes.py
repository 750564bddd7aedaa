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
    walk = _Walk(graph)
    for root in graph:
        if root not in walk.order:
            walk.start(root)
    return walk.found


class _Walk:
    """Tarjan's walk: the order of visits, the lowest visit in reach, and what is still open."""

    def __init__(self, graph: Graph) -> None:
        self.order: dict[str, int] = {}
        self.found: list[list[str]] = []
        self._graph = graph
        self._low: dict[str, int] = {}
        self._open: list[str] = []

    def start(self, root: str) -> None:
        path = [(root, self._enter(root))]
        while path:
            node, targets = path[-1]
            target = next(targets, None)
            if target is None:
                path.pop()
                self._leave(node)
                self._lower(path[-1][0] if path else node, self._low[node])
            elif target not in self.order:
                path.append((target, self._enter(target)))
            elif target in self._open:
                self._lower(node, self.order[target])

    def _enter(self, node: str) -> Iterator[str]:
        self.order[node] = self._low[node] = len(self.order)
        self._open.append(node)
        return iter(sorted(self._graph[node]))

    def _lower(self, node: str, reached: int) -> None:
        self._low[node] = min(self._low[node], reached)

    def _leave(self, node: str) -> None:
        if self._low[node] != self.order[node]:
            return
        at = self._open.index(node)
        self.found.append(self._open[at:])
        del self._open[at:]


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
