"""The golden case `auth` answers as its documents say, with credentials and without."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from framework.runtime.auth import Identity, Unauthorized, matches
from framework.runtime.settings import ServiceSettings
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import recorder
from tests.behaviour.serving import serving
from tests.contract.fuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

KNOWN = "0123456789abcdef"
NOTE = {"id": 1, "text": "x"}
ANSWERS: dict[str, object] = {
    **dict.fromkeys(("add_note", "read_note", "about"), NOTE),
    "list_notes": [NOTE],
}


class Settings(ServiceSettings):
    """Environment of `desk`."""

    gate_url: str


async def verify(credential: str) -> Identity:
    """Know one credential."""
    if not matches(credential, KNOWN):
        raise Unauthorized
    return Identity("ann")


async def watch(_: object, **__: object) -> AsyncIterator[object]:
    """Stream a note."""
    yield import_module("shared.generated.models.models").NoteRead(**NOTE)


class Tokens:
    """The controller of `gate`."""

    async def verify_token(self, *, payload: Any) -> object:  # noqa: ANN401 - generated
        """Know one token."""
        if not matches(payload.token, KNOWN):
            raise import_module("shared.generated.errors").TokenUnknown
        return {"subject": "ann", "scopes": []}

    async def revoke_token(self) -> None:
        """Do nothing."""


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Any]:
    """Compile and import the case, and compose the service that knows tokens."""
    with importing(compiled(GOOD / "auth", tmp_path)):
        create_app = import_module("shared.generated.services.gate").create_app
        settings = ServiceSettings(log_level="error")
        yield create_app(settings, tokens=Tokens, verify_bearer=verify)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_a_service_that_asks_another_holds_its_contract(
    gate: Any,  # noqa: ANN401 - a generated application
) -> None:
    """No check fails, `ignored_auth` among them: what is protected answers nobody else."""
    protocol = import_module("shared.generated.controllers.desk").NotesController
    create_app = import_module("shared.generated.services.desk").create_app
    keys = {"bearer": {"bearer": KNOWN}, "machine-key": {"api_key": KNOWN}}
    with serving(gate) as address:
        settings = Settings(gate_url=address, log_level="error")
        notes = type("Notes", (recorder(protocol, [], ANSWERS),), {"watch_notes": watch})
        app = create_app(settings, notes=notes, verify_machine_key=verify)
        outcome = fuzz(app, auth={"openapi": keys})

    assert outcome.accepted, "nothing was accepted: the fuzzer never got in"
    assert not outcome.failures, outcome.report()


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # likewise
def test_a_service_that_verifies_holds_its_contract(
    gate: Any,  # noqa: ANN401 - a generated application
) -> None:
    """Nor does one of the service that knows the tokens."""
    outcome = fuzz(gate, auth={"openapi": {"bearer": {"bearer": KNOWN}}})

    assert outcome.accepted
    assert not outcome.failures, outcome.report()
