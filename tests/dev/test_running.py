"""What `running` promises: services on loopback that are ready, and nothing left behind."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from framework.dev import CrashedError, DevError, System, running
from framework.dev.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.dev.conftest import Project

SCRIPT = """
import os, sys
from pathlib import Path
from framework.dev import running

try:
    with running(Path(sys.argv[1])) as system:
        sys.stdout.write("up\\n")  # at once, or a line of a service may come between
        sys.stdout.flush()
        system.wait()
except KeyboardInterrupt:  # the signal came before the wait
    pass
print("over", flush=True)
"""


def get(url: str) -> tuple[int, str]:
    """Ask a service."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)
    connection.request("GET", "/")
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def pid(system: System, service: str) -> int:
    """Find the process that a service runs in; what it printed may come after its first answer."""

    def found() -> set[int]:
        lines = [re.fullmatch(rf"{service}: pid (\d+)", line) for line in system.logs(service)]
        return {int(match[1]) for match in lines if match}

    wait_for(lambda: bool(found()))
    (number,) = found()
    return number


def test_services_answer_and_are_gone_afterwards(
    project: Project, environment: Mapping[str, str], alive: Callable[[int], bool]
) -> None:
    """Each has a URL of its own on loopback; with the block they end in order."""
    project.add_asgi("backend").add_asgi("tell-tale")
    with running(project.root, environment=environment) as system:
        assert get(system.url("backend")) == (200, "redis://127.0.0.1:1/0")
        assert get(system.url("tell-tale"))[0] == 200
        pids = {pid(system, "backend"), pid(system, "tell-tale")}
        assert all(map(alive, pids))

    assert len(pids) == 2
    assert not any(map(alive, pids))
    assert "backend: lifespan.shutdown" in system.logs("backend")
    assert "backend: asked for /" in system.logs("backend")
    assert "backend: asked for /" not in system.logs("tell-tale")


def test_services_listen_on_loopback_only(project: Project, environment: Mapping[str, str]) -> None:
    """Another address of this machine does not answer."""
    project.add_asgi("backend")
    with running(project.root, environment=environment) as system:
        port = urlsplit(system.url("backend")).port
        assert system.url("backend") == f"http://127.0.0.1:{port}"
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.2", port), timeout=1)


def test_a_wanted_port_is_given(project: Project, environment: Mapping[str, str]) -> None:
    """`ports` fixes where a service is; the services are told of each other."""
    project.add_asgi("backend")
    port = free_port()
    with running(project.root, ports={"backend": port}, environment=environment) as system:
        assert system.url("backend") == f"http://127.0.0.1:{port}"


def test_a_wanted_port_that_is_taken_is_refused(
    project: Project, environment: Mapping[str, str]
) -> None:
    """The sentence names the port and the service, before anything starts."""
    project.add_asgi("backend")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(DevError, match=rf"port {port}, wanted for `backend`, is taken"),
            running(project.root, ports={"backend": port}, environment=environment),
        ):
            pytest.fail("it must not start")


def test_services_on_memory_share_one_process(
    project: Project, environment: Mapping[str, str]
) -> None:
    """Without any Redis all that serve run together, and what does not serve is left out."""
    project.add_asgi("backend").add_asgi("notifications").add("bot", "python", main="")
    bare = {key: value for key, value in environment.items() if key != "REDIS_URL"}
    with running(project.root, environment=bare | {"PATH": ""}) as system:
        assert system.broker == "memory://"
        assert get(system.url("backend")) == get(system.url("notifications")) == (200, "memory://")
        assert pid(system, "backend") == pid(system, "notifications")
        assert system.skipped["bot"].startswith("needs a broker that processes share")

    assert "backend: lifespan.shutdown" in system.logs("backend")
    assert "notifications: lifespan.shutdown" in system.logs("notifications")


def test_a_service_that_crashes_at_start_is_reported_with_its_last_lines(
    project: Project, environment: Mapping[str, str], alive: Callable[[int], bool]
) -> None:
    """The error names the service and shows why; the others are stopped."""
    project.add_asgi("backend").add("broken", main="raise SystemExit('no such table: users')")

    with (
        pytest.raises(CrashedError, match=r"`broken` ended with code 1(.|\n)*no such table: users"),
        running(project.root, environment=environment),
    ):
        pytest.fail("it must not become ready")

    assert not alive_children(alive)


@pytest.mark.parametrize("broker", ["redis://127.0.0.1:1/0", None])
def test_a_service_that_crashes_later_is_reported(
    project: Project, environment: Mapping[str, str], broker: str | None
) -> None:
    """`check` and `wait` raise with the last lines, alone and in a shared process."""
    kept = {key: value for key, value in environment.items() if key != "REDIS_URL"}
    chosen = kept | ({"REDIS_URL": broker} if broker else {"PATH": ""})
    project.add_asgi("backend")
    with running(project.root, environment=chosen) as system:
        system.check()
        os.kill(pid(system, "backend"), signal.SIGKILL)
        with pytest.raises(CrashedError, match=r"`backend` ended with code -9"):
            system.wait()


