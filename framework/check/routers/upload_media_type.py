"""SPEC362 `upload-media-type`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
_SPELT = "write it as `image/png`: lower case, no range, no parameter"


def upload_media_type(view: View) -> Iterator[Finding]:
    """Find media types of files that are none, that are listed twice, or that mean a model.

    ## Why is this bad?
    What is listed is compared with what clients send, and published. A range such as `image/*` lets
    in what nobody thought of (`image/svg+xml` may hold scripts), and JSON has a model.

    ## Example
    ```yaml
    request: {file: {max_size: 5MB, content_types: [image/*, application/json]}}
    ```

    ## Use instead
    ```yaml
    request: {file: {max_size: 5MB, content_types: [image/png, image/jpeg]}}
    ```
    """
    for operation in view.operations:
        if operation.request and (file := operation.request.file):
            yield from _faults(file.content_types, operation.place.at("request", "file"))


def _faults(types: list[str], place: Place) -> Iterator[Finding]:
    if not types:
        at = place.at("content_types")
        yield Finding("no media type is listed", at, key=True, help="list one, or leave it out")
    for index, kind in enumerate(types):
        fault = _fault(kind, types[:index])
        if fault is not None:
            message, advice = fault
            yield Finding(message, place.at("content_types", index), help=advice)


def _fault(kind: str, before: list[str]) -> tuple[str, str] | None:
    if not _MEDIA_TYPE.fullmatch(kind):
        return f"`{shown(kind)}` is no media type", _SPELT
    if kind == "application/json":
        return f"`{kind}` is what models are", "name a model instead"
    if kind.startswith("multipart/"):
        return f"`{kind}` holds several files", "write `fields` for a form"
    if kind in before:
        return f"`{kind}` is listed twice", "remove it"
    return None


RULE = CheckRule("SPEC362", "upload-media-type", upload_media_type)
