"""What people see in an editor that speaks to yaml-language-server, in the reference project."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.editor.server import editing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.editor.server import Editor

ROOT = Path(__file__).parents[2]
SERVER = "yaml-language-server@2.0.0"
PROJECT = ("specs", "shared/generated/schemas")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Open the reference project in an editor."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: it fetches the language server")
    tools = tmp_path_factory.mktemp("tools")
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", SERVER],
        cwd=tools,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    root = tmp_path_factory.mktemp("project").resolve()
    shutil.copy(ROOT / "services.yml", root)
    for folder in PROJECT:
        shutil.copytree(ROOT / folder, root / folder)
    command = [str(tools / "node_modules/.bin/yaml-language-server"), "--stdio"]
    with editing(command, root) as editor:
        yield editor


def opened(editor: Editor, like: str, text: str) -> tuple[str, list[str], int, int]:
    """Open a file beside `like` with its first line and `text`, whose `|` is the cursor."""
    first = (ROOT / like).read_text("utf-8").split("\n", 1)[0]
    before, _, after = text.partition("|")
    path = f"{like.rpartition('/')[0]}/{abs(hash(text))}.yaml".lstrip("/")
    marked = editor.open(path, f"{first}\n{before}{after}")
    line = before.count("\n") + 1
    return path, marked, line, len(before.rpartition("\n")[2])


def complete(editor: Editor, like: str, text: str) -> list[str]:
    """Return what is offered at the `|` in `text`."""
    path, _, line, column = opened(editor, like, text)
    return editor.complete(path, line, column)


MODELS = "specs/models/users.yaml"
ROUTER = "specs/routers/backend/users.yaml"
HANDLER = "rest:\n  handlers:\n    op:\n      "


@pytest.mark.parametrize(
    "path",
    ["services.yml", *sorted(str(p.relative_to(ROOT)) for p in (ROOT / "specs").rglob("*.yaml"))],
)
def test_the_specs_of_the_project_are_in_order(editor: Editor, path: str) -> None:
    """Nothing is marked in what compiles."""
    assert editor.open(path, (ROOT / path).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("like", "text", "offered"),
    [
        (
            MODELS,
            "models:\n  A:\n    fields:\n      nick:\n        type: string\n        |",
            "max_length",
        ),
        (MODELS, "models:\n  A:\n    fields:\n      own: |", "User.id"),
        (MODELS, "models:\n  A:\n    fields:\n      own:\n        type: |", "Role"),
        (MODELS, "|", "models"),
        (ROUTER, HANDLER + "response: |", "User.Read"),
        (ROUTER, HANDLER + "response:\n        model: |", "list[User.Read]"),
        (ROUTER, HANDLER + "method: |", "PATCH"),
        (ROUTER, HANDLER + "errors:\n        - |", "user_not_found"),
        (ROUTER, HANDLER + "emits:\n        - |", "user_registered"),
        (ROUTER, HANDLER + "params:\n        user_id: |", "User.id"),
        ("services.yml", "services:\n  - name: a\n    consumes:\n      - |", "backend.v1.get_user"),
        ("services.yml", "services:\n  - name: a\n    type: |", "python-faststream"),
    ],
)
def test_what_may_stand_there_is_offered(
    editor: Editor, like: str, text: str, offered: str
) -> None:
    """The keys of the language, and the names of the project."""
    assert offered in complete(editor, like, text)


@pytest.mark.parametrize(
    ("like", "text", "told"),
    [
        (
            MODELS,
            "models:\n  A:\n    fields:\n      nick: {type: string, max_|length: 9}",
            "The greatest number of characters",
        ),
        (MODELS, "models:\n  A:\n    fields:\n      ni|ck: {type: string}", "The keys of a field"),
        (ROUTER, HANDLER + "em|its: [user_registered]", "when the transaction has committed"),
        (ROUTER, HANDLER + "res|ponse: User.Read", "What success looks like"),
    ],
)
def test_each_key_is_explained(editor: Editor, like: str, text: str, told: str) -> None:
    """The text below the key in its spec class."""
    path, _, line, column = opened(editor, like, text)

    assert told in editor.hover(path, line, column)


@pytest.mark.parametrize(
    ("like", "text", "marked"),
    [
        (MODELS, "models:\n  A:\n    fields:\n      a: {type: int, colour: red}|", "colour"),
        (MODELS, "model:\n  A: {}|", "model"),
        (ROUTER, HANDLER + "methd: GET|", "methd"),
        (ROUTER, HANDLER + 'method: FETCH\n      path: ""|', "GET"),
        (
            ROUTER,
            HANDLER + 'method: GET\n      path: ""\n      response: "list[User"|',
            "not accepted",
        ),
    ],
)
def test_what_does_not_exist_is_marked(editor: Editor, like: str, text: str, marked: str) -> None:
    """At once, while it is written."""
    _, found, _, _ = opened(editor, like, text)

    assert any(marked in message for message in found), found


def test_a_new_name_is_not_marked(editor: Editor) -> None:
    """What was declared a moment ago is in no schema yet."""
    _, found, _, _ = opened(
        editor, MODELS, "models:\n  A: {fields: {b: B}}\n  B: {fields: {c: int}}|"
    )

    assert found == []
