"""SPEC361 `upload-size`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding
from framework.spec import parse_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def upload_size(view: View) -> Iterator[Finding]:
    """Find files whose `max_size` is no size.

    ## Why is this bad?
    The bound is all that stands between a client and the disk. It is a whole number with its unit,
    `B`, `KB`, `MB` or `GB` (decimal: 1 KB is 1000 bytes), up to 1000 GB.

    ## Example
    ```yaml
    request: {file: {max_size: 5 Mb}}
    ```

    ## Use instead
    ```yaml
    request: {file: {max_size: 5MB}}
    ```
    """
    for operation in view.operations:
        file = operation.request.file if operation.request else None
        if file is not None and parse_size(file.max_size) is None:
            yield Finding(
                f"`{shown(file.max_size)}` is no size",
                operation.place.at("request", "file", "max_size"),
                help="write a number and a unit, such as `500KB` or `5MB`, up to `1000GB`",
            )


RULE = CheckRule("SPEC361", "upload-size", upload_size)
