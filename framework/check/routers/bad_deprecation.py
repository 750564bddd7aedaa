"""SPEC340 `bad-deprecation`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


def bad_deprecation(view: View) -> Iterator[Finding]:
    """Find `since` and `sunset` that are no dates, or that end before they begin.

    ## Why is this bad?
    They travel: answers carry `Deprecation` and `Sunset`, and clients plan by them.

    ## Example
    ```yaml
    deprecated: {since: 2026-05-01, sunset: 2026-02-30}
    ```

    ## Use instead
    ```yaml
    deprecated: {since: 2026-05-01, sunset: 2026-11-30}
    ```
    """
    for operation in view.operations:
        said, place = operation.spec.deprecated, operation.place.at("deprecated")
        if said is None:
            continue
        days = {key: text for key in ("since", "sunset") if (text := getattr(said, key))}
        unread = [key for key, text in days.items() if not _is_day(text)]
        for key in unread:
            message = f"`{shown(days[key])}` is no date"
            yield Finding(message, place.at(key), help="write it as in 2026-05-01")
        if len(days) == len(("since", "sunset")) and not unread and days["sunset"] < days["since"]:
            message = f"`sunset` is before `since`, {days['since']}"
            yield Finding(message, place.at("sunset"), help="name a later day")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


RULE = CheckRule("SPEC340", "bad-deprecation", bad_deprecation)
