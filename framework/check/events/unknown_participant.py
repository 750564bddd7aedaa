"""SPEC403 `unknown-participant`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_participant(view: View) -> Iterator[Finding]:
    """Find names in `publish` and `subscribe` that no service has.

    ## Why is this bad?
    An event would be published, or read, by nobody.

    ## Example
    ```yaml
    user_registered: {message: User.Read, publish: [backnd]}
    ```

    ## Use instead
    ```yaml
    user_registered: {message: User.Read, publish: [backend]}
    ```
    """
    specs = view.specs
    for event in specs.events.values():
        for key in ("publish", "subscribe"):
            said: bool | list[str] = getattr(event.spec, key)
            for index, name in enumerate(said if isinstance(said, list) else ()):
                if name in specs.services or specs.may_be_broken("service", name, "services"):
                    continue
                yield Finding(
                    f"unknown service `{shown(name)}`",
                    event.place.at(key, index),
                    near=(name, specs.services),
                    help="declare it in `services.yml`",
                )


RULE = CheckRule("SPEC403", "unknown-participant", unknown_participant)
