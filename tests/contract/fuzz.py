"""Fuzz one application against its own OpenAPI document, in this process."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

import schemathesis
from hypothesis.strategies import times
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from tests.contract.forms import is_distinct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case
    from schemathesis.engine.recorder import ScenarioRecorder
    from starlette.applications import Starlette

# All checks are on. What is expected is narrower than the defaults, which let 401, 403, 429 and 5xx
# pass as answers to something valid.
SETTINGS: dict[str, Any] = {
    "seed": 20260101,
    "workers": 1,
    "continue-on-failure": True,
    "max-stream-events": 10,
    "generation": {
        "mode": "all",
        "max-examples": 50,
        "database": "none",
        "unique-inputs": True,
    },
    "phases": {
        "examples": {"fill-missing": True},
        "coverage": {"generate-duplicate-query-parameters": True},
        "stateful": {"max-steps": 20, "generation": {"max-examples": 50}},
    },
    "checks": {
        "positive_data_acceptance": {"expected-statuses": ["2xx", "404", "409"]},
        "negative_data_rejection": {
            "expected-statuses": [400, 401, 404, 405, 409, 413, 415, 422],
        },
        "missing_required_header": {"expected-statuses": [401, 422]},
    },
}
_KEYS = count()
schemathesis.openapi.format("time-local", times().map(str))  # of OpenAPI's registry, unknown there
CURSOR = "#/components/schemas/InvalidCursorProblem"


@dataclass
class Outcome:
    """How many cases were sent, how many of them got a 2xx, and each different failure."""

    cases: int = 0
    accepted: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def fail(self, what: str, example: str) -> None:
        """Count a failure; the first example of each is kept."""
        self.failures[what] += 1
        self.examples.setdefault(what, example)

    def report(self) -> str:
        """Return each failure with an example that shows it."""
        return "\n\n".join(
            f"{what} ({self.failures[what]} times)\n{example}"
            for what, example in self.examples.items()
        )


def fuzz(app: Starlette, **settings: object) -> Outcome:
    """Send `app` what its document allows and what it forbids; say what it did wrong.

    `settings` stand beside those above, or in their place: `auth`, `generation`.
    """
    own = [*_with_cursors(app)]
    config = SchemathesisConfig.from_dict({**SETTINGS, "operations": own, **settings})
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, config=config)
    schema.hook("filter_case")(is_distinct)
    schemathesis.serializer(*_media_types(schema.raw_schema))(_as_it_is)
    outcome = Outcome()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            outcome.cases += len(event.recorder.cases)
            outcome.accepted += sum(
                bool(sent.response) and sent.response.status_code < 300
                for sent in event.recorder.interactions.values()
            )
            for what, example in _failures(event.recorder):
                outcome.fail(what, example)
        elif isinstance(event, events.NonFatalError):
            outcome.fail(f"{event.label}: {event.info.title}", event.info.message)
        elif isinstance(event, events.FatalError):
            raise event.exception
    return outcome


def _as_it_is(_: object, value: object) -> dict[str, object]:
    """Write a file: text, bytes, or whatever else was drawn where any bytes will do."""
    return {"data": value if isinstance(value, (str, bytes)) else str(value)}


def _media_types(document: dict[str, Any]) -> set[str]:
    """Return those of files: schemathesis can write but a few by itself."""
    operations = [o for item in document["paths"].values() for o in item.values()]
    bodies = [o["requestBody"]["content"] for o in operations if "requestBody" in o]
    types = {type_ for body in bodies for type_ in body}
    for form in (body["multipart/form-data"] for body in bodies if "multipart/form-data" in body):
        for part in form["encoding"].values():
            types.update(part["contentType"].split(", "))
    return types - {"application/json", "multipart/form-data", "text/plain"}


@schemathesis.hook("before_call")
def _with_own_key(_: object, case: Case, __: object) -> None:
    """Give each case a key of its own: the same one with another request is refused, on purpose."""
    key = case.headers.get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch("[!-~]{1,255}", key):
        case.headers["Idempotency-Key"] = f"{next(_KEYS):032x}{key[32:]}"


def _with_cursors(app: Starlette) -> Iterator[dict[str, Any]]:
    """Yield what is expected of operations that page by cursor.

    A pattern cannot say which cursors were signed here, so one that only looks right is refused.
    That answer has a status of its own, 400, and nothing else of these operations has it; which
    problem it is, the check of schemas sees to.
    """
    document = schemathesis.openapi.from_asgi("/openapi.json", app).raw_schema
    usual = SETTINGS["checks"]["positive_data_acceptance"]["expected-statuses"]
    for item in document["paths"].values():
        for operation in item.values():
            if CURSOR in str(operation["responses"].get("400")) and "requestBody" not in operation:
                accepted = {"expected-statuses": [*usual, "400"]}
                yield {
                    "include-operation-id": operation["operationId"],
                    "checks": {"positive_data_acceptance": accepted},
                }


def _failures(recorder: ScenarioRecorder) -> Iterator[tuple[str, str]]:
    for checks in recorder.checks.values():
        for check in checks:
            if check.failure_info:
                failure = check.failure_info.failure
                what = f"{failure.operation or recorder.label}: {failure.title} [{check.name}]"
                yield what, f"{failure.message}\n{check.failure_info.code_sample}"
