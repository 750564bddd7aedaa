"""Emit one module of Pydantic models for each file of models."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework.contract import Listed, Mapped, Nullable, Presence
from framework.emit.artefact import Artefact
from framework.emit.python import Imports, docstring, literal, render
from framework.emit.references import in_order
from framework.emit.scope import Scope
from framework.project import GENERATED, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framework.contract import Contract, Field, Model, ModelModule, Type, Union


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/models/<file>.py`."""
    scope = Scope.of(contract)
    for module in contract.modules:
        members = [m for m in contract.modules if m.home == module.stem]
        text = _defined(module, members, scope) if members else _re_exported(module)
        yield Artefact(GENERATED / "models" / f"{module.stem}.py", text, module.origin)


class _Line(NamedTuple):
    """A field as it is printed: its declaration, and a docstring if there is something to say."""

    declaration: str
    text: str


def _defined(module: ModelModule, members: Sequence[ModelModule], scope: Scope) -> str:
    imports = Imports(own=f"{PACKAGE}.models.{module.stem}")
    writer = _Writer(scope, imports)
    ordered = in_order(r for member in members for r in member.references)
    references = [(r.name, writer.plain(r.type), r.target) for r in ordered]
    models = [(model, writer.fields(model)) for member in members for model in member.models]
    unions = [(union, writer.union(union)) for member in members for union in member.unions]
    enums = [enum for member in members for enum in member.enums]
    if enums:
        imports.add("enum.StrEnum")
    if models:
        imports.add("framework.runtime.models.Model")
    return render(
        "models.py.j2",
        origins=[member.origin for member in members],
        imports=imports,
        names=sorted(name for member in members for name in member.names),
        references=references,
        enums=enums,
        models=models,
        unions=unions,
    )


def _re_exported(module: ModelModule) -> str:
    imports = Imports(*(f"{PACKAGE}.models.{module.home}.{name}" for name in module.names))
    return render(
        "models.py.j2",
        origins=[module.origin],
        imports=imports,
        names=sorted(module.names),
        references=[],
        enums=[],
        models=[],
        unions=[],
    )


class _Writer:
    """Writes the parts of one module, collecting its imports."""

    def __init__(self, scope: Scope, imports: Imports) -> None:
        self._annotations = scope.annotations(imports)
        self._values = scope.values
        self._imports = imports
        self.plain = self._annotations.write

    def fields(self, model: Model) -> list[_Line]:
        return [self._field(field) for field in model.fields]

    def union(self, union: Union) -> str:
        self._imports.add("typing.Annotated")
        members = [self.plain(member) for member in union.members]
        field = literal(union.discriminator)
        if all(isinstance(tag, str) for tag in union.tags):
            self._imports.add("pydantic.Field")
            return f"Annotated[{' | '.join(members)}, Field(discriminator={field})]"
        for name in ("pydantic.Discriminator", "pydantic.Tag", "framework.runtime.types.tag_of"):
            self._imports.add(name)
        tagged = (
            f"Annotated[{member}, Tag({literal(tag)})]"
            for member, tag in zip(members, union.spelt, strict=True)
        )
        return f"Annotated[{' | '.join(tagged)}, Discriminator(tag_of({field}))]"

    def _field(self, field: Field) -> _Line:
        metadata = self._metadata(field)
        default = None
        if field.presence is Presence.OPTIONAL:
            annotation, default = self._absent(field.type, metadata), "MISSING"
        else:
            annotation = self.plain(field.type, *metadata)
        if field.presence is Presence.DEFAULTED:
            default = self._default(field)
        text = docstring(field.description, 4) if field.description else ""
        declaration = f"{field.name}: {annotation}"
        return _Line(declaration if default is None else f"{declaration} = {default}", text)

    def _metadata(self, field: Field) -> list[str]:
        keywords = list(_keywords(field))
        if not keywords:
            return []
        self._imports.add("typing.Annotated")
        self._imports.add("pydantic.Field")
        return [f"Field({', '.join(keywords)})"]

    def _absent(self, type_: Type, metadata: list[str]) -> str:
        self._imports.add("pydantic.MISSING")
        if isinstance(type_, Nullable):
            union = f"{self.plain(type_.inner)} | MISSING | None"
        else:
            union = f"{self.plain(type_)} | MISSING"
        return f"Annotated[{union}, {metadata[0]}]" if metadata else union

    def _default(self, field: Field) -> str:
        written = self._values.write(field.type, field.default, self._imports)
        if isinstance(field.type, (Listed, Mapped)):
            self._imports.add("pydantic.Field")
            return f"Field(default={written})"
        return written


def _keywords(field: Field) -> Iterator[str]:
    if field.wire != field.name:
        yield f"alias={literal(field.wire)}"
    if field.deprecated is not None:
        yield f"deprecated={literal(field.deprecated or True)}"
    if field.sensitive:
        yield "repr=False"
