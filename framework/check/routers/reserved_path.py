"""SPEC322 `reserved-path`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_RESERVED = frozenset({"/health/live", "/health/ready", "/openapi.json", "/docs", "/metrics"})


def reserved_path(view: View) -> Iterator[Finding]:
    """Find operations at paths that the framework answers in every service.

    ## Why is this bad?
    Orchestrators ask `/health/live` and `/health/ready`, tools read `/openapi.json`; an operation
    there would hide them, or be hidden.

    ## Example
    ```yaml
    rest: {prefix: /health, handlers: {live: {method: GET, path: /live}}}
    ```

    ## Use instead
    ```yaml
    rest: {prefix: /wellbeing, handlers: {get_wellbeing: {method: GET, path: ""}}}
    ```
    """
    for operation, path in view.routes:
        if path in _RESERVED:
            yield Finding(
                f"`{path}` is answered by the framework itself",
                operation.place.at("path"),
                help="choose another path",
            )


RULE = CheckRule("SPEC322", "reserved-path", reserved_path)
