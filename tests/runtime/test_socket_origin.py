"""Which pages may open a WebSocket."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from starlette.requests import HTTPConnection

from framework.runtime.http.sockets.codes import close_code, reason_of, require_own
from framework.runtime.http.sockets.origin import is_foreign
from framework.runtime.problems import InternalError, NotFound, PayloadTooLarge, Problem
from framework.runtime.resources import Resources


@pytest.mark.parametrize(
    ("origins", "host", "foreign"),
    [
        ([], "a.example", False),
        (["https://a.example"], "a.example", False),
        (["http://a.example"], "a.example:80", False),
        (["https://a.example:443"], "a.example", False),
        (["https://A.Example"], "a.EXAMPLE", False),
        (["http://localhost:8001"], "localhost:8001", False),
        (["http://[::1]:8001"], "[::1]:8001", False),
        (["https://listed.example"], "a.example", False),
        (["https://listed.example:444"], "a.example", True),
        (["http://localhost:8002"], "localhost:8001", True),
        (["https://a.example.evil.example"], "a.example", True),
        (["https://evil.example"], "a.example", True),
        (["https://user@a.example"], "a.example", True),
        (["null"], "a.example", True),
        (["file://"], "", True),
        (["https://"], "", True),
        (["http://["], "[", True),
        (["https://a.example", "https://a.example"], "a.example", True),
    ],
)
def test_pages_of_others_are_foreign(origins: list[str], host: str, foreign: bool) -> None:  # noqa: FBT001 - a table
    """Host and port count; who is no browser sends no origin."""
    resources = Resources(max_body_size=1, socket_origins=frozenset({"https://listed.example"}))
    app = SimpleNamespace(state=SimpleNamespace(resources=resources))
    headers = [(b"host", host.encode()), *((b"origin", origin.encode()) for origin in origins)]
    scope = {"type": "websocket", "headers": headers, "app": app}

    assert is_foreign(HTTPConnection(scope)) is foreign


class Gone(Problem):
    """A listed one, with a long title."""

    status = 410
    title = "é" * 100


@pytest.mark.parametrize(
    ("problem", "code"),
    [(Gone(), 4410), (NotFound(), 1008), (PayloadTooLarge(1), 1009), (InternalError(), 1011)],
)
def test_each_kind_of_problem_has_its_code(problem: Problem, code: int) -> None:
    """And a reason that fits into a frame."""
    assert close_code(problem) == code
    assert len(reason_of(problem).encode()) <= 123


@pytest.mark.parametrize(("code", "reason"), [(1001, ""), (999, ""), (5000, ""), (4000, "é" * 62)])
def test_a_controller_has_codes_of_its_own(code: int, reason: str) -> None:
    """The others say what happened to the connection; a reason is short."""
    with pytest.raises(ValueError, match=r"controller closes|123 bytes"):
        require_own(code, reason)
