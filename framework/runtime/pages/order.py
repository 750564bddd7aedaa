"""The order of a query: what it sorts by, and what is behind a position in it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Enum, and_, asc, bindparam, desc, or_, tuple_
from sqlalchemy import inspect as mapped
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import asc_op, desc_op

from framework.runtime.problems import InvalidCursor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, ColumnExpressionArgument, Select
    from sqlalchemy.orm import Mapper

    from framework.runtime.pages.positions import Position, Scalar

_MARK = 8  # hexadecimal digits that tell one order from another


@dataclass(frozen=True)
class Order:
    """What rows are sorted by; a position in it begins with a mark of the order itself."""

    keys: tuple[ColumnElement[Any], ...]
    falling: tuple[bool, ...]

    @classmethod
    def of(cls, query: Select[Any], order: Sequence[ColumnExpressionArgument[Any]]) -> Order:
        """Return the order; raise TypeError for columns that may be NULL, or for none at all."""
        sorted_by = [_parted(given) for given in order]
        known = {str(key) for key, _ in sorted_by}
        sorted_by += [(key, False) for key in _identity(query) if str(key) not in known]
        if not sorted_by:
            message = "pages need an order: name the columns to sort by"
            raise TypeError(message)
        for key, _ in sorted_by:
            if getattr(key, "nullable", False):
                message = f"`{key}` may be NULL, which has no place in an order: use `coalesce`"
                raise TypeError(message)
        return cls(tuple(key for key, _ in sorted_by), tuple(fall for _, fall in sorted_by))

    @property
    def clauses(self) -> Iterator[ColumnElement[Any]]:
        """What to put behind ORDER BY."""
        for key, falls in zip(self.keys, self.falling, strict=True):
            yield desc(key) if falls else asc(key)

    @property
    def mark(self) -> str:
        """A text that another order does not have."""
        told = "".join(f"{clause}\n" for clause in self.clauses)
        return sha256(told.encode()).hexdigest()[:_MARK]

    def position(self, values: Sequence[Any]) -> Position:
        """Return the position of a row that has `values` for the keys."""
        return self.mark, *values

    def behind(self, position: Position) -> ColumnElement[bool]:
        """Return the condition that a row stands behind `position`; raises InvalidCursor."""
        values = position[1:]
        if position[:1] != (self.mark,) or len(values) != len(self.keys):
            raise InvalidCursor
        bound = [_bound(key, value) for key, value in zip(self.keys, values, strict=True)]
        if len(bound) == 1 or len(set(self.falling)) > 1:
            return self._one_by_one(bound)
        here, there = tuple_(*self.keys), tuple_(*bound)
        return here < there if self.falling[0] else here > there

    def _one_by_one(self, bound: Sequence[ColumnElement[Any]]) -> ColumnElement[bool]:
        """Compare key by key, for a row value has one direction only."""
        ways: list[ColumnElement[bool]] = []
        for index, (key, value) in enumerate(zip(self.keys, bound, strict=True)):
            same = [k == v for k, v in zip(self.keys[:index], bound[:index], strict=True)]
            ways.append(and_(*same, key < value if self.falling[index] else key > value))
        if len(ways) == 1:
            return ways[0]
        first, value = self.keys[0], bound[0]
        # It follows from the rest, and lets an index on the first column find where to begin.
        return and_(first <= value if self.falling[0] else first >= value, or_(*ways))


def _parted(given: ColumnExpressionArgument[Any]) -> tuple[ColumnElement[Any], bool]:
    """Return what to compare, and whether it falls."""
    element = cast("ColumnElement[Any]", asc(given))
    falls = False
    while isinstance(element, UnaryExpression) and element.modifier in {asc_op, desc_op}:
        falls = element.modifier is desc_op
        element = element.element
    if isinstance(element, UnaryExpression) and element.modifier is not None:
        message = f"`{element}` cannot order pages: their columns are never NULL"
        raise TypeError(message)
    return element, falls


def _identity(query: Select[Any]) -> Iterator[ColumnElement[Any]]:
    """Yield the primary key of the mapped class that `query` selects, if that is what it does."""
    entity = query.column_descriptions[0].get("entity")
    if entity is None:
        return
    mapper = cast("Mapper[Any]", mapped(entity).mapper)
    for column in mapper.primary_key:
        attribute = getattr(entity, mapper.get_property_by_column(column).key)
        yield _parted(attribute)[0]


def _bound(key: ColumnElement[Any], value: Scalar) -> ColumnElement[Any]:
    kind = key.type
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return bindparam(None, kind.enum_class(value), type_=kind)
    return bindparam(None, value, type_=kind)
