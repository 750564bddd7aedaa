# Generated from specs/errors.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from shared.generated.models.loans import LoanId
from shared.generated.models.people import PersonCode, PersonId

__all__ = [
    "CodeTaken",
    "LoanGone",
]


class CodeTaken(Problem):
    """The code is taken"""

    type: ClassVar[str] = "urn:problem:code_taken"
    title: ClassVar[str] = "The code is taken"
    status: ClassVar[int] = 409


class LoanGone(Problem):
    """The loan is gone"""

    type: ClassVar[str] = "urn:problem:loan_gone"
    title: ClassVar[str] = "The loan is gone"
    status: ClassVar[int] = 404

    def __init__(
        self,
        *,
        loan_id: LoanId,
        person_id: PersonId,
        code: PersonCode | None = None,
        detail: str | None = None,
    ) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, loan_id=loan_id, person_id=person_id, code=code)
        self.loan_id = loan_id
        self.person_id = person_id
        self.code = code
