"""SPEC522 `scheme-shape`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

_KEYS = {"http": {"scheme": "bearer"}, "apiKey": {"in": "header", "name": "X-Api-Key"}}

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def scheme_shape(view: View) -> Iterator[Finding]:
    """Find schemes that lack a key of their type, or have one of the other type.

    ## Why is this bad?
    A bearer token travels in `Authorization` (RFC 6750); a key travels in a header that has to be
    named.

    ## Example
    ```yaml
    auth: {key: {type: apiKey, in: header}}
    ```

    ## Use instead
    ```yaml
    auth: {key: {type: apiKey, in: header, name: X-Api-Key}}
    ```
    """
    for scheme in view.specs.schemes.values():
        spec = scheme.spec
        given = {"scheme": spec.scheme, "in": spec.in_, "name": spec.name}
        wanted = _KEYS[spec.type]
        for key, value in wanted.items():
            if given[key] is None:
                yield Finding(
                    f"a scheme of type `{spec.type}` needs `{key}`",
                    scheme.place,
                    key=True,
                    help=f"add `{key}: {value}`",
                )
        for key in given.keys() - wanted.keys():
            if given[key] is not None:
                said = f"a scheme of type `{spec.type}` has no `{key}`"
                yield Finding(said, scheme.place.at(key), key=True, help="remove it")


RULE = CheckRule("SPEC522", "scheme-shape", scheme_shape)
