"""Make names that the language takes of names that others gave."""

from __future__ import annotations

import re
import unicodedata
from keyword import iskeyword
from typing import TYPE_CHECKING

from framework.check.models.field_name import MEMBERS
from framework.check.names import IMPORTED, TYPES, WORDS, pascal, snake

if TYPE_CHECKING:
    from collections.abc import Container

MAX_NAME = 80
_SPOKEN = (("+", " plus "), ("@", " at "), ("$", " "), ("&", " and "), ("%", " percent "))
_MINUS = re.compile(r"^-(?=\d)")
_NOT_NAME = re.compile(r"[^A-Za-z0-9]+")
_TAKEN_BY_CALLS = WORDS | {"router", "provide", "operation", "json_body", "controller", "payload"}
_TAKEN_BY_FILES = frozenset({"settings", "controllers", "self"})
_TAKEN_BY_PARAMETERS = frozenset({"self", "cls", "payload", "controller"})


_HIDDEN = TYPES | IMPORTED | MEMBERS


class Names:
    """Names of one namespace: a name that is taken gets the next free number behind it."""

    def __init__(self, taken: Container[str] = ()) -> None:
        """Refuse what is in `taken`."""
        self._reserved = taken
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, wanted: str, *also: str, mark: str = "") -> str:
        """Return `wanted`, or that with a number; `also` are endings that must be free, too."""
        number = self._last.get(wanted, 0) + 1
        name = wanted if number == 1 else f"{wanted}{mark}{number}"
        while not self.is_free(name, *also):
            number += 1
            name = f"{wanted}{mark}{number}"
        self._last[wanted] = number
        self._taken.update(f"{name}{ending}".lower() for ending in ("", *also))
        return name

    def is_free(self, name: str, *also: str) -> bool:
        """Tell whether a name, and that with each of the endings, can be taken."""
        wanted = [name, *(f"{name}{ending}" for ending in also)]
        return all(n not in self._reserved and n.lower() not in self._taken for n in wanted)


def type_name(text: str) -> str:
    """Return `simple-user` as `SimpleUser`; never empty, never a name that modules import."""
    name = pascal(_NOT_NAME.sub(" ", _plain(text)))[:MAX_NAME]
    if not name or not name[0].isalpha():
        name = f"Model{name}"
    return f"{name}Model" if name in IMPORTED else name


def field_name(text: str, taken: Container[str]) -> str:
    """Return a name for the field `text`; `text` itself if Python and Pydantic can carry it."""
    if text.isascii() and text.isidentifier() and len(text) <= MAX_NAME:
        name = text
    else:
        name = snake(_plain(text))[:MAX_NAME] or "field"
    if name.startswith("_") or not name[0].isalpha():
        name = f"field_{name.lstrip('_')}"
    while iskeyword(name) or name in _HIDDEN or name in taken:
        name = f"{snake(name) or 'field'}_"
    return name


def word_name(text: str, fallback: str) -> str:
    """Return `repos/list-for-org` as `repos_list_for_org`: a name in snake_case."""
    name = re.sub(r"_+", "_", snake(_plain(text)))[:MAX_NAME].strip("_")
    if not name or not name[0].isalpha():
        name = f"{fallback}_{name}".strip("_")
    return name


def operation_name(text: str) -> str:
    """Return the name of an operation."""
    name = word_name(text, "call")
    return f"call_{name}" if iskeyword(name) or name in _TAKEN_BY_CALLS else name


def tag_name(text: str) -> str:
    """Return the name of a router's file."""
    name = word_name(text, "api")
    return f"{name}_api" if iskeyword(name) or name in _TAKEN_BY_FILES else name


def parameter_name(text: str) -> str:
    """Return the name of a parameter."""
    name = text
    if not (text.isascii() and text.isidentifier() and len(text) <= MAX_NAME):
        name = word_name(text, "value")
    if name.startswith("_"):
        name = name.lstrip("_") or "value"
    return f"{name}_" if iskeyword(name) or name in _TAKEN_BY_PARAMETERS else name


def _plain(text: str) -> str:
    """Return a text with what can be spoken spoken, and letters of others without their marks."""
    text = _MINUS.sub(" minus ", text)
    for mark, word in _SPOKEN:
        text = text.replace(mark, word)
    decomposed = unicodedata.normalize("NFKD", text)
    return decomposed.encode("ascii", "ignore").decode("ascii")
