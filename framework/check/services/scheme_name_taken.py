"""SPEC521 `scheme-name-taken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import package
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def scheme_name_taken(view: View) -> Iterator[Finding]:
    """Find schemes whose verifier has the keyword of another scheme, or of a router.

    ## Why is this bad?
    `create_app` takes `verify_api_key=...` for both `api-key` and `api_key`, and a router of that
    name is passed under it, too.

    ## Example
    ```yaml
    auth:
      api-key: {type: apiKey, in: header, name: X-Api-Key}
      api_key: {type: apiKey, in: header, name: X-Other-Key}
    ```

    ## Use instead
    ```yaml
    auth:
      api-key: {type: apiKey, in: header, name: X-Api-Key}
      other-key: {type: apiKey, in: header, name: X-Other-Key}
    ```
    """
    routers = {router.tag: router.place for router in view.specs.routers}
    taken = {tag: (f"router `{tag}`", place) for tag, place in routers.items()}
    for scheme in view.specs.schemes.values():
        keyword, said = f"verify_{package(scheme.name)}", f"scheme `{scheme.name}`"
        first, other = taken.setdefault(keyword, (said, scheme.place))
        if other is not scheme.place:
            yield Finding(
                f"{said} and {first} share the keyword `{keyword}`",
                scheme.place,
                key=True,
                help="rename one of the two",
                related=((other, f"{first} stands here"),),
            )


RULE = CheckRule("SPEC521", "scheme-name-taken", scheme_name_taken)
