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
    What is listed is published. A range such as `image/*` lets in what nobody thought of
    (`image/svg+xml` may hold scripts), and JSON has a model.

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
    at = place.at("content_types")
    if not types:
        yield Finding("no media type is listed", at, key=True, help="list one, or leave it out")
    for index, kind in enumerate(types):
        faults = (
            (not _MEDIA_TYPE.fullmatch(kind), "is no media type", _SPELT),
            (kind == "application/json", "is what models are", "name a model instead"),
            (kind.startswith("multipart/"), "holds several files", "write `fields` for a form"),
            (kind in types[:index], "is listed twice", "remove it"),
        )
        for said, advice in [(said, advice) for holds, said, advice in faults if holds][:1]:
            yield Finding(f"`{shown(kind)}` {said}", at.at(index), help=advice)


RULE = CheckRule("SPEC362", "upload-media-type", upload_media_type)
