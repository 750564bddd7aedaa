"""Write operations down as routers, one file for each tag."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from framework.exchange.keywords import extensions_in, text
from framework.exchange.naming import router_names
from framework.exchange.nodes import ModelNode, Shape
from framework.exchange.render import expression, keys_of, short

if TYPE_CHECKING:
    from framework.exchange.calls import Answer, Call, Parameter
    from framework.exchange.files import Files, Read
    from framework.syntax import Json, Path

_VERSION = re.compile(r"v[0-9]+")
_CREATED, _OK, _EMPTY = 201, 200, 204


def routers(read: Read, files: Files) -> None:
    """Add `specs/routers/<service>/<tag>.yaml` for each tag."""
    names = router_names(read.calls)
    for tags, name in names.items():
        calls = [call for call in read.calls if call.tags == tags]
        file = f"specs/routers/{read.service}/{name}.yaml"
        rest: dict[str, Json] = {}
        shared = _shared(calls)
        rest_of = len(shared)
        version = shared[0] if shared and _VERSION.fullmatch(shared[0]) else None
        if version:
            shared = shared[1:]
        if shared:
            rest["prefix"] = "/" + "/".join(shared)
        if tags != (name,):
            rest["tags"] = [*tags]
        if version:
            rest["version"] = version
        auth = Counter(call.auth for call in calls).most_common(1)[0][0]
        if read.schemes:
            rest["auth"] = auth
        said = read.tags.get(tags[0], {})
        if description := text(said.get("description")):
            rest["description"] = description
        handlers: dict[str, dict[str, Json]] = {}
        for call in calls:
            at = ("rest", "handlers", call.name)
            handlers[call.name] = _handler(call, rest_of, file, files)
            if read.schemes and call.auth != auth:
                handlers[call.name]["auth"] = call.auth
            files.origins[file, at] = call.at
        rest["handlers"] = {**handlers}
        files.trees[file] = {"rest": {**rest, **extensions_in(said)}}


def _shared(calls: list[Call]) -> list[str]:
    """Return the literal segments that all paths begin with."""
    shared: list[str] = []
    for parts in zip(*(call.segments for call in calls), strict=False):
        if len(set(parts)) > 1 or "{" in parts[0]:
            break
        shared.append(parts[0])
    return shared


def _handler(call: Call, skip: int, file: str, files: Files) -> dict[str, Json]:
    path = "".join(f"/{segment}" for segment in call.segments[skip:])
    told = {k: v for k, v in call.keys.items() if not k.startswith("x-")}
    value: dict[str, Json] = {"method": call.method, "path": path, **told}
    at: Path = ("rest", "handlers", call.name)
    for group in ("params", "query", "headers", "cookies"):
        found = {p.name: _parameter(p) for p in call.parameters if p.group == group}
        if found:
            value[group] = found
        for parameter in call.parameters:
            files.origins[file, (*at, parameter.group, parameter.name)] = parameter.at
    if call.body is not None:
        sent = _payload(call.body, "Create")
        extra = call.body_extensions
        value["request"] = {"model": sent, **extra} if extra else sent
        files.origins[file, (*at, "request")] = call.body.at
    response = _response(call.answer, call.method)
    if response is not None:
        value["response"] = response
        files.origins[file, (*at, "response")] = call.answer.at
    errors: list[Json] = [failure.name for failure in call.failures]
    if errors:
        value["errors"] = errors
    return value | extensions_in(call.keys)


def _parameter(parameter: Parameter) -> Json:
    keys = {**keys_of(parameter.shape), **parameter.keys}
    if parameter.refers:
        node, field = parameter.refers
        told = {k: v for k, v in parameter.keys.items() if k not in {"optional", "default"}}
        return short({"type": f"{node.name}.{field.name}", **told})
    if parameter.group == "params":
        keys = {k: v for k, v in keys.items() if k not in {"optional", "default"}}
    return short(keys)


def _response(answer: Answer, method: str) -> Json:
    value: dict[str, Json] = {}
    usual = _EMPTY
    if answer.shape is not None:
        value["model"] = _payload(answer.shape, "Read")
        usual = _CREATED if method == "POST" else _OK
    if answer.status != usual:
        value["status"] = answer.status
    if answer.description:
        value["description"] = answer.description
    value.update(answer.extensions)
    if value.keys() == {"model"}:
        return value["model"]
    if not value:
        return None
    return value if answer.shape is not None else {"status": _EMPTY, **value}


def _payload(shape: Shape, variant: str) -> Json:
    """Return the type of a body; of a model with variants the one that is meant."""
    inner = shape.item if shape.item is not None else shape
    projected = isinstance(inner.node, ModelNode) and inner.node.projected
    name = expression(Shape(inner.at, node=inner.node))
    named = f"{name}.{variant}" if projected else name
    return f"list[{named}]" if shape.item is not None else named
