"""All that a project's specs declare, by kind and name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.spec.auth import SchemeSpec
    from framework.spec.events import EventSpec
    from framework.spec.models import EnumSpec, ErrorSpec, ModelSpec, UnionSpec
    from framework.spec.place import Declared, Place
    from framework.spec.routers import RouterSpec
    from framework.spec.services import ResourceSpec, ServiceSpec


@dataclass(frozen=True, slots=True)
class RouterEntry:
    """A router spec: its service and its tag come from its path."""

    service: str
    tag: str
    spec: RouterSpec
    place: Place


@dataclass(frozen=True, slots=True)
class SpecSet:
    """The merged specs; `broken` holds what is declared in vain because its shape is wrong.

    That are ids of declarations (`type:User`, `error:email_taken`, `event:user_registered`,
    `service:backend`, `scheme:bearer`, `router:backend`) and kinds of files that could not be
    read (`models`, `errors`, `events`, `services`, `router`). A rule stays silent about a name
    that may be among them, because that was reported already.
    """

    enums: dict[str, Declared[EnumSpec]] = field(default_factory=dict[str, "Declared[EnumSpec]"])
    models: dict[str, Declared[ModelSpec]] = field(default_factory=dict[str, "Declared[ModelSpec]"])
    unions: dict[str, Declared[UnionSpec]] = field(default_factory=dict[str, "Declared[UnionSpec]"])
    errors: dict[str, Declared[ErrorSpec]] = field(default_factory=dict[str, "Declared[ErrorSpec]"])
    events: dict[str, Declared[EventSpec]] = field(default_factory=dict[str, "Declared[EventSpec]"])
    routers: list[RouterEntry] = field(default_factory=list[RouterEntry])
    resources: dict[str, Declared[ResourceSpec]] = field(
        default_factory=dict[str, "Declared[ResourceSpec]"]
    )
    schemes: dict[str, Declared[SchemeSpec]] = field(
        default_factory=dict[str, "Declared[SchemeSpec]"]
    )
    services: dict[str, Declared[ServiceSpec]] = field(
        default_factory=dict[str, "Declared[ServiceSpec]"]
    )
    broken: set[str] = field(default_factory=set[str])

    def knows_type(self, name: str) -> bool:
        """Tell whether an enum, a model or a union of this name is declared, be it broken."""
        return (
            name in self.models
            or name in self.enums
            or name in self.unions
            or self.may_be_broken("type", name, "models")
        )

    def may_be_broken(self, family: str, name: str, kind: str) -> bool:
        """Tell whether `name` may be declared in a place that could not be bound."""
        return f"{family}:{name}" in self.broken or kind in self.broken
