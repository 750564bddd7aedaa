"""Operations that page answer as their document says, on a database, whatever they are sent."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.behaviour.projects import importing
from tests.behaviour.shelf import composed, empty, shelf
from tests.contract.fuzz import fuzz

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_pages_hold_their_contract(tmp_path: Path) -> None:
    """No check of schemathesis fails, and none is off: links lead from page to page."""
    url = f"sqlite:///{tmp_path}/shop.db"
    with importing(shelf(tmp_path)):
        asyncio.run(empty(url))
        outcome = fuzz(composed(url, log_level="error"))

    assert outcome.accepted, "nothing was accepted: the fuzzer never got past validation"
    assert not outcome.failures, outcome.report()
