"""SPEC331 `error-title`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def error_title(view: View) -> Iterator[Finding]:
    """Find errors with an empty title.

    ## Why is this bad?
    The title is what people read in a problem, in logs and in the documentation.

    ## Example
    ```yaml
    email_taken: {status: 409, title: ""}
    ```

    ## Use instead
    ```yaml
    email_taken: {status: 409, title: E-mail address is already registered}
    ```
    """
    for error in view.specs.errors.values():
        if not error.spec.title.strip():
            yield Finding(
                f"title of `{error.name}` is empty",
                error.place.at("title"),
                help="say in a few words what happened",
            )


RULE = CheckRule("SPEC331", "error-title", error_title)
