"""Decide what is sent and what is received, and with that which names everything has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import IMPORTED, pascal
from framework.exchange.names import Names, tag_name
from framework.exchange.nodes import EnumNode, ModelNode, UnionNode
from framework.exchange.rules import RENAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.exchange.calls import Call, Failure
    from framework.exchange.losses import Losses
    from framework.exchange.nodes import Node, Shape

_COMPONENTS = ("components", "schemas")


def reach(shapes: Iterable[Shape | None]) -> list[Node]:
    """Return everything declared that values of `shapes` are made of, each once."""
    found: dict[int, Node] = {}
    waiting = [shape for shape in shapes if shape is not None]
    while waiting:
        shape = waiting.pop()
        if shape.item is not None:
            waiting.append(shape.item)
        node = shape.target
        if node is not None and id(node) not in found:
            found[id(node)] = node
            waiting.extend(_inside(node))
    return list(found.values())


def direct(nodes: list[Node], calls: list[Call], failures: list[Failure]) -> None:
    """Tell of each model whether it is sent or received, and which of them have variants.

    What no operation uses counts as received. Variants have the models with a field that travels
    one way only, and all that hold one of them.
    """
    for node in _models(reach(call.body for call in calls)):
        node.sent = True
    answers = [call.answer.shape for call in calls]
    fields = [field.shape for failure in failures for field in failure.fields]
    for node in _models(reach([*answers, *fields])):
        node.received = True
    unused = [node for node in _models(nodes) if not node.sent and not node.received]
    inside = reach(field.shape for node in unused for field in node.properties.values())
    for node in (*unused, *_models(inside)):
        node.received = True
    _project(nodes)


def _project(nodes: list[Node]) -> None:
    holders = _holders(nodes)
    waiting: list[Node] = [node for node in _models(nodes) if _travels_one_way(node)]
    seen = {id(node) for node in waiting}
    while waiting:
        node = waiting.pop()
        if isinstance(node, ModelNode):
            node.projected = True
        for holder in holders.get(id(node), ()):
            if id(holder) not in seen:
                seen.add(id(holder))
                waiting.append(holder)


def _models(nodes: Iterable[Node]) -> Iterator[ModelNode]:
    return (node for node in nodes if isinstance(node, ModelNode))


def variants(node: ModelNode) -> tuple[str, ...]:
    """Return the variants that a model needs."""
    if not node.projected:
        return ()
    wanted = (("Create", node.sent), ("Read", node.received))
    return tuple(name for name, is_needed in wanted if is_needed)


def name_all(
    nodes: list[Node], failures: list[Failure], scope: tuple[str, Iterable[str]], losses: Losses
) -> Names:
    """Name all nodes and errors; `scope` is the service, and the names that are taken already."""
    service, taken = scope
    reserved = {*IMPORTED, *taken, "EventsController"}
    reserved |= {f"{pascal(service)}{suffix}" for suffix in ("Publisher", "Controllers")}
    names = Names(reserved)
    declared = [node for node in nodes if node.at[:-1] == _COMPONENTS]
    others = [node for node in nodes if node.at[:-1] != _COMPONENTS]
    for node in (*declared, *others):
        node.name = names.take(node.wanted, *_endings(node))
        said = str(node.at[-1])
        if node.at[:-1] == _COMPONENTS and node.name != said:
            losses.say(RENAMED, node.at, f"schema `{said[:80]}` is `{node.name}`")
    numbers: dict[str, int] = {}
    for failure in failures:
        number = numbers.get(failure.wanted, 0) + 1
        name = failure.wanted if number == 1 else f"{failure.wanted}_{number}"
        while not names.is_free(pascal(name), "Problem"):
            number += 1
            name = f"{failure.wanted}_{number}"
        names.take(pascal(name), "Problem")
        failure.name, numbers[failure.wanted] = name, number
    return names


def router_names(calls: list[Call]) -> dict[tuple[str, ...], str]:
    """Return the name of the router file for each of the lists of tags."""
    names = Names()
    listed = dict.fromkeys(call.tags for call in calls)
    return {tags: names.take(tag_name(tags[0]), mark="_") for tags in listed}


def _endings(node: Node) -> tuple[str, ...]:
    if isinstance(node, ModelNode):
        both = ("Input",) if node.sent and node.received else ()
        return (*variants(node), *both)
    if isinstance(node, UnionNode):
        return ("Create", "Update", "Read", "Input")
    return ()


def _inside(node: Node) -> list[Shape]:
    match node:
        case ModelNode():
            return [field.shape for field in node.properties.values()]
        case UnionNode():
            return node.members
        case EnumNode():
            return []


def _holders(nodes: list[Node]) -> dict[int, list[Node]]:
    found: dict[int, list[Node]] = {}
    for holder in nodes:
        for shape in _inside(holder):
            for node in _named(shape):
                found.setdefault(id(node), []).append(holder)
    return found


def _named(shape: Shape) -> Iterator[Node]:
    inner: Shape | None = shape
    while inner is not None:
        if inner.target is not None:
            yield inner.target
        inner = inner.item


def _travels_one_way(node: ModelNode) -> bool:
    return any({"readonly", "writeonly"} & f.keys.keys() for f in node.properties.values())
