"""Check at start-up that a service was given the controllers that its contract asks for."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from framework.runtime.auth.fitting import verifier_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class ControllerError(TypeError):
    """Controllers and contract do not fit; one sentence a fault."""


def check_controllers(
    service: str,
    protocols: Mapping[str, type],
    controllers: Mapping[str, object],
    verifiers: Sequence[str] = (),
) -> Mapping[str, Callable[..., Any]]:
    """Return how each controller is provided; raise ControllerError with all that does not fit.

    `verifiers` are the keywords beside them of functions that know credentials.

    A class is constructed on the event loop: FastAPI would send its constructor to a thread.
    """
    given = {name: controllers[name] for name in controllers if name not in verifiers}
    faults = [*_faults(service, protocols, given)]
    faults += verifier_faults(service, verifiers, controllers)
    if faults:
        raise ControllerError("\n".join(faults))
    return {name: _provider(each) for name, each in given.items() if callable(each)}


def _faults(
    service: str, protocols: Mapping[str, type], controllers: Mapping[str, object]
) -> Iterator[str]:
    for name, protocol in protocols.items():
        if name not in controllers:
            yield (
                f"`{service}` lacks the controller `{name}`: pass `{name}={protocol.__name__}`, "
                "which `framework sync` scaffolds"
            )
        else:
            yield from _controller_faults(f"`{name}` of `{service}`", controllers[name], protocol)
    for name in controllers.keys() - protocols.keys():
        known = ", ".join(f"`{known}`" for known in protocols) or "none"
        yield f"`{service}` has no router `{name}`, only {known}: drop `{name}=...`"


def _controller_faults(place: str, given: object, protocol: type) -> Iterator[str]:
    if inspect.isclass(given):
        yield from _class_faults(given, protocol)
    elif not callable(given):
        yield (
            f"controller {place} is a {type(given).__name__}: pass the class, or a function that "
            "returns a controller"
        )


def _class_faults(given: type, protocol: type) -> Iterator[str]:
    for name, expected in inspect.getmembers(protocol, inspect.isfunction):
        if name.startswith("_"):
            continue
        method: object = getattr(given, name, None)
        place = f"`{given.__name__}.{name}`"
        if not callable(method):
            yield f"{place} is missing: {_asked(protocol)}"
        elif fault := _kind_fault(method, expected):
            yield f"{place} {fault}"
        else:
            yield from _parameter_faults(place, method, expected)


def _asked(protocol: type) -> str:
    return f"`{protocol.__name__}` in `{protocol.__module__}` says what it takes and returns"


def _kind_fault(method: Callable[..., object], expected: Callable[..., object]) -> str | None:
    """Return what is wrong with how a method is defined; a plain one may return a stream."""
    name = expected.__name__
    if inspect.iscoroutinefunction(expected):
        fits = inspect.iscoroutinefunction(method)
        return None if fits else f"is not asynchronous: write `async def {name}`"
    if inspect.iscoroutinefunction(method):
        return "does not stream: its messages are what it yields, one after the other"
    if inspect.isgeneratorfunction(method):
        return f"is not asynchronous: write `async def {name}`"
    return None


def _parameter_faults(
    place: str, method: Callable[..., object], expected: Callable[..., object]
) -> Iterator[str]:
    given = inspect.signature(method).parameters
    asked = inspect.signature(expected).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in given.values()):
        return
    for name in [*asked][1:]:
        if name not in given or given[name].kind is inspect.Parameter.POSITIONAL_ONLY:
            yield f"{place} lacks the keyword `{name}`, which its contract gives: add it"
    for name, parameter in [*given.items()][1:]:
        if name not in asked and _must_be_given(parameter):
            yield f"{place} asks for `{name}`, which its contract does not give: drop it"


def _must_be_given(parameter: inspect.Parameter) -> bool:
    return parameter.default is parameter.empty and parameter.kind in {
        parameter.POSITIONAL_ONLY,
        parameter.POSITIONAL_OR_KEYWORD,
        parameter.KEYWORD_ONLY,
    }


def _provider(given: Callable[..., Any]) -> Callable[..., Any]:
    """Return a coroutine function with the signature of the class `given`."""
    if not inspect.isclass(given):
        return given

    async def provide(*positional: object, **keywords: object) -> object:
        return given(*positional, **keywords)

    setattr(provide, "__signature__", _signature(given))  # noqa: B010 - functions declare none
    return provide


def _signature(given: type) -> inspect.Signature:
    try:
        return inspect.signature(given, eval_str=True)
    except NameError as error:
        message = (
            f"`{given.__name__}.__init__` names `{error.name}`, which exists for type checkers "
            "only: import it outside `if TYPE_CHECKING:`"
        )
        raise ControllerError(message) from error
