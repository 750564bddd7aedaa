"""What is said when controllers and contract do not fit."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from framework.runtime.controllers import ControllerError, check_controllers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from decimal import Decimal


class Users(Protocol):
    """What the router calls."""

    async def get_user(self, *, user_id: int) -> str:
        """Show a user."""
        ...

    async def list_users(self) -> list[str]:
        """Show users."""
        ...


class Good:
    """Fits, with a parameter more that has a default."""

    def __init__(self, prefix: str = "u") -> None:
        """Prefix names."""
        self.prefix = prefix

    async def get_user(self, *, user_id: int, fast: bool = False) -> str:
        """Show a user."""
        return f"{self.prefix}{user_id}{fast}"

    async def list_users(self) -> list[str]:
        """Show users."""
        return [self.prefix]


class Feed(Protocol):
    """What the router of a stream calls."""

    def watch(self, *, last_event_id: str | None) -> AsyncIterator[str]:
        """Tell."""
        ...


class Streaming:
    """Yields."""

    async def watch(self, *, last_event_id: str | None) -> AsyncIterator[str]:
        """Tell."""
        yield last_event_id or ""


class Delegating:
    """Returns what another one yields."""

    def watch(self, *, last_event_id: str | None) -> AsyncIterator[str]:
        """Tell."""
        return Streaming().watch(last_event_id=last_event_id)


class Returning:
    """Answers once."""

    async def watch(self, *, last_event_id: str | None) -> list[str]:
        """Tell."""
        return [last_event_id or ""]


class Blocking:
    """Yields, and blocks all others meanwhile."""

    def watch(self, *, last_event_id: str | None) -> Iterator[str]:
        """Tell."""
        yield last_event_id or ""


@pytest.mark.parametrize("given", [Streaming, Delegating])
def test_a_stream_is_an_asynchronous_iterator(given: type) -> None:
    """`async def` and `yield`, or a function that returns such a one."""
    assert set(check_controllers("backend", {"feed": Feed}, {"feed": given})) == {"feed"}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (Returning, "`Returning.watch` does not stream: its messages are what it yields"),
        (Blocking, "`Blocking.watch` is not asynchronous: write `async def watch`"),
    ],
)
def test_what_does_not_stream_is_refused(given: type, sentence: str) -> None:
    """At start-up, with what to write instead."""
    with pytest.raises(ControllerError, match=sentence):
        check_controllers("backend", {"feed": Feed}, {"feed": given})


class Wrong:
    """Lacks a method, and another is synchronous."""

    def get_user(self, *, user_id: int) -> str:
        """Show a user."""
        return f"{user_id}"


class Strange:
    """Has other parameters."""

    async def get_user(self, *, name: str) -> str:
        """Show a user."""
        return name

    async def list_users(self, **options: object) -> list[str]:
        """Show users."""
        return [*options]


class Hidden(Good):
    """Asks for what exists for type checkers only."""

    def __init__(self, price: Decimal) -> None:
        """Keep it."""
        super().__init__(str(price))


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        (
            {},
            [
                (
                    "`backend` lacks the controller `users`: pass `users=Users`, which "
                    "`framework sync` scaffolds"
                )
            ],
        ),
        (
            {"users": Good, "user": Good},
            ["`backend` has no router `user`, only `users`: drop `user=...`"],
        ),
        (
            {"users": Good()},
            [
                (
                    "controller `users` of `backend` is a Good: pass the class, or a function that "
                    "returns a controller"
                )
            ],
        ),
        (
            {"users": Wrong},
            [
                "`Wrong.get_user` is not asynchronous: write `async def get_user`",
                (
                    f"`Wrong.list_users` is missing: `Users` in `{__name__}` says what it takes "
                    "and returns"
                ),
            ],
        ),
        (
            {"users": Strange},
            [
                "`Strange.get_user` lacks the keyword `user_id`, which its contract gives: add it",
                "`Strange.get_user` asks for `name`, which its contract does not give: drop it",
            ],
        ),
        (
            {"users": Hidden},
            [
                (
                    "`Hidden.__init__` names `Decimal`, which exists for type checkers only: "
                    "import it outside `if TYPE_CHECKING:`"
                )
            ],
        ),
    ],
)
def test_each_fault_is_one_sentence(given: dict[str, Any], sentences: list[str]) -> None:
    """All that is wrong is said at once, with what to do."""
    with pytest.raises(ControllerError) as error:
        check_controllers("backend", {"users": Users}, given)

    assert str(error.value).split("\n") == sentences


@pytest.mark.anyio
async def test_a_class_is_provided_by_a_coroutine_of_its_signature() -> None:
    """FastAPI sees the same parameters and constructs on the event loop."""
    provide = check_controllers("backend", {"users": Users}, {"users": Good})["users"]

    assert inspect.iscoroutinefunction(provide)
    assert inspect.signature(provide) == inspect.signature(Good, eval_str=True)
    assert (await provide(prefix="x")).prefix == "x"


def test_a_function_is_left_alone() -> None:
    """What provides a controller by itself is the author's business."""

    def provide() -> Good:
        return Good()

    provided = check_controllers("backend", {"users": Users}, {"users": provide})

    assert provided["users"] is provide