def test_a_service_that_is_never_ready_is_reported(
    project: Project, environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says what the service answers instead."""
    monkeypatch.setattr("framework.dev.supervisor.READY_WITHIN", 1.0)
    project.add_asgi("backend", status=503)

    with (
        pytest.raises(DevError, match=r"`backend` is not ready after 1 s: 503"),
        running(project.root, environment=environment),
    ):
        pytest.fail("it must not become ready")


def test_a_service_that_ignores_sigterm_is_killed(
    project: Project,
    environment: Mapping[str, str],
    alive: Callable[[int], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After the grace nothing is asked any more, and its own children go with it."""
    monkeypatch.setattr("framework.dev.supervisor.GRACE", 0.5)
    stubborn = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("pids", os.getpid(), child.pid, flush=True)
time.sleep(60)
"""
    project.add("bot", "python", main=stubborn)
    with running(project.root, environment=environment) as system:
        while not (lines := system.logs("bot")):
            time.sleep(0.01)
        pids = [int(word) for word in lines[0].split()[1:]]
        assert all(map(alive, pids))

    wait_for(lambda: not any(map(alive, pids)))


def test_migrations_run_before_the_services(
    project: Project, environment: Mapping[str, str]
) -> None:
    """`migrate.py` of a service has ended before that service is started."""
    migrate = "from pathlib import Path\nPath('migrated').write_text('yes')"
    main = "from pathlib import Path\nassert Path('migrated').exists()\n"
    project.add_asgi("backend", migrate=migrate)
    path = project.root / "services" / "backend" / "main.py"
    path.write_text(main + path.read_text())

    with running(project.root, environment=environment) as system:
        assert get(system.url("backend"))[0] == 200


def test_a_failing_migration_starts_nothing(
    project: Project, environment: Mapping[str, str]
) -> None:
    """The error shows the last lines of the migration."""
    project.add_asgi("backend", migrate="raise SystemExit('table is locked')")

    with (
        pytest.raises(DevError, match=r"migrations of `backend` failed(.|\n)*table is locked"),
        running(project.root, environment=environment),
    ):
        pytest.fail("it must not start")


def test_a_service_without_its_variables_is_not_started(
    project: Project, environment: Mapping[str, str]
) -> None:
    """`skipped` names what is missing; with it the service runs."""
    settings = "class Settings:\n    telegram_token: str\n    url: str = ''\n"
    project.add_asgi("backend")
    project.add("bot", "python", settings=settings, main="import time\ntime.sleep(60)")
    project.add("frontend", "node")

    with running(project.root, environment=environment) as system:
        assert system.services == ("backend",)
        assert system.skipped["bot"] == "needs TELEGRAM_TOKEN"
        assert "its own tools" in system.skipped["frontend"]
    with running(project.root, environment=environment | {"TELEGRAM_TOKEN": "t"}) as system:
        assert system.services == ("backend", "bot")


def test_a_folder_without_services_is_refused(tmp_path: Path) -> None:
    """The sentence says what to do."""
    with (
        pytest.raises(DevError, match=r"no services.yml in .*root of a project"),
        running(tmp_path),
    ):
        pytest.fail("there is nothing to run")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGINT, 0)]
)
def test_a_signal_stops_everything(
    project: Project,
    environment: Mapping[str, str],
    alive: Callable[[int], bool],
    number: signal.Signals,
    code: int,
) -> None:
    """Ctrl-C and SIGTERM end the services in order; their lines carry their names."""
    project.add_asgi("backend")
    script = project.root / "dev.py"
    script.write_text(SCRIPT)
    supervisor = subprocess.Popen(
        [sys.executable, script, project.root],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert supervisor.stdout is not None
    try:
        lines = list(takewhile("up\n".__ne__, supervisor.stdout))
        supervisor.send_signal(number)
        rest, _ = supervisor.communicate(timeout=10)
    finally:
        supervisor.terminate()

    assert supervisor.returncode == code
    assert "backend | backend: lifespan.shutdown" in rest
    (born,) = [int(line.split()[-1]) for line in lines if "backend: pid" in line]
    assert not alive(born)


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait for a moment until a condition holds."""
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def alive_children(alive: Callable[[int], bool]) -> list[int]:
    """List the children of this process that live."""
    folder = Path("/proc/self/task") / str(os.getpid()) / "children"
    return [int(word) for word in folder.read_text().split() if alive(int(word))]
