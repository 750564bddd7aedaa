"""SPEC523 `scheme-header`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

_LONGEST = 128
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_RESERVED = frozenset(
    {"authorization", "cookie", "date", "expect", "forwarded", "host", "origin", "range", "referer"}
    | {"connection", "idempotency-key", "keep-alive", "te", "trailer", "transfer-encoding"}
    | {"upgrade", "user-agent", "via", "www-authenticate", "x-correlation-id", "x-request-id"}
)
_FAMILIES = ("accept", "access-control-", "content-", "if-", "proxy-", "sec-", "x-forwarded-")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def scheme_header(view: View) -> Iterator[Finding]:
    """Find headers of schemes that are no header, or that HTTP or the framework decide about.

    ## Why is this bad?
    The name is a token of RFC 9110. A key in `Authorization` would be neither a scheme nor a
    credential, and one in `X-Request-ID` would stand in every log.

    ## Example
    ```yaml
    auth: {key: {type: apiKey, in: header, name: Authorization}}
    ```

    ## Use instead
    ```yaml
    auth: {key: {type: apiKey, in: header, name: X-Api-Key}}
    ```
    """
    for scheme in view.specs.schemes.values():
        name = scheme.spec.name if scheme.spec.type == "apiKey" else None
        if name is None:
            continue
        if len(name) > _LONGEST or not _TOKEN.fullmatch(name):
            said = f"`{shown(name)}` is no name of a header"
        elif name.lower() in _RESERVED or name.lower().startswith(_FAMILIES):
            said = f"header `{name}` is not for credentials of a scheme"
        else:
            continue
        yield Finding(said, scheme.place.at("name"), help="write a name such as `X-Api-Key`")


RULE = CheckRule("SPEC523", "scheme-header", scheme_header)
