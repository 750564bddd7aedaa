"""Answers that go on: what generated routers and controllers of streams import."""

from framework.runtime.http.streams.messages import Stream, Streamed
from framework.runtime.http.streams.response import EventStream

__all__ = ["EventStream", "Stream", "Streamed"]
