"""SPEC316 `response-status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import ResponseKeys

_SUCCESS = range(200, 300)
_EMPTY = 204
_BODILESS = {204, 205}


def response_status(view: View) -> Iterator[Finding]:
    """Find statuses of responses that do not go with what is answered.

    ## Why is this bad?
    `response` is the answer of success: 2xx. 204 says that there is no body, and HTTP libraries
    fail when there is one, or when another status promises one that does not come. What goes wrong
    is listed under `errors`.

    ## Example
    ```yaml
    response: {model: User, variant: Read, status: 204}
    ```

    ## Use instead
    ```yaml
    response: {model: User, variant: Read, status: 200}
    ```
    """
    for operation in view.operations:
        response = operation.response
        fault = _fault(response) if response and response.status is not None else None
        if fault:
            at = operation.place.at("response", "status")
            void = response is not None and response.status in _BODILESS
            said = f"status of `{operation.name}` {fault[0]}"
            yield Finding(said, at, help=fault[1], void=void)


def _fault(response: ResponseKeys) -> tuple[str, str] | None:
    status = response.status
    if status not in _SUCCESS:
        return "is not 2xx", "use 200, 201, 202 or 204; list what goes wrong under `errors`"
    if response.model is None and response.stream is None and status != _EMPTY:
        return f"is {status}, and there is no body", "name the `model`, or use 204"
    if response.model is not None and status in _BODILESS:
        return f"is {status}, which has no body", "remove the `model`, or use 200 or 201"
    return None


RULE = CheckRule("SPEC316", "response-status", response_status)
