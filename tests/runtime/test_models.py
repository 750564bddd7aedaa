"""Models read what a database row or a controller gives, and write what the wire has."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import pytest
from pydantic import MISSING, Field, ValidationError

from framework.runtime.models import Model
from framework.runtime.types import Bool, DateTime, DecimalText, Duration, Int, String, Uuid


class Role(StrEnum):
    """What a person may do."""

    ADMIN = "admin"


class Address(Model):
    """Where a person lives."""

    city: String


class UserRead(Model):
    """A person as it is shown."""

    id: Uuid
    role: Role
    active: Bool
    balance: Annotated[Decimal, DecimalText(max_digits=6, decimal_places=2)]
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    session: Duration | None
    addresses: list[Address]
    score: Int | MISSING = MISSING


@dataclass
class Row:
    """What an ORM gives: attributes, of Python's types."""

    id: UUID
    role: str
    active: bool
    balance: Decimal
    created_at: datetime
    session: timedelta | None
    addresses: list[object]
    password: str = "s3cret"  # noqa: S105 - stands for what must not leave


@dataclass
class Place:
    """A related row."""

    city: str


ROW = Row(
    id=UUID(int=1),
    role="admin",
    active=True,
    balance=Decimal("1.50"),
    created_at=datetime(2024, 1, 1, tzinfo=UTC),
    session=timedelta(minutes=5),
    addresses=[Place("Paris")],
)


def test_a_row_becomes_what_the_wire_has() -> None:
    """Attributes are read by name, written by alias; what the model lacks stays behind."""
    user = UserRead.model_validate(ROW)

    assert json.loads(user.model_dump_json(by_alias=True)) == {
        "id": "00000000-0000-0000-0000-000000000001",
        "role": "admin",
        "active": True,
        "balance": "1.50",
        "createdAt": "2024-01-01T00:00:00Z",
        "session": "PT5M",
        "addresses": [{"city": "Paris"}],
    }
    assert UserRead.model_validate_json(user.model_dump_json(by_alias=True), strict=True) == user


def test_python_code_sees_python_types() -> None:
    """Only JSON has text and aliases: a dump for code keeps names, moments, ids and decimals."""
    dumped = UserRead.model_validate(ROW).model_dump()

    assert (dumped["id"], dumped["balance"]) == (UUID(int=1), Decimal("1.50"))
    assert dumped["created_at"] == ROW.created_at


def test_an_error_does_not_quote_the_value() -> None:
    """Errors are logged, and a value may be a secret."""
    with pytest.raises(ValidationError) as error:
        UserRead.model_validate({"id": "s3cret"})

    assert "s3cret" not in str(error.value)
