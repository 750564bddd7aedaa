"""Other generators on equivalent input: the OpenAPI document that `framework generate` wrote."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from measure import cpu

if TYPE_CHECKING:
    from collections.abc import Sequence

_REQUIREMENTS = Path(__file__).with_name("requirements.txt")
COMMANDS = {
    "datamodel-code-generator (models only)": (
        "datamodel-codegen",
        *("--input", "{document}", "--input-file-type", "openapi"),
        *("--output", "models.py", "--output-model-type", "pydantic_v2.BaseModel"),
    ),
    "openapi-python-client (a client)": (
        "openapi-python-client",
        "generate",
        *("--path", "{document}", "--output-path", "client", "--overwrite"),
    ),
}


def install(folder: Path) -> Path:
    """Install the peers into a virtual environment in `folder`; return where their commands are."""
    venv.create(folder, with_pip=True)
    commands = folder / "bin"
    pip = (str(commands / "python"), "-m", "pip", "install", "--quiet", "-r", str(_REQUIREMENTS))
    subprocess.run(pip, check=True, stdout=sys.stderr)
    return commands


def generate(command: Sequence[str], commands: Path, document: Path, folder: Path) -> float:
    """Return the CPU time that a peer takes to generate code for `document` into `folder`."""
    name, *arguments = (part.format(document=document) for part in command)
    return cpu([str(commands / name), *arguments], folder, commands)
