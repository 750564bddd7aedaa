"""A controller for any Protocol: it remembers what it was called with."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

Call = tuple[str, dict[str, object]]
Method = Callable[..., Coroutine[Any, Any, object]]


def recorder(
    protocol: type, calls: list[Call], answers: Mapping[str, object] | None = None
) -> type[Any]:
    """Return a class that fulfils `protocol`, appends to `calls` and returns what `answers` say."""
    names = [name for name, _ in inspect.getmembers(protocol, inspect.isfunction) if name[0] != "_"]
    methods = {name: _method(name, calls, (answers or {}).get(name)) for name in names}
    return type("Recorder", (), methods)


def _method(name: str, calls: list[Call], answer: object) -> Method:
    async def method(_: object, **arguments: object) -> object:
        calls.append((name, arguments))
        return answer

    return method
