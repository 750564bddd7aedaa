# Generated from specs/errors.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem

__all__ = [
    "OrderNotFound",
]


class OrderNotFound(Problem):
    """Order not found"""

    type: ClassVar[str] = "urn:problem:order_not_found"
    title: ClassVar[str] = "Order not found"
    status: ClassVar[int] = 404
