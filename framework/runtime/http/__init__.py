"""What generated routers and HTTP controllers import."""

from framework.runtime.auth.check import Caller, MaybeCaller
from framework.runtime.http.body import json_body
from framework.runtime.http.dependencies import Session, Sessions, client, publisher, session
from framework.runtime.http.file_body import file_body
from framework.runtime.http.form_body import form_body
from framework.runtime.http.once import Once, idempotent
from framework.runtime.http.operation import operation
from framework.runtime.http.pages import (
    CursorRequest,
    OffsetRequest,
    cursor_request,
    offset_request,
)
from framework.runtime.http.route import ContractRoute
from framework.runtime.http.sockets import Socket, SocketClosedError, socket_of, socket_route
from framework.runtime.http.streams import EventStream, Stream, Streamed

__all__ = [
    "Caller",
    "ContractRoute",
    "CursorRequest",
    "EventStream",
    "MaybeCaller",
    "OffsetRequest",
    "Once",
    "Session",
    "Sessions",
    "Socket",
    "SocketClosedError",
    "Stream",
    "Streamed",
    "client",
    "cursor_request",
    "file_body",
    "form_body",
    "idempotent",
    "json_body",
    "offset_request",
    "operation",
    "publisher",
    "session",
    "socket_of",
    "socket_route",
]
