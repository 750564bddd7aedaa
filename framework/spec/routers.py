"""`specs/routers/<service>/<tag>.yaml`: the HTTP operations of one service under one tag."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from framework.spec.base import SpecNode, TypeText, short
from framework.spec.deprecation import DeprecationSpec
from framework.spec.fields import READ
from framework.spec.models import FieldSpec
from framework.spec.uploads import FileKeys
from framework.syntax import TypeExpr

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE", "WEBSOCKET"]
Paging = Literal["cursor", "offset"]
Idempotency = Literal["none", "optional", "required"]


class PayloadKeys(SpecNode):
    """What is sent: a type, or a model with its variant, once or many times."""

    model: TypeText
    """The type: a model, a variant such as `User.Read`, a union, or `list[...]` of one."""
    variant: str | None = None
    """The variant of the model: `{model: User, variant: Read}` is `User.Read`."""
    many: bool = False
    """Whether it is a list of them."""

    @property
    def type(self) -> TypeExpr:
        """Both spellings as one: `{model: User, many: true}` is `list[User]`."""
        return _joined(self.model, self.variant, many=self.many)


class RequestKeys(SpecNode):
    """What an operation takes: a type as in `PayloadKeys`, or a file, alone or in a form."""

    model: TypeText | None = None
    """The type of the JSON body: a model, a variant, a union, or `list[...]` of one."""
    variant: str | None = None
    """The variant of the model: `{model: User, variant: Create}` is `User.Create`."""
    many: bool = False
    """Whether it is a list of them."""
    file: FileKeys | None = None
    """A file instead of JSON: `{max_size: 5MB, content_types: [image/png]}`."""
    fields: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """What is sent beside the file: the body then is a form (`multipart/form-data`)."""

    @property
    def type(self) -> TypeExpr | None:
        """The type of a JSON body, or None if there is none."""
        return _joined(self.model, self.variant, many=self.many) if self.model else None


class ResponseKeys(SpecNode):
    """What an operation answers with when it succeeds."""

    model: TypeText | None = None
    """The type of the JSON body: a model, a variant, a union, or `list[...]` of one."""
    variant: str | None = None
    """The variant of the model: `{model: User, variant: Read}` is `User.Read`."""
    many: bool = False
    """Whether it is a list of them."""
    stream: TypeText | None = None
    """The type of each message of a stream, instead of one body."""
    format: Literal["sse"] | None = None
    """How a stream is written: `sse`, server-sent events."""
    paginate: Paging | None = None
    """Whether the list is handed out in pages, and what tells where one begins."""
    status: int | None = None
    """The status of success (default: 201 for POST, 204 without a body, else 200)."""
    description: str | None = None
    """What the answer holds."""

    @property
    def type(self) -> TypeExpr | None:
        """The type of the body, or None if there is none."""
        return _joined(self.model, self.variant, many=self.many) if self.model else None

    @property
    def page(self) -> str:
        """The model of its pages: `User.Read` gives `UserPage`, `User.Brief` `UserBriefPage`."""
        variant = self.variant or (self.model and self.model.member)
        element = f"{self.model.name if self.model else ''}{variant or ''}"
        return f"{element.removesuffix(READ) if variant == READ else element}Page"


class MessagesKeys(SpecNode):
    """What travels over a WebSocket, as the service sees it."""

    receive: TypeText | None = None
    """What the service is sent: a model, a variant or a union."""
    send: TypeText | None = None
    """What the service sends."""


PayloadSpec = Annotated[PayloadKeys, short("model")]
RequestSpec = Annotated[RequestKeys, short("model")]
ResponseSpec = Annotated[ResponseKeys, short("model")]


class HandlerSpec(SpecNode):
    """One operation."""

    method: Method
    """The HTTP method, or `WEBSOCKET`."""
    path: str
    """The path below the prefix: empty, `/active`, `/{user_id}`. Templates stand in `params`."""
    summary: str | None = None
    """What the operation does, in a few words."""
    description: str | None = None
    """What there is to know about it."""
    deprecated: DeprecationSpec = None
    """`true`, what to use instead, or `{text, since, sunset, use}`."""
    internal: bool = False
    """Whether it is for the project's own services only."""
    auth: str | None = None
    """The scheme of `services.yml` by which callers prove who they are, or `none`."""
    params: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """The templates of the path, each with its type: `user_id: User.id`."""
    query: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """The parameters behind the `?`."""
    headers: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """The headers that are read; `request_source` is `X-Request-Source` on the wire."""
    cookies: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """The cookies that are read."""
    request: RequestSpec | None = None
    """The body: `User.Create`, or `{file: {max_size: 5MB}}`."""
    response: ResponseSpec | None = None
    """What success looks like: `User.Read`, `list[User.Read]`, `{status: 204}`."""
    messages: MessagesKeys | None = None
    """What travels over a WebSocket: `{receive: ChatRequest, send: ChatReply}`, or one of them."""
    errors: list[str] = Field(default_factory=list[str])
    """The declared errors that it may answer with, and no others."""
    emits: list[str] = Field(default_factory=list[str])
    """The events that it may publish; they leave when the transaction has committed."""
    idempotency: Idempotency = "none"
    """Whether callers may, or must, send an `Idempotency-Key`: what comes again is done once."""


class RouterSpec(SpecNode):
    """The operations under one tag."""

    prefix: str = ""
    """What all paths begin with, such as `/users`."""
    tags: list[str] | None = None
    """The groups in the document (default: the name of the file)."""
    version: str | None = None
    """`v1` puts `/v1` before the prefix and into the ids of the operations."""
    description: str | None = None
    """What these operations are about."""
    auth: str | None = None
    """The scheme of `services.yml` by which callers prove who they are, or `none`."""
    handlers: dict[str, HandlerSpec]
    """The operations by name; the controller has a method for each."""


def _joined(model: TypeExpr, variant: str | None, *, many: bool) -> TypeExpr:
    type_ = model
    if variant is not None:
        type_ = TypeExpr(model.name, variant, (), model.nullable, model.start, model.end)
    if many:
        return TypeExpr("list", None, (type_,), nullable=False, start=type_.start, end=type_.end)
    return type_
