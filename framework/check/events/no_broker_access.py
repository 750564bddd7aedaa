"""SPEC404 `no-broker-access`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def no_broker_access(view: View) -> Iterator[Finding]:
    """Find services that publish or subscribe without access to a broker.

    ## Why is this bad?
    A service reaches what `access` names and nothing else; its network would not let it through.
    `true` means every service with access, of which there must be one.

    ## Example
    ```yaml
    services: [{name: backend, type: python-fastapi, access: [database]}]
    ```

    ## Use instead
    ```yaml
    services: [{name: backend, type: python-fastapi, access: [database, broker]}]
    ```
    """
    specs = view.specs
    for event in specs.events.values():
        for key in ("publish", "subscribe"):
            said: bool | list[str] = getattr(event.spec, key)
            at = event.place.at(key)
            if said is True and not view.with_broker and "services" not in specs.broken:
                yield Finding(
                    f"`{key}: true`, and no service has access to a broker",
                    at,
                    help="add `access: [broker]` to a service",
                )
            for index, name in enumerate(said if isinstance(said, list) else ()):
                service = specs.services.get(name)
                if service is not None and name not in view.with_broker:
                    yield Finding(
                        f"service `{name}` has no access to a broker",
                        at.at(index),
                        help=f"add `broker` to the `access` of `{name}`",
                        related=((service.place, f"`{name}` is declared here"),),
                    )


RULE = CheckRule("SPEC404", "no-broker-access", no_broker_access)
