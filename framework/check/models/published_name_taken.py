"""SPEC230 `published-name-taken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import pascal
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def published_name_taken(view: View) -> Iterator[Finding]:
    """Find classes with the name under which an error is published.

    ## Why is this bad?
    Documents define each declared error as `<Error>Problem`. Of two schemas of one name one would
    silently stand for both.

    ## Example
    ```yaml
    models: {EmailTakenProblem: {fields: {id: int}}}        # errors: {email_taken: ...}
    ```

    ## Use instead
    ```yaml
    models: {EmailConflict: {fields: {id: int}}}
    ```
    """
    errors = {f"{pascal(error.name)}Problem": error for error in view.specs.errors.values()}
    for name in view.names:
        error = errors.get(name.name)
        if error is not None and name.place.path[:1] in {("models",), ("enums",), ("unions",)}:
            yield Finding(
                f"`{name.name}` is the published name of error `{error.name}`, and of {name.said}",
                name.place,
                key=True,
                help="rename one of the two",
                related=((error.place, f"error `{error.name}` stands here"),),
            )


RULE = CheckRule("SPEC230", "published-name-taken", published_name_taken)
