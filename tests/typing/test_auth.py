"""A verifier that is forgotten or unfit is a type error before anything runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.projects import GOOD, compiled

ROOT = Path(__file__).parents[2]
PREAMBLE = """
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime.auth import Identity
from framework.runtime.http import Caller, MaybeCaller
from framework.runtime.settings import ServiceSettings
from shared.generated.services.gate import create_app
from shared.generated.models.models import Account, Token

SETTINGS = ServiceSettings()

class Tokens:
    def __init__(self, caller: Caller, maybe: MaybeCaller) -> None:
        self.subject: str = caller.subject
        self.roles = maybe.roles if maybe else frozenset[str]()
    async def revoke_token(self) -> None: ...
    async def verify_token(self, *, payload: Token) -> Account:
        raise NotImplementedError

async def plain(credential: str) -> Identity:
    return Identity(credential)

async def asking(credential: str, session: AsyncSession) -> Identity:
    return Identity(credential)

def waiting(credential: str) -> Identity:
    return Identity(credential)

async def naming(credential: str) -> str:
    return credential

async def wanting(credential: int) -> Identity:
    return Identity("")
"""
PROBES = {
    "plain": ("verify_bearer=plain", ""),
    "asking": ("verify_bearer=asking", ""),
    "forgotten": ("", '"verify_bearer"'),
    "unknown": ("verify_bearer=plain, verify_key=plain", '"verify_key"'),
    "waiting": ("verify_bearer=waiting", "incompatible type"),
    "naming": ("verify_bearer=naming", "incompatible type"),
    "wanting": ("verify_bearer=wanting", "incompatible type"),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run mypy --strict over all probes at once."""
    root = compiled(GOOD / "auth", tmp_path_factory.mktemp("auth"))
    folder = tmp_path_factory.mktemp("probes")
    for name, (arguments, _) in PROBES.items():
        probe = f"{PREAMBLE}\ncreate_app(SETTINGS, tokens=Tokens, {arguments})\n"
        (folder / f"probe_{name}.py").write_text(probe, "utf-8")
    options = ["--strict", "--explicit-package-bases", f"--config-file={os.devnull}"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "--no-incremental", str(folder)],
        env={**os.environ, "MYPYPATH": os.pathsep.join(map(str, (root, folder, ROOT)))},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", PROBES)
def test_what_start_up_refuses_is_a_type_error(said: str, name: str) -> None:
    """A strict type checker says so, and accepts what fits."""
    lines = [line for line in said.splitlines() if line.startswith(f"probe_{name}.py:")]
    errors = [line for line in lines if ": error:" in line]
    _, expected = PROBES[name]

    assert len(errors) == bool(expected), said
    assert expected in "".join(errors)
