"""`specs/routers/<service>/<tag>.yaml`: the HTTP operations of one service under one tag."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from framework.spec.base import SpecNode, TypeText, short
from framework.spec.deprecation import DeprecationSpec
from framework.spec.models import FieldSpec
from framework.spec.uploads import FileKeys
from framework.syntax import TypeExpr

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]


class PayloadKeys(SpecNode):
    """What is sent: a type, or a model with its variant, once or many times."""

    model: TypeText
    variant: str | None = None
    many: bool = False

    @property
    def type(self) -> TypeExpr:
        """Both spellings as one: `{model: User, many: true}` is `list[User]`."""
        return _joined(self.model, self.variant, many=self.many)


class RequestKeys(SpecNode):
    """What an operation takes: a type as in `PayloadKeys`, or a file, alone or in a form."""

    model: TypeText | None = None
    variant: str | None = None
    many: bool = False
    file: FileKeys | None = None
    fields: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])

    @property
    def type(self) -> TypeExpr | None:
        """The type of a JSON body, or None if there is none."""
        return _joined(self.model, self.variant, many=self.many) if self.model else None


class ResponseKeys(SpecNode):
    """What an operation answers with when it succeeds."""

    model: TypeText | None = None
    variant: str | None = None
    many: bool = False
    stream: TypeText | None = None
    format: Literal["sse"] | None = None
    status: int | None = None
    description: str | None = None

    @property
    def type(self) -> TypeExpr | None:
        """The type of the body, or None if there is none."""
        return _joined(self.model, self.variant, many=self.many) if self.model else None


PayloadSpec = Annotated[PayloadKeys, short("model")]
RequestSpec = Annotated[RequestKeys, short("model")]
ResponseSpec = Annotated[ResponseKeys, short("model")]


class HandlerSpec(SpecNode):
    """One operation."""

    method: Method
    path: str
    summary: str | None = None
    description: str | None = None
    deprecated: DeprecationSpec = None
    internal: bool = False
    auth: str | None = None
    params: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    query: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    headers: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    cookies: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    request: RequestSpec | None = None
    response: ResponseSpec | None = None
    errors: list[str] = Field(default_factory=list[str])
    emits: list[str] = Field(default_factory=list[str])


class RouterSpec(SpecNode):
    """The operations under one tag."""

    prefix: str = ""
    tags: list[str] | None = None
    version: str | None = None
    description: str | None = None
    auth: str | None = None
    handlers: dict[str, HandlerSpec]


def _joined(model: TypeExpr, variant: str | None, *, many: bool) -> TypeExpr:
    type_ = model
    if variant is not None:
        type_ = TypeExpr(model.name, variant, (), model.nullable, model.start, model.end)
    if many:
        return TypeExpr("list", None, (type_,), nullable=False, start=type_.start, end=type_.end)
    return type_
