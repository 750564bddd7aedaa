"""A controller that is missing or incomplete: a sentence at start-up and a type error before."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from framework.runtime.controllers import ControllerError
from tests.behaviour.recorder import recorder

ROOT_FOLDER = Path(__file__).parents[2]
PREAMBLE = """
from framework.runtime.settings import ServiceSettings
from services.shop_desk.controllers.events import EventsController as Events
from services.shop_desk.controllers.items import ItemsController as Items
from services.shop_desk.controllers.root import RootController
from shared.generated.events.publishers.mailer import MailerPublisher
from shared.generated.models.items import Counted, ItemStored, Maker
from shared.generated.services.shop_desk import create_app

SETTINGS = ServiceSettings()
"""
ROOT = """
class Root:
    async def greet(self) -> Maker:
        return Maker(name="x")
"""
MAKE = "\n        return Maker(name='x')\n"
START = "create_app(SETTINGS, items=Items, root=Root, events=Events)"
UNFIT = '"root" to "create_app" has incompatible type "type[Root]"'
PROBES = {
    "complete": ("create_app(SETTINGS, items=Items, root=RootController, events=Events)", ""),
    "missing": ("create_app(SETTINGS, items=Items, root=RootController)", '"events"'),
    "unknown": (
        "create_app(SETTINGS, items=Items, root=RootController, events=Events, users=Items)",
        '"users"',
    ),
    "incomplete": (f"{ROOT}{START}", UNFIT),
    "synchronous": (f"{ROOT}    def by_kind(self, *, kind: str) -> Maker:{MAKE}{START}", UNFIT),
    "type": (f"{ROOT}    async def by_kind(self, *, kind: int) -> Maker:{MAKE}{START}", UNFIT),
    "publisher": (
        (
            "async def tell(publisher: MailerPublisher, message: ItemStored) -> None:\n"
            "    await publisher.counted(Counted(count=1))\n"
            "    await publisher.item_stored(message)"
        ),
        '"MailerPublisher" has no attribute "item_stored"',
    ),
    "message": (
        (
            "async def tell(publisher: MailerPublisher, message: ItemStored) -> None:\n"
            "    await publisher.counted(message)"
        ),
        'has incompatible type "ItemStored"; expected "Counted"',
    ),
}


@pytest.fixture
def complete(shop: Path) -> dict[str, Any]:
    """Return a controller for each router and for the events of `shop-desk`."""
    del shop
    protocols = import_module("shared.generated.controllers.shop_desk")
    return {
        "items": recorder(protocols.ItemsController, []),
        "root": recorder(protocols.RootController, []),
        "events": recorder(protocols.EventsController, []),
    }


def start(**controllers: object) -> object:
    """Compose `shop-desk` of these controllers."""
    settings = import_module("services.shop_desk.settings").Settings()
    create_app = import_module("shared.generated.services.shop_desk").create_app
    return create_app(settings, **controllers)


class Greeting:
    """A controller that knows one of two operations."""

    async def greet(self) -> None:
        """Greet."""


class Synchronous(Greeting):
    """A controller of which one method does not wait."""

    def by_kind(self, *, kind: str) -> None:
        """Do not wait."""


class Positional(Greeting):
    """A controller that names an argument differently."""

    async def by_kind(self, *, name: str) -> None:
        """Take another name."""


def test_all_controllers_together_start(complete: dict[str, Any]) -> None:
    """Classes fit, and so does a function that returns a controller."""

    def provide() -> object:
        return complete["root"]()

    assert start(**complete)
    assert start(**{**complete, "root": provide})


@pytest.mark.parametrize(
    ("root", "sentence"),
    [
        (
            Greeting,
            (
                "`Greeting.by_kind` is missing: `RootController` in "
                "`shared.generated.controllers.shop_desk` says what it takes and returns"
            ),
        ),
        (Synchronous, "`Synchronous.by_kind` is not asynchronous: write `async def by_kind`"),
        (
            Positional,
            (
                "`Positional.by_kind` lacks the keyword `kind`, which its contract gives: add it\n"
                "`Positional.by_kind` asks for `name`, which its contract does not give: drop it"
            ),
        ),
        (
            Greeting(),
            (
                "controller `root` of `shop-desk` is a Greeting: pass the class, or a function "
                "that returns a controller"
            ),
        ),
    ],
)
def test_a_controller_that_does_not_fit_is_told_at_start_up(
    complete: dict[str, Any], root: object, sentence: str
) -> None:
    """The sentence names the class, what is wrong with it and what to do."""
    with pytest.raises(ControllerError) as raised:
        start(**{**complete, "root": root})

    assert str(raised.value) == sentence


def test_a_controller_that_is_missing_is_told_at_start_up(complete: dict[str, Any]) -> None:
    """One sentence for each, and for those that nobody asked for."""
    with pytest.raises(ControllerError) as raised:
        start(items=complete["items"], users=complete["root"])

    assert str(raised.value).splitlines() == [
        (
            "`shop-desk` lacks the controller `root`: pass `root=RootController`, which "
            "`framework sync` scaffolds"
        ),
        (
            "`shop-desk` lacks the controller `events`: pass `events=EventsController`, which "
            "`framework sync` scaffolds"
        ),
        "`shop-desk` has no router `users`, only `items`, `root`, `events`: drop `users=...`",
    ]


def test_a_worker_is_checked_like_an_application(shop: Path) -> None:
    """A forgotten consumer never starts."""
    del shop
    settings = import_module("services.mailer.settings").Settings()
    create_worker = import_module("shared.generated.services.mailer").create_worker

    with pytest.raises(ControllerError, match="`mailer` lacks the controller `events`"):
        create_worker(settings)


@pytest.fixture(scope="module")
def said(shop_root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run mypy --strict over all probes at once, as a user of the shop would."""
    folder = tmp_path_factory.mktemp("probes")
    for name, (code, _) in PROBES.items():
        (folder / f"probe_{name}.py").write_text(f"{PREAMBLE}\n{code}\n", "utf-8")
    options = ["--strict", "--explicit-package-bases", f"--config-file={os.devnull}"]
    path = os.pathsep.join(map(str, (shop_root, folder, ROOT_FOLDER)))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "--no-incremental", str(folder)],
        env={**os.environ, "MYPYPATH": path},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", PROBES)
def test_what_start_up_refuses_is_a_type_error(said: str, name: str) -> None:
    """A strict type checker says so before anything runs, and accepts what is complete."""
    lines = [line for line in said.splitlines() if line.startswith(f"probe_{name}.py:")]
    errors = [line for line in lines if ": error:" in line]
    _, expected = PROBES[name]

    assert len(errors) == bool(expected), said
    assert expected in "".join(errors)
