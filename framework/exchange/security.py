"""Read who may call: security schemes, and which operations ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.keywords import extensions_in, mapping, text
from framework.exchange.names import Names, word_name
from framework.exchange.rules import MALFORMED, NOT_SAID, RENAMED, SECURITY
from framework.spec import NONE

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.exchange.refs import References
    from framework.syntax import Json, Path

_TOKENS = frozenset({"oauth2", "openIdConnect"})
_TOLD = frozenset({"type", "scheme", "bearerFormat", "in", "name", "description"})


class Security:
    """The schemes of a document; `used` are the entries of those that protect something."""

    def __init__(self, references: References, losses: Losses) -> None:
        """Read the schemes; those that the language cannot say are reported to `losses`."""
        self.used: dict[str, Json] = {}
        self._losses = losses
        self._root = references.root
        self._known: dict[str, tuple[str, dict[str, Json]]] = {}
        names = Names({NONE, "url"})
        components = mapping(self._root.get("components"))
        for name, said in mapping(components.get("securitySchemes")).items():
            at: Path = ("components", "securitySchemes", name)
            found = references.follow(said, at)
            entry = _entry(found[0], at, losses) if found else None
            if entry is not None:
                legal = names.take(word_name(name, "scheme"), mark="_")
                self._known[name] = (legal, entry)
                if legal != name:
                    losses.say(RENAMED, at, f"security scheme `{name[:80]}` is `{legal}`")

    def of(self, operation: dict[str, Json], at: Path) -> str:
        """Return the scheme that an operation asks for, or `none`."""
        holder, where = (operation, at) if "security" in operation else (self._root, ())
        asked, place = holder.get("security", []), (*where, "security")
        if not isinstance(asked, list):
            self._losses.say(MALFORMED, place, "expected a list", "it asks for nothing")
            return NONE
        ways = [way for way in asked if isinstance(way, dict)]
        if not ways or {} in ways:
            if len(ways) > 1:
                self._losses.say(SECURITY, place, "credentials that may be absent", "it asks none")
            return NONE
        chosen = next((way for way in ways if way.keys() & self._known.keys()), None)
        if chosen is None:
            self._losses.say(SECURITY, place, "who may call", "anybody may")
            return NONE
        if len(ways) > 1 or len(chosen) > 1:
            self._losses.say(SECURITY, place, "several schemes", "it asks for one of them")
        name = next(name for name in chosen if name in self._known)
        if chosen[name]:
            self._losses.say(SECURITY, place, "scopes", "it asks for the scheme alone")
        legal, entry = self._known[name]
        self.used[legal] = entry
        return legal


def _entry(said: dict[str, Json], at: Path, losses: Losses) -> dict[str, Json] | None:
    described = {"description": value} if (value := text(said.get("description"))) else {}
    told: dict[str, Json] = {**described, **extensions_in(said)}
    type_, name = said.get("type"), text(said.get("name"))
    if type_ == "http" and str(said.get("scheme")).lower() == "bearer":
        return {"type": "http", "scheme": "bearer", **told}
    if type_ == "apiKey" and said.get("in") == "header" and name:
        return {"type": "apiKey", "in": "header", "name": name, **told}
    if isinstance(type_, str) and type_ in _TOKENS:
        for key in said.keys() - _TOLD - told.keys():
            losses.say(NOT_SAID, (*at, key), f"`{key[:40]}` of a security scheme")
        losses.say(SECURITY, at, f"where tokens of `{type_}` come from", "it is a bearer token")
        return {"type": "http", "scheme": "bearer", **told}
    losses.say(SECURITY, at, f"security scheme `{str(at[-1])[:40]}`", "left out")
    return None
