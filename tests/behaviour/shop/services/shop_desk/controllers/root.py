"""What `shop-desk` does at its root."""

from shared.generated.models.items import Maker


class RootController:
    """Answers with the name of what was called."""

    async def greet(self) -> Maker:
        """Greet."""
        return Maker(name="greeting")

    async def by_kind(self, *, kind: str) -> Maker:
        """Name the kind."""
        return Maker(name=kind)
