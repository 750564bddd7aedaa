"""Streams answer as their OpenAPI document says: each event of them, whatever was asked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from tests.behaviour.projects import composed, importing
from tests.contract.fuzz import fuzz

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_streams_hold_their_contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No check of schemathesis fails; the streams of this controller end."""
    monkeypatch.setenv("LOG_LEVEL", "error")
    with importing(composed("streams", "news", tmp_path)):
        import_module("services.news_desk.controllers.reports").ENDLESS[0] = False
        outcome = fuzz(import_module("services.news_desk.main").create())

    assert outcome.accepted, "nothing was accepted: the fuzzer never got past validation"
    assert not outcome.failures, outcome.report()
