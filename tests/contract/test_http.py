"""Each HTTP service of `services.yml` answers as its OpenAPI document says, whatever it is sent."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.contract.fuzz import fuzz

ROOT = Path(__file__).resolve().parents[2]
SERVICES = [
    service["name"]
    for service in yaml.safe_load((ROOT / "services.yml").read_text("utf-8"))["services"]
    if service["type"] == "python-fastapi"
]


@pytest.mark.slow
@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_service_holds_its_contract(
    service: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tell: list[tuple[str, int, int]],
) -> None:
    """No check of schemathesis fails, on a fresh database and without a server."""
    package = f"services.{service.replace('-', '_')}"
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/contract.db")
    monkeypatch.setenv("BROKER_URL", "memory://contract")
    monkeypatch.setenv("LOG_LEVEL", "error")
    if find_spec(f"{package}.migrate"):
        import_module(f"{package}.migrate").main()

    outcome = fuzz(import_module(f"{package}.main").create())

    tell.append((service, outcome.cases, len(outcome.failures)))
    assert outcome.accepted, "nothing was accepted: the fuzzer never got past validation"
    assert not outcome.failures, outcome.report()
