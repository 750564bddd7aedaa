"""What `copier update` does: what is the user's stays, what is the template's arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.copier.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.copier.conftest import Project

pytestmark = pytest.mark.slow

OWNED = ["README.md", "specs/models/users.yaml", "services/backend/main.py"]
SOURCES = {"README.md": "templates/project/README.md.jinja"}
EVENTS = "specs/events/users.yaml"
ANSWERS = " M .copier-answers.yml"


def test_update_without_news_changes_nothing(project: Callable[..., Project]) -> None:
    """Not even the answers."""
    assert project().update() == []


@pytest.mark.parametrize("name", OWNED)
def test_edited_file_of_the_user_is_kept(project: Callable[..., Project], name: str) -> None:
    """Neither merged nor in conflict, though the template changed it, too."""
    shop = project()
    shop.write(name, "mine\n")
    shop.publish("v1.1.0", {SOURCES.get(name, name): "theirs\n"})

    assert shop.update() == [ANSWERS]
    assert (shop.path / name).read_text() == "mine\n"


@pytest.mark.parametrize("name", OWNED)
def test_deleted_file_of_the_user_stays_away(project: Callable[..., Project], name: str) -> None:
    """Even if the template changed it."""
    shop = project()
    shop.delete(name)
    shop.publish("v1.1.0", {SOURCES.get(name, name): "theirs\n"})

    assert shop.update() == [ANSWERS]


@pytest.mark.parametrize("name", OWNED)
def test_file_of_the_user_outlives_the_template(project: Callable[..., Project], name: str) -> None:
    """What the template drops, the project keeps."""
    shop = project()
    shop.publish("v1.1.0", {SOURCES.get(name, name): None})

    shop.update()
    assert (shop.path / name).exists()


def test_file_of_the_template_is_merged(project: Callable[..., Project]) -> None:
    """The user's lines and the template's come together."""
    shop = project()
    makefile = shop.template / "templates/project/Makefile.jinja"
    shop.write("Makefile", (shop.path / "Makefile").read_text() + "\nmine:\n\techo mine\n")
    shop.publish(
        "v1.1.0", {"templates/project/Makefile.jinja": "# theirs\n" + makefile.read_text()}
    )

    assert shop.update() == [ANSWERS, " M Makefile"]
    text = (shop.path / "Makefile").read_text()
    assert text.startswith("# theirs\n")
    assert text.endswith("mine:\n\techo mine\n")


def test_added_modules_equal_a_fresh_render(
    project: Callable[..., Project], rendered: Callable[..., Path]
) -> None:
    """It makes no difference when a module came."""
    modules = "backend, tg_bot, notifications, frontend"
    shop = project(modules="backend")

    shop.update(modules=modules)
    fresh, made = files(rendered(modules=modules)), files(shop.path)
    assert made.keys() == fresh.keys()
    different = {name for name in made if made[name] != fresh[name]}
    assert different <= {"pyproject.toml", "README.md"}  # another copy of the template; the user's


def test_events_of_the_user_survive_a_new_subscriber(project: Callable[..., Project]) -> None:
    """The list of subscribers depends on the modules, so that both sides write this file."""
    shop = project(modules="backend")
    own = "  user_forgotten: {message: UserRegistered, publish: [backend]}\n"
    shop.write(EVENTS, (shop.path / EVENTS).read_text() + own)

    shop.update(modules="backend, notifications")
    text = (shop.path / EVENTS).read_text()
    assert "    subscribe: [notifications]\n" in text
    assert text.endswith(own)


def test_deleted_events_stay_away(project: Callable[..., Project]) -> None:
    """As any file that a user deleted."""
    shop = project()
    shop.delete(EVENTS)
    shop.publish("v1.1.0", {f"templates/project/{EVENTS}.jinja": "theirs\n"})

    assert shop.update() == [ANSWERS]


def test_module_is_not_dropped_by_an_update(project: Callable[..., Project]) -> None:
    """An answer without it is refused with what to do instead."""
    with pytest.raises(ValueError, match="Keep notifications: an update only adds modules"):
        project().update(modules="backend")


def test_services_of_the_user_survive_a_new_module(project: Callable[..., Project]) -> None:
    """What stands below the last fence of services.yml conflicts with nothing."""
    shop = project()
    own = "  - {name: payments, type: python-fastapi, description: Takes money.}\n"
    shop.write("services.yml", (shop.path / "services.yml").read_text() + own)

    shop.update(modules="backend, notifications, tg_bot")
    text = (shop.path / "services.yml").read_text()
    assert "<<<<" not in text
    assert "- name: tg_bot\n" in text
    assert text.endswith(own)
