"""SPEC344 `auth-header-taken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import header_of, protected
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def auth_header_taken(view: View) -> Iterator[Finding]:
    """Find headers of operations that carry the credential of their scheme already.

    ## Why is this bad?
    The scheme reads it, and whoever wrote the controller would be handed a secret as a parameter.

    ## Example
    ```yaml
    # services.yml: auth: {key: {type: apiKey, in: header, name: X-Api-Key}}
    list_users: {method: GET, path: "", auth: key, headers: {api_key: string}}
    ```

    ## Use instead
    ```yaml
    list_users: {method: GET, path: "", auth: key}
    ```
    """
    for operation, scheme in protected(view):
        taken = header_of(scheme.spec)
        for name, keys in operation.spec.headers.items():
            wire = keys.alias or f"x-{name.replace('_', '-')}"
            if wire.lower() == taken:
                yield Finding(
                    f"`{name}` is the header that scheme `{scheme.name}` reads",
                    operation.place.at("headers", name),
                    key=True,
                    help="remove it: a controller asks for the `Caller`",
                    related=((scheme.place, "the scheme stands here"),),
                )


RULE = CheckRule("SPEC344", "auth-header-taken", auth_header_taken)
