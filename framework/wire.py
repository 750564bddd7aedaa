"""What travels between processes, as plain values: both the compiler and the runtime read it.

The compiler publishes these fragments and the runtime accepts exactly what they describe. Patterns
are anchored, use `[0-9]`, have no look-around, and mean the same in Rust's engine and in ECMA 262.
"""

from __future__ import annotations

from typing import Final, NamedTuple

Schema = dict[str, object]

# Integers. 2**53 - 1 is the range on which every JSON implementation agrees (RFC 7493).
INT_MAX: Final = 2**53 - 1
INT_MIN: Final = -INT_MAX
INT32_MAX: Final = 2**31 - 1
INT32_MIN: Final = -(2**31)
INT64_MAX: Final = 2**63 - 1
INT64_MIN: Final = -(2**63)
FLOAT_MAX: Final = 1.7976931348623157e308

# Decimals that say nothing about their digits.
DECIMAL_DIGITS: Final = 28
DECIMAL_PLACES: Final = 10

# How an integer, a number and a boolean are spelt where there is only text: path, query, header.
INTEGER_TEXT: Final = r"^-?(0|[1-9][0-9]{0,18})$"
NUMBER_TEXT: Final = r"^-?(0|[1-9][0-9]{0,308})(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?$"

# PostgreSQL's text and jsonb cannot hold U+0000.
NUL_FREE: Final = r"^[^\x00]*$"

# Text as an item of a list in a header: commas and blanks around them are what separates items, and
# an item without a letter is none (RFC 9110, 5.6.1).
LISTED_TEXT: Final = r"^[^\x00-\x20\x7f,]([^\x00-\x1f\x7f,]*[^\x00-\x20\x7f,])?$"

