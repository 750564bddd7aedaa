"""Golden cases of HTTP constructs answer as their documents say, whatever they are sent."""

from __future__ import annotations

import shutil
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from framework.pipeline import contract_of
from framework.runtime.settings import ServiceSettings
from tests.behaviour.answering import answering
from tests.behaviour.projects import CASES, GOOD, compiled, generate, importing
from tests.contract.fuzz import SETTINGS, fuzz

if TYPE_CHECKING:
    from pathlib import Path

GENERATION = {**SETTINGS["generation"], "max-examples": 20}
STATEFUL = {"max-steps": 10, "generation": {"max-examples": 20}}
EXTRA: dict[str, dict[str, object]] = {
    # Cookies that nobody declared are not looked at, on purpose. Schemathesis knows that of APIs,
    # and forgets it beside an integer, which it has written as text and takes for a second fault.
    "cookies": {"generation": {**GENERATION, "allow-extra-parameters": False}},
}
"""Settings of a case beside those of all."""
ELSEWHERE = {"auth", "idempotency", "pages", "sockets", "streams", "uploads"}
"""Cases with a test of their own, for they need more than answers."""
# `references`, and the model of `bounds`, have decimals, dates and times with bounds, which travel
# as text: no schema compares them, so that what a fuzzer takes for valid may be refused.
# `test_published_is_accepted.py` has them.
ELSEWHERE |= {"references"}
SERVED = [
    (case.name, service.package)
    for case in CASES
    if case.name not in ELSEWHERE
    for service in contract_of(case).services
    if service.routers
]
MODELS = {
    "types": ["Every"],
    "variants": ["Person.Create", "Person.Patch", "Channel", "AnyChannel"],
    "files": ["Book", "Shelf", "Order"],
}
"""What cases without a service declare, to be sent."""


class Settings(ServiceSettings):
    """Environment of any service."""

    database_url: str


@pytest.mark.slow
@pytest.mark.parametrize(("case", "package"), SERVED)
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_case_holds_its_contract(case: str, package: str, tmp_path: Path) -> None:
    """No check of schemathesis fails, and every operation answered with a value of its type."""
    holds(compiled(GOOD / case, tmp_path), package, EXTRA.get(case, {}))


@pytest.mark.slow
@pytest.mark.parametrize("case", MODELS)
@pytest.mark.filterwarnings("default")  # likewise
def test_models_hold_their_contract(case: str, tmp_path: Path) -> None:
    """Nor does one where a service takes what a case without services declares."""
    shutil.copytree(GOOD / case / "specs", tmp_path / "specs")
    desk = "version: 1\nservices: [{name: desk, type: python-fastapi, exposes: [rest]}]\n"
    (tmp_path / "services.yml").write_text(desk, "utf-8")
    router = tmp_path / "specs/routers/desk/models.yaml"
    router.parent.mkdir(parents=True)
    lines = [
        f"    take_{n}: {{method: PUT, path: /{n}, request: {model}, response: {model}}}\n"
        for n, model in enumerate(MODELS[case])
    ]
    router.write_text(f"rest:\n  handlers:\n{''.join(lines)}", "utf-8")
    generate(tmp_path)
    holds(tmp_path, "desk", {})


def holds(root: Path, package: str, extra: dict[str, object]) -> None:
    """Fuzz a service of a compiled project."""
    contract = contract_of(root)
    service = next(each for each in contract.services if each.package == package)
    settings = Settings(
        log_level="error",
        database_url=f"sqlite:///{root}/fuzzed.db",
        broker_url=f"memory://{uuid4().hex}",
    )
    with importing(root):
        create_app = import_module(f"shared.generated.services.{package}").create_app
        app = create_app(settings, **answering(contract, service))
        phases = {**SETTINGS["phases"], "stateful": STATEFUL}
        outcome = fuzz(app, **{"generation": GENERATION, "phases": phases, **extra})

    assert outcome.accepted, "nothing was accepted: the fuzzer never got past validation"
    assert not outcome.failures, outcome.report()
