"""Say where to read what an operation has created."""

from __future__ import annotations

import json
import re
from typing import cast
from urllib.parse import quote

_MEMBER = re.compile(r"\{([^{}]+)\}")


def locate(template: str, body: bytes) -> str:
    """Return `template` with each `{member}` replaced by that member of the JSON `body`.

    `/v1/users/{id}` and `{"id": 7}` give `/v1/users/7`; what a path cannot hold is quoted.
    """
    created = cast("dict[str, object]", json.loads(body))
    return _MEMBER.sub(lambda found: quote(str(created[found[1]]), safe=""), template)
