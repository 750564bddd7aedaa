"""Logs: one JSON object a line on standard output, whoever writes them."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import structlog

from framework.runtime.context import correlation_id, request_id, subject

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

# They repeat what the access log says, or quote values.
_SILENT = ("uvicorn.access", "httpx", "httpcore")


def configure_logging(level: str, service: str) -> None:
    """Write what is at least as severe as `level` as JSON, with the ids of the work in hand.

    Line breaks and control characters are escaped, so that no value can forge a line.
    """
    shared = _processors(service)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_json_output(shared)]
    root.setLevel(level.upper())
    _route_to_root()


def _json_output(foreign: list[Processor]) -> logging.Handler:
    output = logging.StreamHandler(sys.stdout)
    output.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=foreign,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    return output


def _processors(service: str) -> list[Processor]:
    def identify(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
        line["service"] = service
        if request_id.get():
            line["request_id"] = request_id.get()
        if correlation_id.get():
            line["correlation_id"] = correlation_id.get()
        if subject.get():
            line["subject"] = subject.get()
        return line

    return [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        identify,
        structlog.processors.format_exc_info,
        structlog.processors.UnicodeDecoder(),
    ]


def _route_to_root() -> None:
    """Take over the loggers that the server set up before the application was made."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        server = logging.getLogger(name)
        server.handlers = []
        server.propagate = True
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.WARNING)
