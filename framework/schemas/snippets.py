"""What editors insert whole: the usual form of what people write most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framework.spec import (
    EnumSpec,
    ErrorSpec,
    EventSpec,
    FieldKeys,
    HandlerSpec,
    ModelSpec,
    RequestKeys,
    ServiceSpec,
    UnionSpec,
)

if TYPE_CHECKING:
    from framework.spec.base import SpecNode

Snippet = dict[str, Any]


def _snippet(label: str, text: str, body: object) -> Snippet:
    return {"label": label, "description": text, "body": body}


_KEY = "${1:User}.${2:id}"

SNIPPETS: dict[type[SpecNode], list[Snippet]] = {
    ModelSpec: [
        _snippet(
            "model",
            "A model with its usual variants",
            {
                "description": "$1",
                "fields": {"id": {"type": "int", "readonly": True, "ge": 1}},
                "variants": {"Create": {}, "Update": {"optional": "all"}, "Read": {}},
            },
        ),
        _snippet(
            "mixin", "Fields that several models share", {"mixin": True, "fields": {"$1": "$2"}}
        ),
    ],
    FieldKeys: [
        _snippet("text", "A bounded text", {"type": "string", "max_length": "^${1:200}"}),
        _snippet("list", "A bounded list", {"type": "list[${1:string}]", "max_items": "^${2:100}"}),
        _snippet("id", "An id that the server gives", {"type": "int", "readonly": True, "ge": 1}),
    ],
    EnumSpec: [_snippet("enum", "A closed set of texts", {"values": ["$1"]})],
    UnionSpec: [
        _snippet(
            "union", "One of several models", {"discriminator": "${1:kind}", "of": ["$2", "$3"]}
        )
    ],
    ErrorSpec: [
        _snippet(
            "not found", "Nothing has this id", {"status": 404, "title": "${1:User} not found"}
        ),
        _snippet("conflict", "Something else is in the way", {"status": 409, "title": "$1"}),
    ],
    EventSpec: [
        _snippet(
            "event",
            "An event from one service to others",
            {"message": "$1", "publish": ["$2"], "subscribe": ["$3"]},
        )
    ],
    HandlerSpec: [
        _snippet(
            "list",
            "GET of a list",
            {"method": "GET", "path": "", "response": "list[${1:User}.Read]"},
        ),
        _snippet(
            "create",
            "POST of a new one",
            {
                "method": "POST",
                "path": "",
                "request": "${1:User}.Create",
                "response": "${1:User}.Read",
            },
        ),
        _snippet(
            "read",
            "GET of one",
            {
                "method": "GET",
                "path": "/{${3:user_id}}",
                "params": {"${3:user_id}": _KEY},
                "response": "${1:User}.Read",
                "errors": ["$4"],
            },
        ),
        _snippet(
            "update",
            "PATCH of one",
            {
                "method": "PATCH",
                "path": "/{${3:user_id}}",
                "params": {"${3:user_id}": _KEY},
                "request": "${1:User}.Update",
                "response": "${1:User}.Read",
                "errors": ["$4"],
            },
        ),
        _snippet(
            "delete",
            "DELETE of one",
            {
                "method": "DELETE",
                "path": "/{${3:user_id}}",
                "params": {"${3:user_id}": _KEY},
                "errors": ["$4"],
            },
        ),
    ],
    RequestKeys: [
        _snippet(
            "file",
            "A file as the body",
            {"file": {"max_size": "${1:5MB}", "content_types": ["${2:image/png}"]}},
        )
    ],
    ServiceSpec: [
        _snippet(
            "HTTP service",
            "Answers requests",
            {
                "name": "$1",
                "type": "python-fastapi",
                "description": "$2",
                "access": ["$3"],
                "exposes": ["rest"],
            },
        ),
        _snippet(
            "worker",
            "Takes events",
            {
                "name": "$1",
                "type": "python-faststream",
                "description": "$2",
                "access": ["broker"],
            },
        ),
    ],
}
