"""How a file that an operation takes is declared and passed on in a router."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework.contract import FILE, names
from framework.emit.python import literal
from framework.emit.scope import argument_type
from framework.emit.signatures import PAYLOAD, Argument

if TYPE_CHECKING:
    from framework.contract import Field, Operation, Upload
    from framework.emit.python import Imports
    from framework.emit.scope import Scope


class Form(NamedTuple):
    """The class of a form: its name, whose it is, and how its fields are declared."""

    name: str
    operation: str
    fields: tuple[str, ...]


def file_argument(upload: Upload, imports: Imports) -> Argument:
    """Return the argument that is a body which is a file."""
    imports.add("framework.runtime.uploads.Upload")
    imports.add("framework.runtime.http.file_body")
    return Argument(FILE, f"Annotated[Upload, file_body({_bounds(upload)})]")


def form_argument(operation: Operation, upload: Upload, imports: Imports) -> Argument:
    """Return the argument that is a form with a file and its fields."""
    imports.add("framework.runtime.http.form_body")
    name = _class(operation)
    return Argument(PAYLOAD, f"Annotated[{name}, form_body({name}, {_bounds(upload)})]")


def form_class(operation: Operation, upload: Upload, scope: Scope, imports: Imports) -> Form:
    """Return the class that a form is read into."""
    imports.add("dataclasses.dataclass")
    imports.add("framework.runtime.uploads.Upload")
    fields = (_field(field, scope, imports) for field in upload.fields or ())
    return Form(_class(operation), operation.name, (f"{FILE}: Upload", *fields))


def passed_on(upload: Upload) -> tuple[str, ...]:
    """Return how the file, and what stands beside it, is passed to the controller."""
    if upload.fields is None:
        return (f"{FILE}={FILE}",)
    names_ = (FILE, *(field.name for field in upload.fields))
    return tuple(f"{name}={PAYLOAD}.{name}" for name in names_)


def _class(operation: Operation) -> str:
    return f"_{names.pascal(operation.name)}Form"  # private: no model can have this name


def _bounds(upload: Upload) -> str:
    return f"max_size={upload.max_size:_}, content_types={literal(list(upload.content_types))}"


def _field(field: Field, scope: Scope, imports: Imports) -> str:
    metadata: list[str] = []
    if field.wire != field.name:
        imports.add("pydantic.Field")
        metadata.append(f"Field(alias={literal(field.wire)})")
    written = scope.annotations(imports).write(argument_type(field), *metadata)
    default = scope.default(field, imports)
    return f"{field.name}: {written}" if default is None else f"{field.name}: {written} = {default}"
