"""Golden cases of HTTP constructs answer as their documents say, whatever they are sent."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from framework.runtime.settings import ServiceSettings
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import recorder
from tests.contract.fuzz import SETTINGS, fuzz

if TYPE_CHECKING:
    from pathlib import Path

NOTE = {"id": 1, "text": "x"}
EXTRA: dict[str, dict[str, object]] = {
    # Cookies that nobody declared are not looked at, on purpose. Schemathesis knows that of APIs,
    # and forgets it beside an integer, which it has written as text and takes for a second fault.
    "cookies": {"generation": {**SETTINGS["generation"], "allow-extra-parameters": False}},
}
"""Settings of a case beside those of all."""
CASES: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "cookies": ({"visits": "VisitsController"}, {"enter": {"id": 1, "name": "ann"}}),
    "deprecated": (
        {"notes": "NotesController"},
        {
            **dict.fromkeys(("read_note", "add_note"), NOTE),
            **{name: [NOTE] for name in ("list_notes", "all_notes", "some_notes")},
        },
    ),
}
"""Controllers and their answers, by case."""


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_case_holds_its_contract(case: str, tmp_path: Path) -> None:
    """No check of schemathesis fails."""
    controllers, answers = CASES[case]
    with importing(compiled(GOOD / case, tmp_path)):
        protocols = import_module("shared.generated.controllers.desk")
        given = {
            name: recorder(getattr(protocols, protocol), [], answers)
            for name, protocol in controllers.items()
        }
        create_app = import_module("shared.generated.services.desk").create_app
        app = create_app(ServiceSettings(log_level="error"), **given)
        outcome = fuzz(app, **EXTRA.get(case, {}))

    assert outcome.accepted, "nothing was accepted: the fuzzer never got past validation"
    assert not outcome.failures, outcome.report()
