"""Resolve pages: their parameters, the model that travels, and the link to the next one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from framework import wire
from framework.contract.http import Link, Location, Parameter
from framework.contract.models import Field, Model, Presence
from framework.contract.pages import Page, Paging
from framework.contract.types import Bounds, Kind, Listed, Named, Nullable, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract.http import Operation, Router
    from framework.contract.models import ModelModule
    from framework.contract.resolve.types import Types
    from framework.contract.types import Type
    from framework.spec import HandlerSpec
    from framework.syntax import TypeExpr

_CURSOR = Scalar("cursor")
_COUNT = Scalar("int", Bounds(ge=0))
_LIMIT = Scalar("int32", Bounds(ge=1, le=wire.PAGE_LIMIT_MAX))
_OFFSET = Scalar("int32", Bounds(ge=0))


def resolve_page(types: Types, handler: HandlerSpec) -> Page | None:
    """Return the pages of an operation that has them."""
    response = handler.response
    if response is None or response.paginate is None:
        return None
    item = types.named(cast("TypeExpr", response.type).arguments[0])
    model = Named(Kind.MODEL, response.page, item.module)
    return Page(Paging(response.paginate), item, model)


def page_parameters(page: Page | None) -> Iterator[Parameter]:
    """Yield the query parameters that say which page is asked for."""
    if page is None:
        return
    yield _asked("limit", _LIMIT, "How many items a page has at most.", wire.PAGE_LIMIT)
    if page.by is Paging.CURSOR:
        yield _asked("cursor", _CURSOR, "The `next_cursor` of the page before this one.")
    else:
        yield _asked("offset", _OFFSET, "How many items stand before this page.", 0)


def with_pages(
    modules: tuple[ModelModule, ...], routers: tuple[Router, ...]
) -> tuple[ModelModule, ...]:
    """Return the modules, each with the models of the pages that list what it defines."""
    pages = {
        operation.page.model.name: operation.page
        for router in routers
        for operation in router.operations
        if operation.page is not None
    }
    below: dict[str, list[Model]] = {}
    for name in sorted(pages):
        below.setdefault(pages[name].item.module, []).append(_model(pages[name]))
    return tuple(
        replace(module, models=(*module.models, *below[module.stem]))
        if module.stem in below
        else module
        for module in modules
    )


def next_page(operation: Operation) -> Iterator[Link]:
    """Link a page by cursor to the one behind it."""
    if operation.page is not None and operation.page.by is Paging.CURSOR:
        path = operation.parameters_in(Location.PATH)
        also = tuple((p.field.wire, f"$request.path.{p.field.wire}") for p in path)
        yield Link("next_page", operation.id, "cursor", "$response.body#/next_cursor", also)


def _model(page: Page) -> Model:
    name = page.model.name
    items = Listed(page.item, max_items=wire.PAGE_LIMIT_MAX)
    where = (
        _member("next_cursor", Nullable(_CURSOR), "Where the next page begins; null on the last.")
        if page.by is Paging.CURSOR
        else _member("total", _COUNT, "How many there are on all pages.")
    )
    return Model(
        id=f"model:{name}",
        name=name,
        component=name,
        description=f"A page of `{name.removesuffix('Page')}`.",
        fields=(_member("items", items, ""), where),
        module=page.item.module,
        extensions=(),
    )


def _member(name: str, type_: Type, description: str) -> Field:
    return _field(name, type_, Presence.REQUIRED, None, description)


def _asked(name: str, type_: Type, description: str, default: int | None = None) -> Parameter:
    presence = Presence.OPTIONAL if default is None else Presence.DEFAULTED
    field = _field(name, type_, presence, default, description)
    return Parameter(Location.QUERY, field, implied=True)


def _field(name: str, type_: Type, presence: Presence, default: object, description: str) -> Field:
    return Field(
        name=name,
        wire=name,
        type=type_,
        presence=presence,
        default=default,
        description=description,
        example=None,
        has_example=False,
        deprecated=None,
        sensitive=False,
        extensions=(),
    )
