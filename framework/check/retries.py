"""Every retry and every duration of the specs, whatever they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.check.places import service_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place, RetrySpec

_EVENT_BASE, _CALL_BASE = 1000, 200  # milliseconds, where a retry does not say


@dataclass(frozen=True, slots=True)
class Retry:
    """A retry that somebody wrote, and where; `base` is its first pause, be it the default."""

    spec: RetrySpec
    place: Place
    base: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration that somebody wrote, in milliseconds: under which key, and where."""

    key: str
    value: int
    place: Place


def retries(view: View) -> Iterator[Retry]:
    """Yield the retries of events, then those of consumed operations."""
    for event in view.specs.events.values():
        if event.spec.has("retry"):
            yield _retry(event.spec.retry, event.place.at("retry"), _EVENT_BASE)
    for service in view.specs.services.values():
        for index, consumed in enumerate(service.spec.consumes):
            if consumed.has("retry"):
                place = service_place(service).at("consumes", index, "retry")
                yield _retry(consumed.retry, place, _CALL_BASE)


def durations(view: View) -> Iterator[Duration]:
    """Yield every duration that is written."""
    for retry in retries(view):
        for key in ("base", "max"):
            if retry.spec.has(key):
                yield Duration(key, getattr(retry.spec, key), retry.place.at(key))
    for event in view.specs.events.values():
        if event.spec.retention.has("max_age"):
            place = event.place.at("retention", "max_age")
            yield Duration("max_age", event.spec.retention.max_age, place)
    for service in view.specs.services.values():
        for index, consumed in enumerate(service.spec.consumes):
            if consumed.has("timeout"):
                place = service_place(service).at("consumes", index, "timeout")
                yield Duration("timeout", consumed.timeout, place)


def _retry(spec: RetrySpec, place: Place, default: int) -> Retry:
    return Retry(spec, place, spec.base if spec.has("base") else default)
