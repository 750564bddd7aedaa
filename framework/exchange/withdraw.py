"""Take one thing out of specs that a rule has refused, as little as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.spec import NONE

if TYPE_CHECKING:
    from framework.syntax import Json, Path

_Tree = dict[str, "Json"]
_TYPING = frozenset({"type", "values", "const", "items"})
_KEPT = ("description", "optional", "deprecated", "alias", "readonly", "writeonly")
_GROUPS = frozenset({"params", "query", "headers", "cookies"})


def withdraw(trees: dict[str, _Tree], file: str, path: Path) -> str | None:
    """Remove what stands at `path` of a file, or what holds it; return what was done."""
    if file not in trees:
        return None
    if path[-1:] == ("auth",) and path[:1] == ("rest",):
        _at(trees[file], path[:-1])["auth"] = NONE
        return "anybody may call"
    if path[:2] == ("rest", "handlers") and len(path) > 2:  # noqa: PLR2004  # the name of one
        return _operation(trees, file, str(path[2]), list(path[3:]))
    if path[:1] == ("rest",) or len(path) < 2:  # noqa: PLR2004  # the name of a declaration
        del trees[file]
        return "the file is left out"
    return _declared(trees[file], path)


def _declared(tree: _Tree, path: Path) -> str | None:
    match path:
        case ("models" | "errors", _, "fields", field, *rest):
            wide = "json" if path[0] == "models" else "string"
            return _field(_at(tree, path[:3]), str(field), rest, wide)
        case ("models", _, "variants", *_):
            return _unproject(_at(tree, path[:2]))
        case ("enums", _, "values", int(index)):
            return _value(_at(tree, path[:2]), index)
        case ("services", *_):
            return None
        case _:
            return _declaration(tree, path[0], str(path[1]))


def _at(tree: Json, path: Path) -> _Tree:
    for step in path:
        tree = tree.get(str(step)) if isinstance(tree, dict) else None
    return tree if isinstance(tree, dict) else {}


def _field(fields: _Tree, name: str, rest: list[str | int], wide: str) -> str | None:
    keys = fields.get(name)
    if name not in fields:
        return None
    if isinstance(keys, dict) and rest:
        inner = keys.get("items")
        if rest[0] == "items" and len(rest) > 1 and isinstance(inner, dict) and len(inner) > 1:
            return _key(inner, str(rest[1])) or _widened(fields, name, wide)
        if rest[0] not in _TYPING and rest[0] in keys:
            return _key(keys, str(rest[0]))
    return _widened(fields, name, wide)


def _key(keys: _Tree, key: str) -> str | None:
    if key in _TYPING or key not in keys:
        return None
    del keys[key]
    if key == "default":
        keys["optional"] = True
    return f"`{key}` is left out"


def _widened(fields: _Tree, name: str, wide: str) -> str:
    keys = fields[name]
    known = keys if isinstance(keys, dict) else {"type": keys}
    if known.get("type") == wide and not known.keys() & {"items", "values", "const"}:
        del fields[name]
        return f"`{name}` is left out"
    kept = {key: known[key] for key in _KEPT if key in known}
    if "default" in known:
        kept["optional"] = True
    fields[name] = {"type": wide, **kept} if kept else wide
    return f"`{name}` is `{wide}`"


def _unproject(model: _Tree) -> str | None:
    if model.pop("variants", None) is None:
        return None
    fields = _at(model, ("fields",))
    for keys in fields.values():
        if isinstance(keys, dict):
            keys.pop("readonly", None)
            keys.pop("writeonly", None)
    return "it has no variants"


def _value(enum: _Tree, index: int) -> str | None:
    values = enum.get("values")
    if not isinstance(values, list) or index >= len(values):
        return None
    del values[index]
    return "the value is left out"


def _declaration(tree: _Tree, section: str | int, name: str) -> str | None:
    if _at(tree, (section,)).pop(name, None) is None:
        return None
    return f"`{name}` is left out"


def _operation(trees: dict[str, _Tree], file: str, name: str, rest: list[str | int]) -> str | None:
    handlers = _at(trees[file], ("rest", "handlers"))
    handler = handlers.get(name)
    if not isinstance(handler, dict):
        return None
    match rest:
        case (str(group), str(parameter), *inner) if group in _GROUPS:
            fields = cast("_Tree", handler[group])
            done = _field(fields, parameter, inner, "string")
            if parameter in fields or (done and group != "params"):
                if not fields:
                    del handler[group]
                return done
        case ("errors", int(index)):
            listed = handler.get("errors")
            if isinstance(listed, list) and index < len(listed):
                del listed[index]
                return "the error is not listed"
        case ("request" | "response" as key, *_) if key in handler:
            del handler[key]
            return f"the operation has no {key}"
        case _:
            pass
    del handlers[name]
    if not handlers:
        del trees[file]
    return f"operation `{name}` is left out"
