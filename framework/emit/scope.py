"""What every emitter of Python needs to know of the whole contract, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.contract import Nullable, Presence
from framework.emit.python import Annotations, Values

if TYPE_CHECKING:
    from framework.contract import Contract, Field, Reference, Type
    from framework.emit.python import Imports


@dataclass(frozen=True, slots=True)
class Scope:
    """The lookups of one contract."""

    references: dict[str, Reference]
    values: Values

    @classmethod
    def of(cls, contract: Contract) -> Scope:
        """Return the scope of `contract`."""
        references = contract.references()
        return cls(references, Values(contract.enums(), references))

    def annotations(self, imports: Imports) -> Annotations:
        """Return a writer of annotations that collects into `imports`."""
        return Annotations(self.references, imports)

    def default(self, field: Field, imports: Imports) -> str | None:
        """Return the default of a keyword argument; what may be absent is None."""
        if field.presence is Presence.OPTIONAL:
            return "None"
        if field.presence is Presence.DEFAULTED:
            return self.values.write(field.type, field.default, imports)
        return None


def argument_type(field: Field) -> Type:
    """Return the type of a keyword argument: what may be absent may be None."""
    return Nullable(field.type) if field.presence is Presence.OPTIONAL else field.type
