"""SPEC360 `request-kind`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_OF_MODELS = ("model", "variant", "many")


def request_kind(view: View) -> Iterator[Finding]:
    """Find requests that are both a model and a file, or neither.

    ## Why is this bad?
    A body is JSON or it is a file. What travels beside a file is written in `fields`, each a part
    of its own.

    ## Example
    ```yaml
    request: {model: Avatar, file: {max_size: 5MB}}
    ```

    ## Use instead
    ```yaml
    request: {file: {max_size: 5MB}, fields: {caption: {type: string, max_length: 200}}}
    ```
    """
    for operation in view.operations:
        request, place = operation.request, operation.place.at("request")
        if request is None:
            continue
        if request.file is None and request.model is None:
            said = f"the request of `{operation.name}` names neither a model nor a file"
            yield Finding(said, place, key=True, help="add `model`, or `file: {max_size: ...}`")
            continue
        other, keys = ("a file", _OF_MODELS) if request.file else ("a model", ("fields",))
        for key in sorted(request.model_fields_set.intersection(keys)):
            said = f"`{key}` cannot stand beside {other}"
            help_ = "what goes with a file is written in `fields`"
            yield Finding(said, place.at(key), key=True, help=help_)


RULE = CheckRule("SPEC360", "request-kind", request_kind)
