"""What `make demo` promises, on each broker that it may find, and when something is wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "scripts" / "demo.py"

pytestmark = pytest.mark.slow


def demo(path: str) -> subprocess.CompletedProcess[str]:
    """Run the demo where the environment names no broker and programs are looked for in `path`."""
    brokers = {"BROKER_URL", "REDIS_URL"}
    env = {name: value for name, value in os.environ.items() if name not in brokers}
    return subprocess.run(
        [sys.executable, DEMO],
        cwd=ROOT,
        env=env | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("broker", ["redis", "memory"])
def test_the_demo_shows_the_system_at_work(broker: str) -> None:
    """A person registers, the event is consumed, a 422 and a 409 are shown, and all stops."""
    path = os.environ["PATH"] if broker == "redis" else ""
    if broker == "redis" and not shutil.which("redis-server"):
        assert os.environ.get("CI") != "true", "no redis-server on PATH"
        pytest.skip("no redis-server on PATH")
    done = demo(path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"with events over {broker}:" in done.stdout
    shown = [line for line in done.stdout.splitlines() if line.startswith(("--", "2", "4"))]
    assert shown == [
        "-- A person registers",
        "201 application/json",
        "-- notifications consumes the event `user_registered`",
        "-- What the contract does not admit is refused",
        "422 application/problem+json",
        "-- An address is registered once",
        "409 application/problem+json",
    ]
    assert '"text": "Welcome, Ada Lovelace!"' in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Stopped cleanly.")


def test_a_demo_that_cannot_run_says_why(tmp_path: Path) -> None:
    """A broken system is an exit code and sentences, not a traceback."""
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    shutil.copy(DEMO, scripts)
    done = subprocess.run(
        [sys.executable, scripts / "demo.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "demo.py: the specs do not compile: see above" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
