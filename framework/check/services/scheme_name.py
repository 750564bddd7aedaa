"""SPEC520 `scheme-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import is_service, shown
from framework.check.rule import CheckRule, Finding
from framework.spec import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def scheme_name(view: View) -> Iterator[Finding]:
    """Find names of schemes that are none, or that mean something else.

    ## Why is this bad?
    A scheme names a keyword (`verify_bearer`) and stands in documents. `none` is what an operation
    says that anybody may call.

    ## Example
    ```yaml
    auth: {Bearer: {type: http, scheme: bearer}}
    ```

    ## Use instead
    ```yaml
    auth: {bearer: {type: http, scheme: bearer}}
    ```
    """
    for scheme in view.specs.schemes.values():
        if scheme.name == NONE:
            reason = "means that anybody may call"
        elif scheme.name == "url":
            reason = "has the name of a setting, `<service>_url`"
        elif not is_service(scheme.name):
            reason = "is not made of small letters, digits, `-` and `_`, with a letter first"
        else:
            continue
        said = f"scheme `{shown(scheme.name)}` {reason}"
        yield Finding(said, scheme.place, key=True, help="choose another name")


RULE = CheckRule("SPEC520", "scheme-name", scheme_name)
