"""SPEC405 `unfit-subscriber`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_CONSUMING = frozenset({"python-fastapi", "python-faststream"})


def unfit_subscriber(view: View) -> Iterator[Finding]:
    """Find subscribers whose type of service has no consumers.

    ## Why is this bad?
    Consumers are compiled for `python-fastapi` and `python-faststream`. A service of another type
    would be listed as a reader, and read nothing.

    ## Example
    ```yaml
    services: [{name: notifications, type: node, access: [broker]}]
    ```

    ## Use instead
    ```yaml
    services: [{name: notifications, type: python-faststream, access: [broker]}]
    ```
    """
    services = view.specs.services
    for event in view.specs.events.values():
        said = event.spec.subscribe
        for index, name in enumerate(said if isinstance(said, list) else ()):
            service = services.get(name)
            if service is not None and service.spec.type not in _CONSUMING:
                yield Finding(
                    f"service `{name}` is of type `{service.spec.type}`, which cannot subscribe",
                    event.place.at("subscribe", index),
                    help=f"use one of {', '.join(sorted(_CONSUMING))}",
                    related=((service.place, f"`{name}` is declared here"),),
                )
        if (
            said is True
            and view.with_broker
            and not any(services[name].spec.type in _CONSUMING for name in view.with_broker)
        ):
            yield Finding(
                "`subscribe: true`, and no service with access to a broker can subscribe",
                event.place.at("subscribe"),
                help=f"have a service of type {' or '.join(sorted(_CONSUMING))}",
            )


RULE = CheckRule("SPEC405", "unfit-subscriber", unfit_subscriber)
