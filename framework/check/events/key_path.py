"""SPEC406 `key-path`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.key_paths import key_fault
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def key_path(view: View) -> Iterator[Finding]:
    """Find keys of events that lead to no required scalar of the message.

    ## Why is this bad?
    Messages with the same key keep their order. A key that a message may lack, or that is a list,
    gives no order.

    ## Example
    ```yaml
    user_registered: {message: UserRegistered, publish: [backend], key: user.uid}
    ```

    ## Use instead
    ```yaml
    user_registered: {message: UserRegistered, publish: [backend], key: user.id}
    ```
    """
    for event in view.specs.events.values():
        if event.spec.key is None:
            continue
        fault = key_fault(view, event.spec.message.type, event.spec.key)
        if fault:
            yield Finding(
                f"key of `{event.name}` {fault}",
                event.place.at("key"),
                help="name a scalar field that every message has, with dots through models",
            )


RULE = CheckRule("SPEC406", "key-path", key_path)