_MONTH_DAY: Final = (
    r"((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_DAY: Final = r"([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)-02-29"
_INNER_YEAR: Final = r"(100[1-9]|10[1-9][0-9]|1[1-9][0-9]{2}|2[0-8][0-9]{2}|29[0-8][0-9]|299[0-8])"
_CLOCK: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
_OFFSET: Final = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

DATE: Final = rf"^([12][0-9]{{3}}-{_MONTH_DAY}|{_LEAP_DAY})$"
TIME: Final = rf"^{_CLOCK}$"
# The outermost years take `Z` only: with an offset their UTC value could leave the range.
DATETIME: Final = (
    rf"^(({_INNER_YEAR}-{_MONTH_DAY}|{_LEAP_DAY})T{_CLOCK}{_OFFSET}"
    rf"|(1000|2999)-{_MONTH_DAY}T{_CLOCK}Z)$"
)

_SECONDS: Final = r"[0-9]{1,6}(\.[0-9]{1,6})?S"
_MINUTES: Final = rf"[0-9]{{1,6}}M({_SECONDS})?"
_SMALL_CLOCK: Final = (
    r"T(([01]?[0-9]|2[0-3])H([0-5]?[0-9]M)?([0-5]?[0-9](\.[0-9]{1,6})?S)?"
    r"|[0-5]?[0-9]M([0-5]?[0-9](\.[0-9]{1,6})?S)?|[0-5]?[0-9](\.[0-9]{1,6})?S)"
)
# Beside days the smaller units stay below their next one, so that days never pass six digits.
DURATION: Final = (
    rf"^P([0-9]{{1,5}}W|[0-9]{{1,6}}D({_SMALL_CLOCK})?"
    rf"|T([0-9]{{1,6}}H({_MINUTES}|{_SECONDS})?|{_MINUTES}|{_SECONDS}))$"
)

UUID: Final = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"

_ATEXT: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_TOP: Final = r"[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])"
EMAIL_LENGTH: Final = 254
EMAIL_LOCAL_LENGTH: Final = 64
EMAIL: Final = rf"^{_ATEXT}(\.{_ATEXT})*@({_LABEL}\.)+{_TOP}$"

_PCHAR: Final = r"[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}"
URL_LENGTH: Final = 2048
# No user and password: an address that is logged must not carry a secret.
URL: Final = (
    rf"^https?://({_LABEL}\.)*{_LABEL}(:[0-9]{{1,5}})?"
    rf"(/({_PCHAR}|/)*)?(\?({_PCHAR}|[/?])*)?(#({_PCHAR}|[/?])*)?$"
)


BODY_DEPTH: Final = 64
# What a free-form JSON value may hold; its depth is bounded with the document it stands in.
JSON_STRING_LENGTH: Final = 65_536
JSON_KEY_LENGTH: Final = 256
JSON_ITEMS: Final = 1_000
JSON_NUMBER: Final = INT_MAX


def decimal_pattern(max_digits: int, decimal_places: int, *, signed: bool = True) -> str:
    """Return the pattern of a decimal: no exponent, no leading zeros, no more digits than given."""
    whole = max_digits - decimal_places
    integer = f"(0|[1-9][0-9]{{0,{whole - 1}}})" if whole else "0"
    fraction = rf"(\.[0-9]{{1,{decimal_places}}})?" if decimal_places else ""
    return f"^{'-?' if signed else ''}{integer}{fraction}$"


def base64_pattern(min_bytes: int = 0, max_bytes: int | None = None) -> str:
    """Return the pattern of canonical base64 that decodes to that many bytes."""
    tails = ("", "[A-Za-z0-9+/][AQgw]==", "[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=")
    forms: list[str] = []
    for rest, tail in enumerate(tails):
        least = max(0, -((rest - min_bytes) // 3))
        most = None if max_bytes is None else (max_bytes - rest) // 3
        if most is None or least <= most:
            count = f"{{{least},{'' if most is None else most}}}"
            forms.append(f"([A-Za-z0-9+/]{{4}}){count}{tail}")
    return f"^({'|'.join(forms)})$"


def json_value(ref: str) -> Schema:
    """Return the schema of any bounded JSON value; `ref` is where that schema will stand."""
    inner: Schema = {"$ref": ref}
    key: Schema = {"type": "string", "maxLength": JSON_KEY_LENGTH, "pattern": NUL_FREE}
    return {
        "anyOf": [
            {"type": ["null", "boolean"]},
            {"type": "number", "minimum": -JSON_NUMBER, "maximum": JSON_NUMBER},
            {"type": "string", "maxLength": JSON_STRING_LENGTH, "pattern": NUL_FREE},
            {"type": "array", "maxItems": JSON_ITEMS, "items": inner},
            {
                "type": "object",
                "maxProperties": JSON_ITEMS,
                "propertyNames": key,
                "additionalProperties": inner,
            },
        ]
    }


def _text(pattern: str, **keywords: object) -> Schema:
    return {"type": "string", **keywords, "pattern": pattern}


# Pages. A cursor is base64url of whole groups, so that everything of this pattern decodes.
PAGE_LIMIT: Final = 50
PAGE_LIMIT_MAX: Final = 100
CURSOR_GROUPS: Final = (8, 512)
CURSOR: Final = r"^([A-Za-z0-9_-]{4}){8,512}$"

# Idempotency keys: what can be seen of ASCII, so that no proxy changes one.
IDEMPOTENCY_KEY: Final = r"^[!-~]{1,255}$"
IDEMPOTENCY_HEADER: Final = "Idempotency-Key"
REPLAYED_HEADER: Final = "Idempotency-Replayed"

# Server-sent events: an id travels as a line, and comes back in the header `Last-Event-ID`.
EVENT_STREAM: Final = "text/event-stream"
EVENT_ID: Final = r"^[!-~]{1,128}$"

# By the type names of the spec language, and two that only the compiler says. `json` refers
# to itself as the document's root: put `json_value("#/components/schemas/...")` where it stands
# elsewhere. `time` and `duration` carry no asserted format: RFC 3339 asks `time` for an offset and
# forbids fractions in `duration`.
SCHEMAS: Final[dict[str, Schema]] = {
    "string": _text(NUL_FREE),
    "int": {"type": "integer", "minimum": INT_MIN, "maximum": INT_MAX},
    "int32": {"type": "integer", "format": "int32", "minimum": INT32_MIN, "maximum": INT32_MAX},
    "int64": {"type": "integer", "format": "int64", "minimum": INT64_MIN, "maximum": INT64_MAX},
    "float": {"type": "number", "format": "double", "minimum": -FLOAT_MAX, "maximum": FLOAT_MAX},
    "decimal": _text(decimal_pattern(DECIMAL_DIGITS, DECIMAL_PLACES), format="decimal"),
    "bool": {"type": "boolean"},
    "datetime": _text(DATETIME, format="date-time"),
    "date": _text(DATE, format="date"),
    "time": _text(TIME, format="time-local"),
    "duration": _text(DURATION),
    "uuid": _text(UUID, format="uuid"),
    "email": _text(EMAIL, format="email", maxLength=EMAIL_LENGTH),
    "url": _text(URL, format="uri", maxLength=URL_LENGTH),
    "bytes": _text(base64_pattern(), contentEncoding="base64"),
    "json": json_value("#"),
    "cursor": _text(CURSOR),
    "idempotency key": _text(IDEMPOTENCY_KEY),
    "last event id": _text(EVENT_ID),
}


class ProblemKind(NamedTuple):
    """A problem that the framework itself answers with; its type is `urn:problem:<name>`."""

    name: str
    status: int
    title: str


# What `Authorization` and headers of keys may hold: RFC 6750's b64token, and what is visible.
BEARER: Final = r"^[A-Za-z0-9._~+/-]+=*$"
VISIBLE: Final = r"^[!-~]+$"
CREDENTIAL_LENGTH: Final = 8_192

PROBLEM_MEDIA_TYPE: Final = "application/problem+json"
PROBLEM_PREFIX: Final = "urn:problem:"
INSTANCE_PREFIX: Final = "urn:request:"
REQUEST_ID: Final = r"^[A-Za-z0-9._-]{1,64}$"

FRAMEWORK_PROBLEMS: Final[tuple[ProblemKind, ...]] = (
    ProblemKind("malformed_body", 400, "The body cannot be read as JSON"),
    ProblemKind("malformed_form", 400, "The body cannot be read as a form"),
    ProblemKind("unauthorized", 401, "The caller is not known"),
    ProblemKind("forbidden", 403, "The caller may not do this"),
    ProblemKind("invalid_cursor", 400, "The cursor is none that this operation gave out"),
    ProblemKind("not_found", 404, "There is nothing at this address"),
    ProblemKind("method_not_allowed", 405, "The address does not take this method"),
    ProblemKind("payload_too_large", 413, "The body is larger than accepted"),
    ProblemKind("unsupported_media_type", 415, "The body is of a type that is not accepted"),
    ProblemKind("validation_failed", 422, "The request does not match the contract"),
    ProblemKind("idempotency_key_reused", 422, "The key came with another request before"),
    ProblemKind("internal_error", 500, "The service failed"),
    ProblemKind("not_ready", 503, "The service is not ready"),
    ProblemKind("service_unavailable", 503, "A service that is needed does not answer"),
)

_PROBLEM_MEMBERS: Final[dict[str, Schema]] = {
    "type": {"type": "string", "format": "uri-reference"},
    "title": {"type": "string"},
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "detail": {"type": "string"},
    "instance": {"type": "string", "format": "uri-reference"},
}

# RFC 9457. `instance` is `urn:request:` and the id that the logs and `X-Request-ID` carry.
PROBLEM_SCHEMA: Final[Schema] = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": _PROBLEM_MEMBERS,
}

_FIELD_ERROR: Final[Schema] = {
    "type": "object",
    "required": ["pointer", "code", "detail"],
    "properties": {
        "pointer": {
            "type": "string",
            "description": "JSON Pointer whose first step is body, path, query, header or cookie.",
        },
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
}

VALIDATION_PROBLEM_SCHEMA: Final[Schema] = {
    "type": "object",
    "required": ["type", "title", "status", "errors"],
    "properties": {
        **_PROBLEM_MEMBERS,
        "type": {"type": "string", "const": f"{PROBLEM_PREFIX}validation_failed"},
        "status": {"type": "integer", "const": 422},
        "errors": {"type": "array", "minItems": 1, "items": _FIELD_ERROR},
    },
}


def problem_kind(name: str) -> ProblemKind:
    """Return the framework's problem of that name."""
    return next(kind for kind in FRAMEWORK_PROBLEMS if kind.name == name)


def problem_schema(kind: ProblemKind) -> Schema:
    """Return the schema of one of the framework's problems, of which clients tell the type."""
    return {
        "type": "object",
        "description": kind.title,
        "required": ["type", "title", "status"],
        "properties": {
            **_PROBLEM_MEMBERS,
            "type": {"type": "string", "const": f"{PROBLEM_PREFIX}{kind.name}"},
            "status": {"type": "integer", "const": kind.status},
        },
    }
