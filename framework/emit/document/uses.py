"""Which models a document needs, and whether it reads or writes them.

What is written (requests) is closed, what is read (responses, messages) is open, nested models
included. A model that is used both ways is published twice, the closed one as `<Model>Input`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.contract import Kind, is_free_form, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.contract import Contract, Model, Named, Reference, Type, Union


@dataclass(slots=True)
class Uses:
    """Collects the uses of one document; `closed` and `open` hold Python names.

    `free_form` tells that something is of the type `json`, `taken` are the names of components.
    """

    models: dict[str, Model]
    unions: dict[str, Union]
    references: dict[str, Reference]
    closed: set[str] = field(default_factory=set[str])
    open: set[str] = field(default_factory=set[str])
    enums: set[str] = field(default_factory=set[str])
    taken: frozenset[str] = frozenset()
    free_form: bool = False

    @classmethod
    def of(cls, contract: Contract, closed: Iterable[Type], open_: Iterable[Type]) -> Uses:
        """Return what `closed` and `open_` types need, directly or not."""
        uses = cls(contract.models(), contract.unions(), contract.references())
        for type_ in closed:
            uses._add(type_, closed=True)
        for type_ in open_:
            uses._add(type_, closed=False)
        models = [uses.models[n].component for n in uses.closed | uses.open if n in uses.models]
        uses.taken = frozenset(models) | uses.unions.keys() | uses.enums
        return uses

    def component(self, name: str, *, closed: bool) -> str:
        """Return the component of a model or a union in this document."""
        model = self.models.get(name)
        component = model.component if model else name
        if not (closed and name in self.closed and name in self.open):
            return component
        # A dot is in no name of a class: where the plain name is taken, this one is not.
        return f"{component}{'.' if f'{component}Input' in self.taken else ''}Input"

    def _add(self, type_: Type, *, closed: bool) -> None:
        seen = self.closed if closed else self.open
        # A list of work, not recursion: models may refer to each other in long chains.
        waiting = [type_]
        while waiting:
            current = waiting.pop()
            self.free_form = self.free_form or is_free_form(current)
            for item in named(current):
                waiting.extend(self._behind(item, seen))

    def _behind(self, item: Named, seen: set[str]) -> Iterable[Type]:
        """Note the use of a declared type; return what it is made of, the first time."""
        if item.kind is Kind.ENUM:
            self.enums.add(item.name)
            return ()
        if item.kind is Kind.REFERENCE:
            return (self.references[item.name].type,)
        if item.name in seen:
            return ()
        seen.add(item.name)
        return self._inside(item.name)

    def _inside(self, name: str) -> Iterable[Type]:
        model = self.models.get(name)
        return [f.type for f in model.fields] if model else self.unions[name].members
