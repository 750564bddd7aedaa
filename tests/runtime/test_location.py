"""Where to read what was created."""

from __future__ import annotations

import pytest

from framework.runtime.http.location import locate


@pytest.mark.parametrize(
    ("template", "body", "location"),
    [
        ("/v1/users/{id}", b'{"id": 7}', "/v1/users/7"),
        ("/v1/files/{name}", b'{"name": "a/b c?d"}', "/v1/files/a%2Fb%20c%3Fd"),
        ("/v1/files/{name}", '{"name": "ж"}'.encode(), "/v1/files/%D0%B6"),
    ],
)
def test_the_location_names_what_was_created(template: str, body: bytes, location: str) -> None:
    """Members of the result fill the template and cannot leave their segment."""
    assert locate(template, body) == location
