"""What the contract tests report: one line at the very end names services, cases and failures."""

from __future__ import annotations

import pytest

TOLD = pytest.StashKey[list[tuple[str, int, int]]]()


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> list[tuple[str, int, int]]:
    """Return the list that collects service, cases and failures for the last line."""
    return request.config.stash.setdefault(TOLD, [])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Print the line."""
    told = config.stash.get(TOLD, [])
    if told:
        services = ", ".join(service for service, _, _ in told)
        cases = sum(cases for _, cases, _ in told)
        failures = sum(failures for _, _, failures in told)
        print(f"contract: {services}: {cases} cases, {failures} failures")  # noqa: T201 - the report
