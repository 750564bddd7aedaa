"""SPEC321 `route-overlap`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.routes import overlaps, witness
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_NAMES = ("the names and types of templates play no part",)


def route_overlap(view: View) -> Iterator[Finding]:
    """Find operations of one service that can match the same request.

    ## Why is this bad?
    Which of the two answers would depend on the order in which they are registered. A literal path
    wins over a template (`/users/me` over `/users/{id}`), so that these two may stand together;
    `/{a}/x` and `/y/{b}` may not, for both match `/y/x`. What type a template has plays no part.

    ## Example
    ```yaml
    get_user: {method: GET, path: "/{user_id}"}
    get_nick: {method: GET, path: "/{nick}"}
    ```

    ## Use instead
    ```yaml
    get_user: {method: GET, path: "/{user_id}"}
    get_nick: {method: GET, path: "/nicks/{nick}"}
    ```
    """
    paths = dict(view.routes)
    for operation, other in overlaps(view.routes):
        path, first = paths[operation], paths[other]
        method = operation.method
        same, both = path == first, witness(path, first)
        said = f"`{method} {path}` and `{method} {first}` can match the same request"
        yield Finding(
            f"`{method} {path}` is declared twice" if same else said,
            operation.place.at("path"),
            help="give one of them another path",
            notes=(f"`{method} {both}` matches both",) if both else _NAMES[: not same],
            related=((other.place, f"`{other.name}` stands here"),),
        )


RULE = CheckRule("SPEC321", "route-overlap", route_overlap)
