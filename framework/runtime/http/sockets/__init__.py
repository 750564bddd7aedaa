"""Conversations: what generated routers and controllers of WebSockets import."""

from framework.runtime.http.sockets.line import SocketClosedError
from framework.runtime.http.sockets.route import SocketRoute, socket_of, socket_route
from framework.runtime.http.sockets.socket import Socket

__all__ = ["Socket", "SocketClosedError", "SocketRoute", "socket_of", "socket_route"]
