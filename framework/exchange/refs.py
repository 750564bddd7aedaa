"""Follow the references of a document, within it and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from framework.exchange.rules import BAD_REFERENCE, MALFORMED
from framework.exchange.twins import twins

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.syntax import Json, Path

_MOST_STEPS = 64
_PREFIX = "#/components/schemas/"


class References:
    """The root of the document, and the way to what a `$ref` names."""

    def __init__(self, root: dict[str, Json], losses: Losses) -> None:
        """Look below `root`; what leads nowhere is reported to `losses`."""
        self.root = root
        self._losses = losses
        self._twins = {f"{_PREFIX}{name}": base for name, base in twins(root).items()}

    def has_twin(self, name: str) -> bool:
        """Tell whether a schema says the same as another one, by which it goes."""
        return f"{_PREFIX}{name}" in self._twins

    def follow(self, value: Json, at: Path) -> tuple[dict[str, Json], Path] | None:
        """Return the mapping that `value` is or refers to, with its place, if there is one."""
        steps = 0
        while isinstance(value, dict) and "$ref" in value:
            found = self._step(value["$ref"], (*at, "$ref"))
            steps += 1
            if found is None:
                return None
            if steps > _MOST_STEPS:
                self._losses.say(BAD_REFERENCE, at, "references lead on and on", key=False)
                return None
            value, at = found
        if not isinstance(value, dict):
            self._losses.say(MALFORMED, at, "expected a mapping", "left out", key=False)
            return None
        return value, at

    def _step(self, target: Json, at: Path) -> tuple[Json, Path] | None:
        if not isinstance(target, str):
            self._losses.say(MALFORMED, at, "`$ref` is no text", key=False)
            return None
        if target != "#" and not target.startswith("#/"):
            said = f"`{target[:80]}` is outside of the document"
            self._losses.say(BAD_REFERENCE, at, said, "not read", key=False)
            return None
        target = _PREFIX + self._twins[target] if target in self._twins else target
        path: list[str | int] = []
        value: Json = self.root
        for part in target.removeprefix("#").split("/")[1:]:
            name = unquote(part).replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and name in value:
                value = value[name]
                path.append(name)
            elif isinstance(value, list) and name.isdecimal() and int(name) < len(value):
                value = value[int(name)]
                path.append(int(name))
            else:
                said = f"`{target[:80]}` is not in the document"
                self._losses.say(BAD_REFERENCE, at, said, key=False)
                return None
        return value, tuple(path)
