"""The specs as rules look at them: what several rules ask for is computed once, when asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from framework.check.asking import asking
from framework.check.basis import WORDS
from framework.check.namespace import shared_names
from framework.check.routes import full_path
from framework.check.uses import PARAMETERS, Role, field_uses, is_bare, payload_uses, types_of
from framework.check.variants import variants
from framework.spec import BROKERS, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework.check.namespace import Name
    from framework.check.uses import FieldUse, TypeUse
    from framework.check.variants import Variant
    from framework.spec import (
        Declared,
        HandlerSpec,
        ModelSpec,
        RequestKeys,
        ResponseKeys,
        RouterEntry,
        SpecSet,
    )
    from framework.syntax import TypeExpr

_CLOSE = itemgetter("method", "path", "request", "response", "errors", "emits")
MOST_PARTS = 64


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """A handler of a router, with what most rules look at close at hand."""

    router: RouterEntry
    name: str
    spec: HandlerSpec
    method: str
    path: str
    request: RequestKeys | None
    response: ResponseKeys | None
    errors: list[str]
    emits: list[str]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.router.place.at("handlers", self.name)

    @property
    def id(self) -> str:
        """The canonical id: `backend.v1.create_user`."""
        version = self.router.spec.version
        return ".".join((self.router.service, *([version] if version else []), self.name))


class View:
    """The specs, and what is derived from them."""

    def __init__(self, specs: SpecSet) -> None:
        """Look at `specs`, whatever is wrong with them."""
        self.specs = specs
        self._fields_of: dict[str, dict[str, FieldUse]] = {}
        self._choices: dict[str, dict[str, None]] = {}

    @cached_property
    def fields(self) -> tuple[FieldUse, ...]:
        """Every field, parameter and element."""
        return tuple(field_uses(self.specs))

    @cached_property
    def parameters(self) -> tuple[FieldUse, ...]:
        """Those of them that travel in a path, a query, a header, a cookie or beside a file."""
        return tuple(field for field in self.fields if field.role in PARAMETERS)

    @cached_property
    def payloads(self) -> tuple[TypeUse, ...]:
        """The types of requests, responses, messages and members of unions."""
        return tuple(payload_uses(self.specs))

    @cached_property
    def types(self) -> tuple[TypeUse, ...]:
        """Every use of a type that is more than one of the language's own scalars."""
        return (*types_of(self.fields), *(use for use in self.payloads if not is_bare(use.type)))

    def naming(self, fault: Callable[[TypeExpr], bool]) -> Iterator[tuple[TypeUse, TypeExpr]]:
        """Yield each part of a type that has `fault`, with its use; each type is asked once."""
        for uses in self._by_type:
            for named in uses[0].type.walk():
                if fault(named):
                    yield from ((use, named) for use in uses)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Every variant of every model; the nameless one of a model without any, too."""
        return tuple(variants(self))

    def variants_of(self, model: str) -> list[Variant]:
        """Return the variants of a model."""
        return self._variants_by_model.get(model, [])

    def is_unknown(self, name: str) -> bool:
        """Tell whether `name` is no type, or one that could not be bound."""
        specs = self.specs
        declared = name in specs.models or name in specs.enums or name in specs.unions
        return not declared and name not in WORDS

    @cached_property
    def asking(self) -> tuple[TypeUse, ...]:
        """Each use of a type that needs a variant, once for each variant that is asked for."""
        return tuple(asking(self))

    def choices_of(self, enum: str) -> dict[str, None]:
        """Return the values of an enum, fast to look up."""
        found = self._choices.get(enum)
        if found is None:
            found = self._choices[enum] = dict.fromkeys(self.specs.enums[enum].spec.values)
        return found

    def bare_models(self, named: TypeExpr) -> list[Declared[ModelSpec]]:
        """Return the models that a type names without a variant, those within a union too."""
        if named.member is not None:
            return []
        union = self.specs.unions.get(named.name)
        names = [of.name for of in union.spec.of if of.member is None] if union else [named.name]
        return [self.specs.models[name] for name in names if name in self.specs.models]

    @cached_property
    def model_files(self) -> tuple[Place, ...]:
        """Each file that declares models, enums or unions, by path."""
        specs = self.specs
        declared = (*specs.enums.values(), *specs.models.values(), *specs.unions.values())
        found = {item.place.document.path: item.place.document for item in declared}
        return tuple(Place(found[path], ()) for path in sorted(found))

    @cached_property
    def members(self) -> tuple[tuple[TypeUse, TypeExpr], ...]:
        """Each `Model.member` within a type, be it a variant or a reference, with its use."""
        models = self.specs.models
        return tuple(self.naming(lambda named: bool(named.member) and named.name in models))

    @cached_property
    def routes(self) -> tuple[tuple[Operation, str], ...]:
        """Every operation whose path is written as the language has it, with the whole path."""
        paths = ((operation, full_path(operation)) for operation in self.operations)
        return tuple((operation, path) for operation, path in paths if path is not None)

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation, in the order of files and of what stands in them."""
        return tuple(
            Operation(router, name, handler, *_CLOSE(vars(handler)))
            for router in self.specs.routers
            for name, handler in router.spec.handlers.items()
        )

    def routers_of(self, service: str) -> list[RouterEntry]:
        """Return the routers of a service."""
        return self._routers.get(service, [])

    @cached_property
    def with_broker(self) -> frozenset[str]:
        """The services that may reach a broker."""
        brokers = {"broker", *self.resources_of(BROKERS)}
        services = self.specs.services.values()
        return frozenset(s.name for s in services if not brokers.isdisjoint(s.spec.access))

    @cached_property
    def subscribing(self) -> frozenset[str]:
        """The services that subscribe to an event."""
        found: set[str] = set()
        for event in self.specs.events.values():
            said = event.spec.subscribe
            found.update(said if isinstance(said, list) else self.with_broker)
        return frozenset(found)

    def resources_of(self, types: frozenset[str]) -> list[str]:
        """Return the names of the resources of one of `types`."""
        return [r.name for r in self.specs.resources.values() if r.spec.type in types]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The Python names that modules of any service may import."""
        return tuple(shared_names(self))

    def names_class(self, name: str) -> bool:
        """Tell whether something declared compiles to `name`."""
        return name in self._class_names

    @cached_property
    def nulls(self) -> tuple[tuple[FieldUse, str], ...]:
        """Each key of a field that is written without a value."""
        return tuple(
            (field, key)
            for key, fields in self._by_key.items()
            for field in fields
            if getattr(field.keys, key, "") is None
        )

    def having(self, *keys: str) -> Iterator[FieldUse]:
        """Yield each field that has one of `keys`, without asking all the others."""
        found = (field for key in keys for field in self._by_key.get(key, ()))
        return iter(dict.fromkeys(found))

    def fields_of(self, model: str) -> dict[str, FieldUse]:
        """Return the fields of a model by name, those of its mixins first; each name once."""
        found = self._fields_of.get(model)
        if found is None:
            found = self._fields_of[model] = {}
            for part in reversed(self.parts_of(model)):
                for field in self._own_fields[part]:
                    found.setdefault(field.name, field)
        return found

    def parts_of(self, model: str) -> list[str]:
        """Return the model and all its mixins, each once, the model first.

        Of more than `MOST_PARTS` the rest is left out: a rule refuses such a model.
        """
        declared = self.specs.models.get(model)
        if declared is not None and not declared.spec.mixins:
            return [model]
        found: dict[str, None] = {}
        waiting = [model]
        while waiting and len(found) <= MOST_PARTS:
            name = waiting.pop()
            declared = self.specs.models.get(name)
            if declared is not None and name not in found:
                found[name] = None
                waiting.extend(declared.spec.mixins)
        return list(found)

    def is_whole(self, model: str) -> bool:
        """Tell whether all fields of a model are known: it and its mixins are bound."""
        models = self.specs.models
        if model in models and not models[model].spec.mixins:
            return True
        return model in models and all(
            mixin in models for part in self.parts_of(model) for mixin in models[part].spec.mixins
        )

    @cached_property
    def _by_type(self) -> list[list[TypeUse]]:
        found: dict[int, list[TypeUse]] = defaultdict(list)
        for use in self.types:
            found[id(use.type)].append(use)
        return list(found.values())

    @cached_property
    def _own_fields(self) -> dict[str, list[FieldUse]]:
        found: dict[str, list[FieldUse]] = defaultdict(list)
        for field in self.fields:
            if field.role is Role.FIELD and not field.depth:
                found[field.owner].append(field)
        return found

    @cached_property
    def _variants_by_model(self) -> dict[str, list[Variant]]:
        found: dict[str, list[Variant]] = defaultdict(list)
        for variant in self.variants:
            found[variant.model].append(variant)
        return found

    @cached_property
    def _class_names(self) -> frozenset[str]:
        return frozenset(name.name for name in self.names)

    @cached_property
    def _routers(self) -> dict[str, list[RouterEntry]]:
        found: dict[str, list[RouterEntry]] = defaultdict(list)
        for router in self.specs.routers:
            found[router.service].append(router)
        return found

    @cached_property
    def _by_key(self) -> dict[str, list[FieldUse]]:
        found: dict[str, list[FieldUse]] = defaultdict(list)
        for field in self.fields:
            for key in field.keys.model_fields_set:
                if key != "type" or field.keys.type is None:
                    found[key].append(field)
        return found
