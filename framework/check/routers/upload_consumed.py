"""SPEC363 `upload-consumed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def upload_consumed(view: View) -> Iterator[Finding]:
    """Find services that consume an operation which takes a file.

    ## Why is this bad?
    Clients of services send models: a call that carries a file can be repeated only by reading the
    file again, and no client that does so is compiled.

    ## Example
    ```yaml
    consumes: [backend.v1.upload_avatar]
    ```

    ## Use instead
    ```yaml
    access: [internet]      # and a client of your own, such as httpx
    ```
    """
    taking = {o.id for o in view.operations if o.request is not None and o.request.file is not None}
    for service in view.specs.services.values() if taking else ():
        at = service_place(service).at("consumes")
        for index, consumed in enumerate(service.spec.consumes):
            if consumed.operation in taking:
                yield Finding(
                    f"`{consumed.operation}` takes a file, and clients send none",
                    at.at(index, "operation"),
                    help="remove it, and call the operation with a client of your own",
                )


RULE = CheckRule("SPEC363", "upload-consumed", upload_consumed)
