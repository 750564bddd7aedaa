"""Bind documents to spec classes, one declaration at a time, and merge the files of a kind.

A declaration whose shape is wrong is left out and remembered as broken; the others stay, so
that findings of shape in one place do not hide findings of meaning in another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from framework.diagnostics import Diagnostic, Related, Span
from framework.project import SERVICES, kind_of, meant_kind, router_of
from framework.spec.auth import SchemeSpec
from framework.spec.base import SpecNode
from framework.spec.events import EventSpec
from framework.spec.extensions import unfit_extensions
from framework.spec.kinds import kind_of as kind_in_words
from framework.spec.models import EnumSpec, ErrorSpec, ModelSpec, UnionSpec
from framework.spec.place import Declared, Place
from framework.spec.routers import RouterSpec
from framework.spec.rules import (
    DUPLICATE_NAME,
    EMPTY_FILE,
    MISSING_KEY,
    NO_SERVICES,
    UNKNOWN_KEY,
    WRONG_TYPE,
)
from framework.spec.services import ResourceSpec, ServiceSpec, ServicesSpec
from framework.spec.shape import shaped
from framework.spec.specset import RouterEntry, SpecSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from framework.diagnostics import Rule
    from framework.syntax import Document, Json

N = TypeVar("N", bound=SpecNode)


@dataclass(frozen=True, slots=True)
class Bound:
    """The merged specs, and what is wrong with their shape."""

    specs: SpecSet
    diagnostics: tuple[Diagnostic, ...]


def bind(documents: Iterable[Document], unread: Iterable[str] = ()) -> Bound:
    """Bind each document by the kind that its path says; never raises for what they hold.

    `unread` are the paths of files that could not be read: what they would have declared is
    unknown, so rules stay silent about names of their kind.
    """
    binder = _Binder()
    files = list(documents)
    for document in files:
        binder.file(document)
    kinds = (kind_of(path) or meant_kind(path) for path in unread)
    binder.specs.broken.update(kind for kind in kinds if kind)
    binder.services_files({document.path for document in files} | set(unread))
    return Bound(binder.specs, tuple(binder.found))


class _Binder:
    """Collects declarations and findings over all files."""

    def __init__(self) -> None:
        self.specs = SpecSet()
        self.found: list[Diagnostic] = []
        self._first: dict[str, Place] = {}

    def file(self, document: Document) -> None:
        kind = kind_of(document.path)
        if document.content is None:
            if kind in {"router", "services"}:
                help_ = "write `rest`" if kind == "router" else "write `version` and `services`"
                self._say(EMPTY_FILE, "file declares nothing", Place(document, ()), help_)
            return
        if not isinstance(document.content, dict):
            said = f"expected a mapping, found {kind_in_words(document.content)}"
            self._say(WRONG_TYPE, said, Place(document, ()), "begin with a key such as `models:`")
            return
        self.found += unfit_extensions(document)
        binders: dict[str | None, Callable[[Document, dict[str, Json]], None]] = {
            "models": self._models,
            "errors": self._errors,
            "events": self._events,
            "router": self._router,
            "services": self._services,
        }
        binders[kind](document, document.content)

    def services_files(self, paths: set[str]) -> None:
        found = sorted(path for path in paths if kind_of(path) == "services")
        if len(found) == 1:
            return
        self.specs.broken.add("services")
        message = "`services.yml` is missing" if not found else "two files declare the services"
        span = Span(found[-1], 1, 1, 1, 2) if found else None
        help_ = f"keep one of {' and '.join(SERVICES)}" if found else "write which services exist"
        rule = NO_SERVICES
        self.found.append(Diagnostic(rule.code, rule.id, message, span, help=help_))

    def _models(self, document: Document, content: dict[str, Json]) -> None:
        self._known(document, content, ("enums", "models", "unions"))
        self._named(document, "enums", "type", EnumSpec, self.specs.enums)
        self._named(document, "models", "type", ModelSpec, self.specs.models)
        self._named(document, "unions", "type", UnionSpec, self.specs.unions)

    def _errors(self, document: Document, content: dict[str, Json]) -> None:
        self._known(document, content, ("errors",))
        self._named(document, "errors", "error", ErrorSpec, self.specs.errors)

    def _events(self, document: Document, content: dict[str, Json]) -> None:
        self._known(document, content, ("events",))
        self._named(document, "events", "event", EventSpec, self.specs.events)

    def _router(self, document: Document, content: dict[str, Json]) -> None:
        self._known(document, content, ("rest",))
        place = Place(document, ("rest",))
        if "rest" not in content:
            help_ = "write the operations below `rest`"
            self._say(MISSING_KEY, "missing key `rest`", Place(document, ()), help_)
            return
        spec = shaped(RouterSpec, content["rest"], place, self.found)
        service, tag = router_of(document.path)
        if spec is None:
            self.specs.broken.add(f"router:{service}")
            return
        self.specs.routers.append(RouterEntry(service, tag, spec, place))

    def _services(self, document: Document, content: dict[str, Json]) -> None:
        self._known(document, content, ("version", "resources", "auth", "services"))
        top = {key: content[key] for key in ("version",) if key in content}
        shaped(ServicesSpec, cast("Json", top), Place(document, ()), self.found)
        self._named(document, "resources", "service", ResourceSpec, self.specs.resources)
        self._named(document, "auth", "scheme", SchemeSpec, self.specs.schemes)
        listed = content.get("services")
        if not isinstance(listed, list):
            self._unlisted(document, listed)
            return
        for index, value in enumerate(listed):
            place = Place(document, ("services", index))
            spec = shaped(ServiceSpec, value, place, self.found)
            if spec is not None:
                self._declare("service", spec.name, spec, place.at("name"), self.specs.services)
            elif isinstance(value, dict):
                self.specs.broken.add(f"service:{value.get('name')}")

    def _unlisted(self, document: Document, found: Json) -> None:
        help_ = "write `services` as a list: `- {name: ..., type: ...}`"
        if found is None:
            self._say(MISSING_KEY, "missing list `services`", Place(document, ("services",)), help_)
        else:
            said = f"expected a list, found {kind_in_words(found)}"
            self._say(WRONG_TYPE, said, Place(document, ("services",)), help_)

    def _named(
        self,
        document: Document,
        key: str,
        family: str,
        model: type[N],
        into: dict[str, Declared[N]],
    ) -> None:
        values = cast("dict[str, Json]", document.content).get(key)
        if values is None:
            return
        place = Place(document, (key,))
        if not isinstance(values, dict):
            said = f"expected a mapping of {key}, found {kind_in_words(values)}"
            self._say(WRONG_TYPE, said, place, "write a name before each of them")
            return
        for name, value in values.items():
            spec = shaped(model, value, place.at(name), self.found)
            if spec is None:
                self.specs.broken.add(f"{family}:{name}")
            else:
                self._declare(family, name, spec, place.at(name), into)

    def _declare(
        self, family: str, name: str, spec: N, place: Place, into: dict[str, Declared[N]]
    ) -> None:
        first = self._first.setdefault(f"{family}:{name}", place)
        if first is place:
            into[name] = Declared(name, spec, place)
            return
        related = (Related(first.span(key=True), "first declared here"),)
        help_ = "rename or remove one of the two"
        self._say(DUPLICATE_NAME, f"`{name}` is declared twice", place, help_, related)

    def _known(self, document: Document, content: dict[str, Json], keys: tuple[str, ...]) -> None:
        for key in content:
            if key not in keys and not key.startswith("x-"):
                self._say(
                    UNKNOWN_KEY,
                    f"unknown key `{key}`",
                    Place(document, (key,)),
                    f"known keys: {', '.join(keys)}",
                )

    def _say(
        self,
        rule: Rule,
        message: str,
        place: Place,
        help_: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        span = place.span(key=True)
        self.found.append(
            Diagnostic(rule.code, rule.id, message, span, help=help_, related=related)
        )
