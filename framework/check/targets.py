"""Ids of operations that specs name, and what may be wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def target_faults(view: View, operation: str, place: Place) -> Iterator[Finding]:
    """Say what is wrong with an id that should be `service.version.operation`, at most once."""
    specs, name = view.specs, operation.split(".", maxsplit=1)[0]
    service = specs.services.get(name)
    known = {each.id for each in view.operations}
    whole = min((id_ for id_ in known if id_.endswith(f".{operation}")), default=None)
    if whole:
        help_ = f"write the whole id: `{whole}`"
        yield Finding(f"unknown operation `{shown(operation)}`", place, help=help_)
    elif service is None and not specs.may_be_broken("service", name, "services"):
        yield Finding(f"unknown service `{shown(name)}`", place, near=(name, specs.services))
    elif service is None or operation in known or specs.may_be_broken("router", name, "router"):
        return
    elif not service.spec.exposes:
        yield Finding(f"service `{name}` exposes nothing", place, help="add `exposes: [rest]`")
    else:
        near = (id_ for id_ in sorted(known) if id_.startswith(f"{name}."))
        yield Finding(f"unknown operation `{shown(operation)}`", place, near=(operation, near))
