"""Show the system at work: `make demo` starts, uses and stops it, `make dev` keeps it running."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import httpx

from framework.dev import DevError, System, running

ROOT = Path(__file__).parents[1]
PORTS = {"backend": 8000}  # of `make dev`; the demo takes free ones
CONSUMED_WITHIN = 10.0  # seconds


class BrokenPromiseError(Exception):
    """What was shown is not what was promised."""


def main() -> int:
    """Run what the command line asks for; return 0, or 1 after a sentence that says why not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="run until Ctrl-C, on the data in var/")
    keep = parser.parse_args().keep
    try:
        compile_specs()
        develop() if keep else demonstrate()
    except (BrokenPromiseError, DevError, httpx.HTTPError) as error:
        print(f"\n{Path(__file__).name}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def compile_specs() -> None:
    """Bring shared/generated/ up to date with the specs."""
    generate = (sys.executable, "-m", "framework", "generate")
    if subprocess.run(generate, cwd=ROOT, check=False).returncode:
        message = "the specs do not compile: see above"
        raise BrokenPromiseError(message)


def develop() -> None:
    """Keep the system running until Ctrl-C."""
    with running(ROOT, ports=PORTS) as system:
        introduce(system)
        print("Ctrl-C stops all.\n", flush=True)
        system.wait()


def demonstrate() -> None:
    """Show the system at work on fresh data, and that it stops."""
    with tempfile.TemporaryDirectory(prefix="demo-") as folder:
        fresh = {
            "DATABASE_URL": f"sqlite:///{folder}/demo.db",
            "NOTIFICATIONS_FILE": f"{folder}/notifications.jsonl",
        }
        with running(ROOT, environment=os.environ | fresh, echo=False) as system:
            introduce(system)
            if "backend" in system.services:
                use(system, Path(fresh["NOTIFICATIONS_FILE"]))
        check_stopped(system)
    print("\nStopped cleanly. `make dev` keeps it running.")


def introduce(system: System) -> None:
    """Tell what runs and what does not."""
    # The scheme only: the rest of the URL may hold a password.
    print(f"\nRunning on loopback, with events over {system.broker.partition(':')[0]}:")
    for service in system.services:
        print(f"  {service}")
    for service, reason in system.skipped.items():
        print(f"  {service}: not started, {reason}")
    if "backend" in system.services:
        print(f"Documentation of the API: {system.url('backend')}/docs")


def use(system: System, notifications: Path) -> None:
    """Use the backend as its clients do, and check that everything is as its specs promise."""
    person = {"email": f"ada-{uuid4().hex[:6]}@example.com", "name": "Ada Lovelace"}
    with httpx.Client(base_url=system.url("backend"), trust_env=False) as backend:
        title("A person registers")
        register(backend, person, expected=201)
        if "notifications" in system.services:
            title("notifications consumes the event `user_registered`")
            show(await_notification(notifications, person["email"]))
        title("What the contract does not admit is refused")
        register(backend, person | {"email": "nobody"}, expected=422)
        title("An address is registered once")
        register(backend, person, expected=409)
        check(backend.get("/docs").is_success, "the documentation is not served")


def register(backend: httpx.Client, person: dict[str, str], expected: int) -> None:
    """Ask the backend to register `person`, and show the answer, which has the expected status."""
    print(f"POST /v1/users {json.dumps(person)}")
    answer = backend.post("/v1/users", json=person)
    print(f"{answer.status_code} {answer.headers.get('content-type')}")
    show(answer.json())
    check(answer.status_code == expected, f"the status is not {expected}")


def await_notification(file: Path, email: str) -> object:
    """Wait until `notifications` has recorded what it would send to `email`; return that."""
    deadline = time.monotonic() + CONSUMED_WITHIN
    while time.monotonic() < deadline:
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        for notification in map(json.loads, lines):
            if notification["to"] == email:
                return notification
        time.sleep(0.05)
    message = f"`notifications` has recorded nothing for {email} in {CONSUMED_WITHIN:.0f} s"
    raise BrokenPromiseError(message)


def check_stopped(system: System) -> None:
    """Check that the services ended without an error, and that the backend has left its port."""
    for service in system.services:
        lines = [line for line in system.logs(service) if "Traceback" in line]
        check(not lines, f"`{service}` has failed: {''.join(lines[:1])}")
    if "backend" in system.services:
        with socket.socket() as probe:
            port = httpx.URL(system.url("backend")).port
            check(probe.connect_ex(("127.0.0.1", port)) != 0, "the backend still listens")


def title(text: str) -> None:
    """Begin a step."""
    print(f"\n-- {text}")


def show(document: object) -> None:
    """Print a JSON document."""
    print(json.dumps(document, indent=2, ensure_ascii=False))


def check(kept: bool, sentence: str) -> None:  # noqa: FBT001 - as in `assert`
    """Raise `BrokenPromiseError` with the sentence unless the promise was kept."""
    if not kept:
        raise BrokenPromiseError(sentence)


if __name__ == "__main__":
    sys.exit(main())
