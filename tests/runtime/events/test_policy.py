"""When a message that failed is attempted again: arithmetic, without a broker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.runtime.events import InvalidMessageError, NoRetry, RetryLater, RetryPolicy
from framework.runtime.events.policy import SPREAD, Again, Never, verdict

FAILURES = st.integers(1, 200)
CHANCES = st.floats(0, 1)
POLICIES = st.builds(
    RetryPolicy,
    attempts=st.integers(1, 100),
    backoff=st.sampled_from(["exponential", "constant"]),
    base=st.floats(0.001, 3600),
    max=st.floats(3600, 1e6),
)


def test_the_defaults_are_those_of_the_language() -> None:
    """Four attempts with pauses of 1, 2 and 4 seconds, then a dead letter."""
    policy = RetryPolicy()

    assert [policy.pause(failures) for failures in (1, 2, 3)] == [1, 2, 4]
    assert policy.attempts == 4
    assert policy.dead_letter


@given(POLICIES, FAILURES, CHANCES)
def test_a_pause_lies_between_base_and_max(
    policy: RetryPolicy, failures: int, chance: float
) -> None:
    """Never longer than what the spec says, and shorter by a fifth at most."""
    longest = policy.pause(failures)

    assert longest * (1 - SPREAD) <= policy.pause(failures, chance) <= longest
    assert policy.base <= longest <= policy.max


@given(POLICIES, FAILURES)
def test_pauses_never_shrink(policy: RetryPolicy, failures: int) -> None:
    """Who fails more often waits at least as long; with a constant back-off exactly as long."""
    first, second = policy.pause(failures), policy.pause(failures + 1)

    assert first <= second
    assert policy.backoff == "exponential" or first == second


@given(POLICIES, CHANCES)
def test_a_message_that_always_fails_has_as_many_attempts_as_the_policy(
    policy: RetryPolicy, chance: float
) -> None:
    """The last failure gives it up, each before it does not."""
    failures = 0
    while isinstance(found := verdict(policy, failures, LookupError(), chance), Again):
        assert found.failures == failures + 1
        failures = found.failures

    assert found == Never(policy.attempts)


@given(POLICIES, st.integers(0, 99), st.none() | st.floats(0, 100), CHANCES)
def test_waiting_that_does_not_count_never_gives_up(
    policy: RetryPolicy, failures: int, delay: float | None, chance: float
) -> None:
    """`RetryLater(count=False)` leaves the failures as they are, however often."""
    found = verdict(policy, failures, RetryLater(delay=delay, count=False), chance)

    assert isinstance(found, Again)
    assert found.failures == failures
    assert delay is None or found.pause == delay


@given(POLICIES, st.integers(0, 99), CHANCES)
def test_what_cannot_succeed_is_given_up_at_once(
    policy: RetryPolicy, failures: int, chance: float
) -> None:
    """An invalid message stays invalid, and a controller may know better than the policy."""
    for error in (InvalidMessageError("no"), NoRetry("gone")):
        assert verdict(policy, failures, error, chance) == Never(failures + 1)


def test_a_controller_may_ask_for_its_own_pause() -> None:
    """A pause that an upstream asked for is kept, and counts as a failure."""
    assert verdict(RetryPolicy(), 1, RetryLater("busy", delay=30), 0) == Again(30, 2)
    assert verdict(RetryPolicy(), 3, RetryLater("busy", delay=30), 0) == Never(4)


def test_a_pause_into_the_past_is_refused() -> None:
    """The mistake is told where it is made."""
    with pytest.raises(ValueError, match="negative"):
        RetryLater(delay=-1)
