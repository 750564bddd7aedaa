"""What is written to standard output."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from framework.runtime.context import correlation_id, request_id
from framework.runtime.logs import configure_logging

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return what was written, each line as an object."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_value_cannot_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Line breaks of any alphabet, escapes and half characters stay inside their string."""
    configure_logging("info", "shop")
    nasty = 'a\n{"event": "forged"}\r\u2028\u0085\x1b[31m\ud800'
    structlog.get_logger("own").info("said", value=nasty, **{"key\n": 1})
    logging.getLogger("foreign").warning("said %s", nasty)

    own, foreign = lines(capsys)
    assert (own["value"], own["event"]) == (nasty, "said")
    assert foreign["event"] == f"said {nasty}"
    assert {own["logger"], foreign["logger"]} == {"own", "foreign"}


def test_lines_carry_the_ids_of_their_work(capsys: pytest.CaptureFixture[str]) -> None:
    """Service, level, time and ids are on every line, the standard library's too."""
    configure_logging("info", "shop")
    tokens = request_id.set("r"), correlation_id.set("c")
    structlog.get_logger("own").error("one")
    logging.getLogger("foreign").error("two")
    request_id.reset(tokens[0])
    correlation_id.reset(tokens[1])

    for line in lines(capsys):
        assert (line["service"], line["level"]) == ("shop", "error")
        assert (line["request_id"], line["correlation_id"]) == ("r", "c")
        assert line["timestamp"].endswith("Z")


def test_what_is_less_severe_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    """The level holds for all loggers; the server's own access log is replaced."""
    configure_logging("warning", "shop")
    structlog.get_logger("own").info("no")
    logging.getLogger("foreign").info("no")
    configure_logging("info", "shop")
    logging.getLogger("uvicorn.access").info("no")

    assert lines(capsys) == []


def test_a_traceback_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """An exception is a member of its line, without the values of local variables."""
    configure_logging("info", "shop")
    password = "s3" + "cret"
    try:
        len(password) / 0
    except ZeroDivisionError:
        structlog.get_logger("own").exception("failed")

    [line] = lines(capsys)
    assert "ZeroDivisionError" in line["exception"]
    assert password not in json.dumps(line)


@pytest.mark.anyio
async def test_each_request_is_one_line(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """Method, path, status and duration, with the ids of the answer; no query, no body."""
    configure_logging("info", "shop")
    response = await client.get("/v1/items?limit=s3cret")

    [line] = lines(capsys)
    assert (line["event"], line["method"], line["path"]) == ("request", "GET", "/v1/items")
    assert line["status"] == response.status_code == 422
    assert line["duration_ms"] > 0
    assert line["request_id"] == response.headers["x-request-id"]
    assert "s3cret" not in json.dumps(line)
