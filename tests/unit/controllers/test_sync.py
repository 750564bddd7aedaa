"""`framework sync`: code for what nobody wrote yet, and not a byte of what somebody did."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework.controllers import scaffold, sync
from framework.pipeline import contract_of
from framework.write.create import create
from framework.write.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent
SERVICES = """
version: 1
resources: {store: {type: sqlite}, broker: {type: redis}}
services:
  - {name: web-shop, type: python-fastapi, access: [store, broker], exposes: [rest]}
  - {name: quiet, type: python-fastapi, exposes: [rest]}
  - {name: mailer, type: python-faststream, access: [broker]}
  - {name: bot, type: python, access: [broker]}
  - {name: page, type: node}
  - {name: jobs, type: default}
"""
MODELS = "models: {Item: {fields: {id: {type: uuid, readonly: true}, at: datetime}, "
MODELS += "variants: {Create: {}, Read: {}}}}"
EVENTS = "events: {item_made: {message: Item, publish: [web-shop], subscribe: [mailer, web-shop]}}"
HOSTILE = r"""'Makes: \ """ + '"""' + """ # {{ x }}'"""
ITEMS = f"""
rest:
  prefix: /items
  handlers:
    make_item:
      summary: {HOSTILE}
      method: POST
      path: ""
      request: Item
      response: Item
      emits: [item_made]
    watch_items: {{method: GET, path: /watch, response: {{stream: Item}}}}
    haggle: {{method: WEBSOCKET, path: /haggle, messages: {{receive: Item, send: Item}}}}
    list_items: {{method: GET, path: "", description: "lists\\nthem all", response: "list[Item]"}}
    drop_item:
      method: DELETE
      path: "/{{item_id}}"
      params: {{item_id: Item.id}}
      query: {{at: date, why: string?}}
"""
STATUS = "rest: {handlers: {status: {method: GET, path: /status, response: {status: 204}}}}"
CREATED = (
    "services/bot/main.py",
    "services/bot/settings.py",
    "services/jobs/README.md",
    "services/mailer/controllers/events.py",
    "services/mailer/main.py",
    "services/mailer/settings.py",
    "services/page/README.md",
    "services/quiet/controllers/status.py",
    "services/quiet/main.py",
    "services/quiet/settings.py",
    "services/web_shop/controllers/events.py",
    "services/web_shop/controllers/items.py",
    "services/web_shop/main.py",
    "services/web_shop/settings.py",
)
BOOT = """
import asyncio, importlib, sys
import httpx

async def ask(name, requests):
    app = importlib.import_module(f"services.{name}.main").create()
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            for method, path, body in requests:
                answer = await client.request(method, path, json=body)
                print(name, method, path, answer.status_code, answer.headers.get("content-type"))

item = "/items/00000000-0000-0000-0000-000000000000"
asyncio.run(ask("web_shop", [
    ("GET", "/items", None),
    ("GET", "/items/watch", None),
    ("POST", "/items", {"at": "2026-01-02T03:04:05Z"}),
    ("DELETE", f"{item}?at=2026-01-02", None),
    ("GET", "/health/ready", None),
]))
asyncio.run(ask("quiet", [("GET", "/status", None)]))
asyncio.run(ask("mailer", [("GET", "/health/ready", None)]))
importlib.import_module("services.bot.main").main()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write the specs of a project that has no code yet."""
    files = {
        "services.yml": SERVICES,
        "specs/models.yaml": MODELS,
        "specs/events.yaml": EVENTS,
        "specs/routers/web-shop/items.yaml": ITEMS,
        "specs/routers/quiet/status.yaml": STATUS,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in the project, with the framework importable."""
    path = os.pathsep.join((str(root), str(root / "framework-only")))
    (root / "framework-only").mkdir(exist_ok=True)
    link = root / "framework-only" / "framework"
    if not link.exists():
        link.symlink_to(ROOT / "framework")
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def state(root: Path) -> dict[Path, tuple[bytes, int]]:
    """Return the content and the time of each file below `services`."""
    files = (path for path in (root / "services").rglob("*") if path.is_file())
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_each_type_of_service_gets_its_first_files(project: Path) -> None:
    """By type, by router, by subscription; the paths are told, sorted."""
    assert sync(project) == CREATED
    assert all((project / path).is_file() for path in CREATED)


def test_a_second_run_creates_nothing(project: Path) -> None:
    """What exists stays as it is, in content and time."""
    sync(project)
    before = state(project)

    assert sync(project) == ()
    assert state(project) == before


def test_what_somebody_wrote_is_not_touched(project: Path) -> None:
    """Neither a controller of another shape nor an empty file; what is missing is added."""
    own = project / "services" / "web_shop" / "controllers" / "items.py"
    own.parent.mkdir(parents=True)
    own.write_text("# mine\n", "utf-8")
    empty = project / "services" / "bot" / "main.py"
    empty.parent.mkdir(parents=True)
    empty.touch()
    before = state(project)

    created = sync(project)

    assert {*CREATED} - {*created} == {
        "services/web_shop/controllers/items.py",
        "services/bot/main.py",
    }
    assert before.items() <= state(project).items()


def test_a_new_router_gets_a_controller_only(project: Path) -> None:
    """Growing a spec adds a file; `main.py` is the person's own by then."""
    sync(project)
    before = state(project)
    router = project / "specs" / "routers" / "quiet" / "more.yaml"
    router.write_text(STATUS.replace("{status: {", "{more: {").replace("/status", "/more"), "utf-8")

    assert sync(project) == ("services/quiet/controllers/more.py",)
    assert before.items() <= state(project).items()


@pytest.mark.parametrize("blocked", ["services", "services/bot"])
def test_a_folder_that_cannot_be_made_is_one_sentence(project: Path, blocked: str) -> None:
    """Which file, and why."""
    (project / blocked).parent.mkdir(exist_ok=True)
    (project / blocked).write_text("in the way", "utf-8")

    with pytest.raises(WriteError, match=r"^cannot write `services/\w+/\w+.py`: not a directory$"):
        sync(project)


def test_a_folder_that_must_not_be_written_is_one_sentence(project: Path) -> None:
    """No traceback for a read-only checkout."""
    artefacts = [*scaffold(contract_of(project))]
    (project / "services").mkdir(mode=0o555)

    with (
        without_privileges(),
        pytest.raises(WriteError, match=r"^cannot create `services/[\w/]+.py`: permission denied$"),
    ):
        create(artefacts, project)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be nobody for a while, where the tests run as the superuser, who may write everywhere."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(own)


def test_a_link_out_of_the_project_is_refused(project: Path) -> None:
    """Nothing is written outside."""
    outside = project.parent / f"{project.name}-outside"
    outside.mkdir()
    (project / "services").symlink_to(outside)

    with pytest.raises(WriteError, match="leads out of the project"):
        sync(project)
    assert not [*outside.iterdir()]


def test_scaffolds_pass_the_rules_of_a_new_project(project: Path) -> None:
    """Style and layout as the template sets them, whatever the texts of specs are."""
    sync(project)
    template = (ROOT / "templates" / "project" / "pyproject.toml.jinja").read_text("utf-8")
    rules = template[template.index("[tool.ruff]") : template.index("[tool.mypy]")]
    (project / "pyproject.toml").write_text(rules, "utf-8")

    style = run(project, "ruff", "check", "--no-cache", "services")
    layout = run(project, "ruff", "format", "--no-cache", "--check", "services")

    assert style.returncode == 0, style.stdout
    assert layout.returncode == 0, layout.stdout


def test_scaffolds_start_and_answer_that_they_are_not_written(project: Path) -> None:
    """Each stub is a fault of the service, told as a problem; workers and scripts start, too."""
    sync(project)
    assert run(project, "framework", "generate").returncode == 0
    (project / "boot.py").write_text(BOOT, "utf-8")

    done = run(project, "python", "boot.py")

    assert done.returncode == 0, done.stderr
    problem = "500 application/problem+json"
    item = "/items/00000000-0000-0000-0000-000000000000?at=2026-01-02"
    assert [line for line in done.stdout.splitlines() if not line.startswith("{")] == [
        f"web_shop GET /items {problem}",
        f"web_shop GET /items/watch {problem}",
        f"web_shop POST /items {problem}",
        f"web_shop DELETE {item} {problem}",
        "web_shop GET /health/ready 200 application/json",
        f"quiet GET /status {problem}",
        "mailer GET /health/ready 200 application/json",
    ]


@pytest.mark.slow
def test_scaffolds_have_types(project: Path) -> None:
    """Strict, before a line was written by hand."""
    sync(project)
    assert run(project, "framework", "generate").returncode == 0

    mypy = run(
        project,
        *("mypy", "--strict", "--explicit-package-bases", f"--config-file={os.devnull}"),
        *("--no-incremental", "services"),
    )
    assert mypy.returncode == 0, mypy.stdout
    settings = '{"typeCheckingMode": "strict", "include": ["services"], "extraPaths": ["%s"]}'
    (project / "pyrightconfig.json").write_text(settings % ROOT, "utf-8")
    pyright = run(project, "pyright", "--pythonpath", sys.executable)
    assert pyright.returncode == 0, pyright.stdout
