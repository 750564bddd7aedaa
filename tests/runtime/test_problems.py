"""What a problem is as a document."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from framework import wire
from framework.runtime import auth, problems
from framework.runtime.problems import FieldError, FrameworkProblem, Problem
from framework.runtime.types import DateTime, DecimalText, Uuid

if TYPE_CHECKING:
    from collections.abc import Iterator


class OutOfStock(Problem):
    """Nothing is left."""

    type: ClassVar[str] = "urn:problem:out_of_stock"
    title: ClassVar[str] = "Out of stock"
    status: ClassVar[int] = 409

    def __init__(
        self,
        *,
        item: Uuid,
        since: DateTime,
        price: Annotated[Decimal, DecimalText()],
        detail: str | None = None,
    ) -> None:
        """Say what is gone."""
        super().__init__(detail, item=item, since=since, price=price)


def test_members_are_written_as_wire_types() -> None:
    """Extra members look in JSON as the same types look in a response."""
    since = datetime(2024, 1, 1, tzinfo=UTC)
    problem = OutOfStock(item=UUID(int=1), since=since, price=Decimal("1E+2"), detail="no more")

    assert problem.to_document() == {
        "type": "urn:problem:out_of_stock",
        "title": "Out of stock",
        "status": 409,
        "detail": "no more",
        "item": "00000000-0000-0000-0000-000000000001",
        "since": "2024-01-01T00:00:00Z",
        "price": "100",
    }
    assert str(problem) == "no more"


def test_detail_is_absent_unless_given() -> None:
    """Absent is not null: the schema of `detail` is a string."""
    assert "detail" not in problems.NotFound().to_document()


def leaves(kind: type[Problem]) -> Iterator[type[Problem]]:
    """Yield the classes that nothing derives from."""
    for derived in kind.__subclasses__():
        yield from leaves(derived)
    if not kind.__subclasses__():
        yield kind


@pytest.mark.parametrize("kind", wire.FRAMEWORK_PROBLEMS, ids=lambda kind: kind.name)
def test_framework_problems_are_those_of_the_table(kind: wire.ProblemKind) -> None:
    """Each row of the table that the compiler documents has one exception."""
    assert auth.Forbidden in leaves(FrameworkProblem)  # they are all imported
    classes = [c for c in leaves(FrameworkProblem) if c.type.endswith(f":{kind.name}")]

    assert [(c.status, c.title) for c in classes] == [(kind.status, kind.title)]


def test_documents_match_the_published_schemas() -> None:
    """What is sent satisfies `PROBLEM_SCHEMA`, faults of a request their own schema too."""
    failed = problems.ValidationFailed([FieldError("/body", "missing", "Field required")])
    sent = [failed, problems.NotFound(), problems.MethodNotAllowed(["PUT", "GET"])]

    for problem in sent:
        Draft202012Validator(wire.PROBLEM_SCHEMA).validate(problem.to_document())
    Draft202012Validator(wire.VALIDATION_PROBLEM_SCHEMA).validate(failed.to_document())
    assert sent[2].headers == {"Allow": "GET, PUT"}
