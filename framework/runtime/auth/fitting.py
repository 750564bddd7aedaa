"""Check at start-up that a service was given the verifiers that its contract asks for."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_POSITIONAL = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
_MOST = 2  # the credential and a session


def verifier_faults(
    service: str, verifiers: Sequence[str], given: Mapping[str, object]
) -> Iterator[str]:
    """Yield a sentence for each verifier that is missing or cannot be called."""
    for name in verifiers:
        if name not in given:
            yield (
                f"`{service}` lacks `{name}`: pass "
                f"`async def {name}(credential: str) -> Identity`, which `framework sync` scaffolds"
            )
        elif not _waits(given[name]):
            yield f"`{name}` of `{service}` is not asynchronous: write `async def`"
        elif not _takes_credential(given[name]):
            yield (
                f"`{name}` of `{service}` takes something else: a credential, and a session if it "
                "needs one"
            )


def _waits(verifier: object) -> bool:
    call: object = getattr(verifier, "__call__", None)  # noqa: B004 - to ask what it is, too
    return any(map(inspect.iscoroutinefunction, (verifier, call)))


def _takes_credential(verifier: object) -> bool:
    parameters = inspect.signature(verifier).parameters.values() if callable(verifier) else ()
    kinds = [parameter.kind for parameter in parameters]
    return 0 < len(kinds) <= _MOST and _POSITIONAL.issuperset(kinds)
