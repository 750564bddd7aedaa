"""Draw a contract for Mermaid: who talks to whom, and how models hang together."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from framework.contract import Choice, Kind, Listed, Mapped, Named, Nullable, Scalar, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.contract import Contract, Model, Service, Type

_ESCAPES = str.maketrans(
    {'"': "#quot;", "#": "#35;", "<": "#lt;", ">": "#gt;", "\n": " ", "\r": " ", "`": "#96;"}
)
_RESOURCES = ("database", "broker")


def services_diagram(contract: Contract) -> str:
    """Return the services, what they may reach, whom they ask, and who hears which event."""
    return _lines("flowchart LR", _services(contract))


def models_diagram(contract: Contract) -> str:
    """Return the models, as they are read, with their fields and what those refer to."""
    return _lines("erDiagram", _models(contract))


def label(text: str) -> str:
    """Return a text in quotes, with nothing in it that Mermaid would take for its own."""
    return f'"{text.translate(_ESCAPES)}"'


def _lines(head: str, body: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in (head, *(f"  {line}" for line in body)))


def _services(contract: Contract) -> Iterator[str]:
    nodes = {service.name: f"s{index}" for index, service in enumerate(contract.services)}
    for name, node in nodes.items():
        yield f"{node}[{label(name)}]"
    reached = [name for name in _RESOURCES if any(_reaches(s, name) for s in contract.services)]
    for name in reached:
        yield f"{name}[({label(name)})]"
    for service in contract.services:
        node = nodes[service.name]
        yield from (f"{node} --- {name}" for name in reached if _reaches(service, name))
    for service in contract.services:
        for asked in service.consumes:
            yield _edge(nodes[service.name], "-->", asked.operation.name, nodes[asked.service])
    for event in contract.events:
        for publisher, subscriber in product(event.publishers, event.subscribers):
            yield _edge(nodes[publisher], "-.->", event.name, nodes[subscriber])


def _edge(one: str, arrow: str, said: str, other: str) -> str:
    return f"{one} {arrow}|{label(said)}| {other}"


def _reaches(service: Service, resource: str) -> bool:
    return service.database if resource == "database" else service.broker


def _models(contract: Contract) -> Iterator[str]:
    shown = _shown(contract)
    for base, model in sorted(shown.items()):
        yield f"{base} {{"
        for field in model.fields:
            mark = ' "may be null"' if isinstance(field.type, Nullable) else ""
            yield f"  {_word(contract, field.type)} {field.name}{mark}"
        yield "}"
    owners = {model.name: _base(model) for model in contract.models().values()}
    for base, model in sorted(shown.items()):
        for field in model.fields:
            many = "o{" if isinstance(_plain(field.type), (Listed, Mapped)) else "o|"
            own = f"{base}.{field.name}"
            for target in dict.fromkeys(_targets(contract, field.type, owners, own)):
                yield f"{base} }}o--{many} {target} : {label(field.name)}"


def _shown(contract: Contract) -> dict[str, Model]:
    """Return one variant of each model: the one that is read, else the first."""
    found: dict[str, Model] = {}
    for model in contract.models().values():
        base = _base(model)
        if base not in found or model.id.endswith(".Read"):
            found[base] = model
    return found


def _base(model: Model) -> str:
    return model.id.removeprefix("model:").split(".", 1)[0]


def _plain(type_: Type) -> Type:
    return type_.inner if isinstance(type_, Nullable) else type_


def _targets(contract: Contract, type_: Type, owners: dict[str, str], own: str) -> Iterator[str]:
    for item in named(type_):
        match item.kind:
            case Kind.MODEL:
                yield owners[item.name]
            case Kind.UNION:
                yield from (owners[m.name] for m in contract.unions()[item.name].members)
            case Kind.REFERENCE:
                target = contract.references()[item.name].target.removeprefix("model:")
                if target != own:  # the field that others refer to goes by that name, too
                    yield target.split(".", 1)[0]
            case _:
                pass


def _word(contract: Contract, type_: Type) -> str:
    """Return a type in the letters that Mermaid takes for one."""
    match type_:
        case Nullable(inner=inner):
            word = _word(contract, inner)
        case Scalar(kind=kind):
            word = kind
        case Choice(values=values):
            word = "const" if len(values) == 1 else "enum"
        case Listed(item=item):
            word = f"list[{_word(contract, item)}]"
        case Mapped(value=value):
            word = f"dict[{_word(contract, value)}]"
        case Named(kind=Kind.REFERENCE, name=name):
            word = _word(contract, contract.references()[name].type)
        case Named():
            word = type_.name
    return word
