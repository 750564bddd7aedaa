"""SPEC303 `router-twice`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def router_twice(view: View) -> Iterator[Finding]:
    """Find two router files of one service that compile to one Python name.

    ## Why is this bad?
    A tag compiles to a module, a Protocol and a keyword of `create_app`; the files would overwrite
    each other there.

    ## Example
    ```text
    specs/routers/backend/users.yaml beside specs/routers/backend/users.yml
    ```

    ## Use instead
    ```text
    specs/routers/backend/users.yaml beside specs/routers/backend/accounts.yml
    ```
    """
    taken: dict[tuple[str, str], Place] = {}
    for router in view.specs.routers:
        first = taken.setdefault((router.service, router.tag), router.place)
        if first is not router.place:
            yield Finding(
                f"service `{router.service}` has two routers `{router.tag}`",
                router.place,
                key=True,
                help="rename one of the two files, or merge them",
                related=((first, "the other one stands here"),),
            )


RULE = CheckRule("SPEC303", "router-twice", router_twice)
