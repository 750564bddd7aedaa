"""Run the services of a project on this machine, on loopback: for `make dev` and `make demo`."""

from framework.dev.errors import CrashedError, DevError
from framework.dev.supervisor import running
from framework.dev.system import System

__all__ = ["CrashedError", "DevError", "System", "running"]
