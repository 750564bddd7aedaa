"""SPEC315 `payload-spelling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import PayloadKeys, Place, RequestKeys, ResponseKeys


def payload_spelling(view: View) -> Iterator[Finding]:
    """Find payloads that mix the two spellings of a variant, or have no model for it.

    ## Why is this bad?
    `User.Create` and `{model: User, variant: Create}` mean the same; together they may contradict
    each other, and `variant` or `many` without a model mean nothing.

    ## Example
    ```yaml
    request: {model: User.Create, variant: Update}
    ```

    ## Use instead
    ```yaml
    request: {model: User, variant: Create}
    ```
    """
    for operation in view.operations:
        request, response = operation.request, operation.response
        if request is not None and request.model is not None and request.variant is not None:
            yield from _faults(request, operation.place.at("request"))
        if response is None or response.stream is not None:
            continue
        if response.model is None or response.variant is not None:
            yield from _faults(response, operation.place.at("response"))
    for event in view.specs.events.values():
        yield from _faults(event.spec.message, event.place.at("message"))


def _faults(keys: PayloadKeys | RequestKeys | ResponseKeys, place: Place) -> Iterator[Finding]:
    model = keys.model
    if model is None:
        for key in sorted(keys.model_fields_set & {"variant", "many"}):
            said, help_ = f"`{key}` has no `model` beside it", "name the model, or remove it"
            yield Finding(said, place.at(key), key=True, help=help_, void=True)
    elif keys.variant is not None and (model.member or model.name in CONTAINERS):
        said = f"`{model}` cannot have a `variant` beside it"
        help_ = "write the model alone, and `many: true` for a list"
        yield Finding(said, place.at("variant"), help=help_, void=keys.variant == model.member)


RULE = CheckRule("SPEC315", "payload-spelling", payload_spelling)
