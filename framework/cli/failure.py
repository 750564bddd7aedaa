"""Say what went wrong when a command could not do its work."""

from __future__ import annotations

import os
import traceback

from framework.cli.terminal import say
from framework.write.errors import WriteError

FINDINGS, USAGE, FAULT = 1, 2, 70
_EXTRA = frozenset({"jinja2", "libcst", "yaml"})


def explain_failure(error: Exception) -> int:
    """Print a sentence about `error` to stderr and return the exit code that fits it."""
    if isinstance(error, WriteError):
        say(f"error: {error}")
        return FINDINGS
    if isinstance(error, ModuleNotFoundError) and error.name in _EXTRA:
        say(
            f"error: `{error.name}` is not installed: the compiler needs the `codegen` extra, "
            "as in `pip install 'specwright[codegen]'`"
        )
        return USAGE
    _report(error)
    return FAULT


def _report(error: Exception) -> None:
    say(f"internal error: {type(error).__name__}: {error}")
    say("this is a fault of the framework, not of your specs: please report it")
    if os.environ.get("FRAMEWORK_TRACEBACK"):
        say("".join(traceback.format_exception(error)))
    else:
        say("FRAMEWORK_TRACEBACK=1 shows where it happened")
