"""SPEC255 `bad-alias`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View

_LONGEST = 128
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_RESERVED = frozenset({"accept", "authorization", "content-type", "content-length", "host"})


def bad_alias(view: View) -> Iterator[Finding]:
    """Find aliases that cannot be the name of a field or a parameter.

    ## Why is this bad?
    The alias is what travels. Names of headers and cookies are tokens of RFC 9110, and headers that
    HTTP or the framework decide about (`Accept`, `Authorization`) are no parameters.

    ## Example
    ```yaml
    headers: {source: {type: string, alias: "Request Source"}}
    ```

    ## Use instead
    ```yaml
    headers: {source: {type: string, alias: Request-Source}}
    ```
    """
    for field in view.having("alias"):
        reason = _fault(field, field.keys.alias) if field.keys.alias is not None else None
        if reason:
            yield Finding(
                f"the alias of `{field.name}` {reason}",
                field.place.at("alias"),
                help="write a name that can travel, or remove the key",
            )


def _fault(field: FieldUse, alias: str) -> str | None:
    if not alias or alias != alias.strip():
        return "is empty, or has space around it"
    if len(alias) > _LONGEST or not alias.isprintable():
        return "is too long, or not printable"
    if field.role in {Role.HEADER, Role.COOKIE} and not _TOKEN.fullmatch(alias):
        return f"is no name of a {field.role.value}"
    reserved = field.role is Role.HEADER and alias.lower() in _RESERVED
    return "is not for parameters" if reserved else None


RULE = CheckRule("SPEC255", "bad-alias", bad_alias)
