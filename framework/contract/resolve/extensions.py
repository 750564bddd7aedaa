"""The `x-...` keys of a spec, on their way to the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.types import Extensions
    from framework.spec.base import SpecNode


def extensions_of(*nodes: SpecNode | None) -> Extensions:
    """Return the extensions of `nodes`, sorted; where two say the same key the later one wins."""
    merged: dict[str, object] = {}
    for node in nodes:
        if node is not None:
            merged.update(node.extensions)
    return tuple(sorted(merged.items())) if merged else ()
