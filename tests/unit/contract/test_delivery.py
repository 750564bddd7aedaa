"""What specs say about delivery and repeated calls, with the defaults of the language."""

from __future__ import annotations

from typing import Any

from framework.contract import Consumption, Event, Retention, RetryPolicy
from tests.unit.contract.specs import resolved

SERVICES = [
    {"name": "desk", "type": "python-fastapi", "access": ["bus"], "exposes": ["rest"]},
    {"name": "post", "type": "python-faststream", "access": ["bus"]},
]
HANDLERS = {"find": {"method": "GET", "path": "/user", "response": "User"}}


def event(**said: Any) -> Event:  # noqa: ANN401 - JSON values
    """Return an event that says this beside the necessary."""
    told = {"message": "User", "publish": ["desk"], "subscribe": ["post"], **said}
    (found,) = resolved(
        models={"models": {"User": {"fields": {"id": "int"}}}},
        events={"events": {"told": told}},
        services={"version": 1, "resources": {"bus": {"type": "redis"}}, "services": SERVICES},
    ).events
    return found


def consumption(consumed: object) -> Consumption:
    """Return what a service consumes."""
    caller = {"name": "caller", "type": "python", "consumes": [consumed]}
    contract = resolved(
        models={"models": {"User": {"fields": {"id": "int"}}}},
        routers__desk__users={"rest": {"handlers": HANDLERS}},
        services={
            "version": 1,
            "resources": {"bus": {"type": "redis"}},
            "services": [*SERVICES, caller],
        },
    )
    (found,) = contract.services[-1].consumes
    return found


def test_an_event_that_says_nothing_has_the_defaults_of_the_language() -> None:
    """Four attempts after 1, 2 and 4 seconds, dead letters, everything kept."""
    found = event()

    assert found.retry == RetryPolicy(attempts=4, backoff="exponential", base=1000, max=3_600_000)
    assert found.dead_letter
    assert found.retention is None


def test_what_is_said_is_meant_and_the_rest_is_default() -> None:
    """A retry that says one key keeps the others."""
    found = event(retry={"attempts": 9}, dead_letter=False, retention={"max_age": "2d"})

    assert found.retry == RetryPolicy(attempts=9)
    assert not found.dead_letter
    assert found.retention == Retention(max_len=None, max_age=172_800_000)


def test_pauses_that_start_above_the_default_maximum_do_not_shrink() -> None:
    """`base: 2h` without `max` means two hours each time."""
    assert event(retry={"base": "2h"}).retry == RetryPolicy(base=7_200_000, max=7_200_000)


def test_a_consumed_operation_leaves_what_it_does_not_say_to_the_client() -> None:
    """Both spellings of an entry."""
    for said in ("desk.find", {"operation": "desk.find"}):
        found = consumption(said)
        assert (found.service, found.operation.id) == ("desk", "desk.find")
        assert (found.timeout, found.retry) == (None, None)


def test_the_retry_of_a_call_has_defaults_of_its_own() -> None:
    """Somebody waits for a call: its pauses are shorter than those of an event."""
    said = {"operation": "desk.find", "timeout": "1.5s", "retry": {"backoff": "constant"}}
    found = consumption(said)

    assert found.timeout == 1500
    assert found.retry == RetryPolicy(attempts=3, backoff="constant", base=200, max=2000)
