# Generated from specs/errors/payments.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem

__all__ = [
    "PaymentNotFound",
    "TooMuch",
]


class PaymentNotFound(Problem):
    """Payment not found"""

    type: ClassVar[str] = "urn:problem:payment_not_found"
    title: ClassVar[str] = "Payment not found"
    status: ClassVar[int] = 404


class TooMuch(Problem):
    """There is not so much money"""

    type: ClassVar[str] = "urn:problem:too_much"
    title: ClassVar[str] = "There is not so much money"
    status: ClassVar[int] = 409
