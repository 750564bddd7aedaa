"""What is going away, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

_LAST_SECOND = time(23, 59, 59, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Deprecation:
    """An operation that is going away: since and until when, and the id of what to use instead."""

    text: str = ""
    since: date | None = None
    sunset: date | None = None
    use: str | None = None

    @property
    def sentence(self) -> str:
        """All of it for people, on one line if its text is."""
        said = [
            f"since {self.since}" if self.since else "",
            f"gone after {self.sunset}" if self.sunset else "",
            f"use `{self.use}`" if self.use else "",
        ]
        parts = "; ".join(part for part in said if part)
        head = f"Deprecated ({parts})" if parts else "Deprecated"
        return f"{head}: {self.text}" if self.text else f"{head}."

    @property
    def headers(self) -> dict[str, str]:
        """What answers carry: `Deprecation` (RFC 9745) and `Sunset` (RFC 8594).

        A day begins with its first second and ends with its last, in UTC.
        """
        headers: dict[str, str] = {}
        if self.since:
            began = datetime.combine(self.since, time(tzinfo=UTC))
            headers["Deprecation"] = f"@{int(began.timestamp())}"
        if self.sunset:
            ends = datetime.combine(self.sunset, _LAST_SECOND)
            headers["Sunset"] = format_datetime(ends, usegmt=True)
        return headers
