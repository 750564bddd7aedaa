"""What names may look like, and what they turn into in Python."""

from __future__ import annotations

import builtins
import json
import re
from keyword import iskeyword

_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_SERVICE = re.compile(r"[a-z][a-z0-9_-]{0,127}")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

IMPORTED = frozenset(
    # typing and the standard library
    {"Annotated", "Any", "AsyncIterator", "Awaitable", "Callable", "ClassVar", "Decimal", "Final"}
    | {"Generic", "Iterator", "Literal", "Mapping", "Never", "Optional", "PurePosixPath"}
    | {"Protocol", "Self", "Sequence", "StrEnum", "TypeAlias", "TypeVar", "TypedDict", "UUID"}
    | {"Union", "Unpack", "AbstractAsyncContextManager", "IntEnum", "Enum"}
    # pydantic, fastapi, starlette, faststream
    | {"APIRouter", "BaseModel", "ConfigDict", "Cookie", "Depends", "Discriminator", "FastAPI"}
    | {"Field", "Header", "MISSING", "Path", "Query", "Request", "Response", "RootModel", "Tag"}
    | {"Starlette", "TypeAdapter", "WebSocket", "Body", "Context"}
    # the runtime: wire types first
    | {"Bool", "Bytes", "Date", "DateTime", "DecimalText", "Duration", "Email", "Float"}
    | {
        "CommaSeparated",
        "Exactly",
        "Int",
        "Int32",
        "Int64",
        "Json",
        "MultipleOf",
        "Pattern",
        "String",
        "Time",
        "UniqueItems",
        "Url",
        "Uuid",
    }
    | {"Consumers", "ContractRoute", "Controller", "Event", "Model", "Problem", "Publisher"}
    | {"Retention", "RetryPolicy"}
    | {"ServiceSettings", "Session", "FieldError", "Upload"}
    | {"LastEventId", "EventStream", "Sessions", "Socket", "Stream", "Streamed"}
    | {"CursorPage", "CursorQuery", "CursorRequest", "CursorText", "IdempotencyKey", "Once"}
    | {"OffsetPage", "OffsetQuery", "OffsetRequest"}
    # what documents define
    | {"JsonValue", "ValidationProblem"}
    | {name for name in dir(builtins) if name[0].isupper()}
)
"""Class names that generated modules import or define."""

TYPES = frozenset({"dict", "list", "set", "dt", "b64decode"})
"""Small names that annotations and defaults of models use, and that a field would hide."""

WORDS = TYPES | {"bool", "bytes", "float", "int", "str"} | {"date", "datetime", "time", "timedelta"}
"""Small names that signatures use, and that a method would hide."""

ROUTES = frozenset(
    {"controller", "operation", "payload", "provide", "router", "socket_of", "socket_route"}
    | {"file_body", "form_body", "json_body"}
    | {"cursor_request", "idempotent", "offset_request", "once", "page"}
)
"""Small names that routers use, and that an operation would hide."""


def is_pascal(name: str) -> bool:
    """Tell whether `name` is PascalCase, in ASCII."""
    return _PASCAL.fullmatch(name) is not None


def is_snake(name: str) -> bool:
    """Tell whether `name` is snake_case, in ASCII."""
    return _SNAKE.fullmatch(name) is not None


def is_service(name: str) -> bool:
    """Tell whether `name` is fit for a service or a resource."""
    return _SERVICE.fullmatch(name) is not None


def is_identifier(name: str) -> bool:
    """Tell whether `name` is a Python identifier of ASCII that is no keyword."""
    return _IDENTIFIER.fullmatch(name) is not None and not iskeyword(name)


def pascal(name: str) -> str:
    """Return `email_taken` as `EmailTaken`."""
    words = _NOT_WORD.split(name)
    return "".join(word[:1].upper() + word[1:] for word in words)


def snake(name: str) -> str:
    """Return `EmailTaken` or `email-taken` as `email_taken`."""
    return _NOT_WORD.sub("_", _HUMP.sub("_", name)).strip("_").lower()


def package(service: str) -> str:
    """Return the Python package of a service."""
    return service.replace("-", "_")


def aliased(name: str, wire: str) -> str | None:
    """Return the fix for a name that Python cannot carry: another one, and an alias."""
    wanted = f"{snake(name)}_"
    if not name.isascii() or not is_identifier(wanted) or len(wire) > 40:  # noqa: PLR2004  # a fix is a line
        return None
    written = wire if is_plain(wire) else json.dumps(wire)
    return f"write `{wanted}: {{..., alias: {written}}}`"


def is_plain(text: str) -> bool:
    """Tell whether YAML reads `text` as text without quotes, wherever it stands."""
    return _PLAIN.fullmatch(text) is not None and text.lower() not in {"true", "false", "null"}


def shown(name: str) -> str:
    """Return a name as a sentence can hold it: on one line, not longer than forty characters."""
    return name if len(name) <= 40 else f"{name[:40]}…"  # noqa: PLR2004  # said in the line above
