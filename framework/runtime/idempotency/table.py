"""Where the answers to idempotency keys are kept."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Integer, LargeBinary, String, Table

from framework.runtime.database import UtcDateTime
from framework.runtime.tables import METADATA, PREFIX

KEYS = Table(
    f"{PREFIX}idempotency_keys",
    METADATA,
    # A digest of the operation, the caller and the key: no table of what people have sent.
    Column("id", String(64), primary_key=True),
    Column("operation", String(512), nullable=False),
    Column("request", String(64), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    # Of the answer; NULL until the work that the key stands for is done.
    Column("status", Integer),
    Column("headers", JSON),
    Column("body", LargeBinary),
)
