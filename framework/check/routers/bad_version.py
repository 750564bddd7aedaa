"""SPEC307 `bad-version`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec.fixes import corrected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_VERSION = re.compile(r"v(0|[1-9][0-9]{0,3})")


def bad_version(view: View) -> Iterator[Finding]:
    """Find versions that are not `v` and a number.

    ## Why is this bad?
    The version is the first segment of every path and a part of every operation's id; other
    services name it when they consume one.

    ## Example
    ```yaml
    rest: {version: "1.0"}
    ```

    ## Use instead
    ```yaml
    rest: {version: v1}
    ```
    """
    for router in view.specs.routers:
        version = router.spec.version
        if version is not None and not _VERSION.fullmatch(version):
            number = version.lower().removeprefix("v").removesuffix(".0")
            meant = f"v{number}" if _VERSION.fullmatch(f"v{number}") else None
            yield Finding(
                "version is not `v` and a number",
                router.place.at("version"),
                help="write `v1`, or leave it out",
                fix=corrected(router.place.at("version"), meant) if meant else None,
            )


RULE = CheckRule("SPEC307", "bad-version", bad_version)
