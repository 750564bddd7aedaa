"""The two streams: results go to stdout, what is said about the run to stderr."""

from __future__ import annotations

import sys


def show(text: str) -> None:
    """Write lines of a result to stdout, whatever the encoding of the terminal can show."""
    tolerate = getattr(sys.stdout, "reconfigure", None)
    if tolerate:
        tolerate(errors="backslashreplace")
    sys.stdout.write(text)


def say(sentence: str) -> None:
    """Write one line to stderr, after all that was shown before."""
    sys.stdout.flush()
    sys.stderr.write(f"{sentence}\n")
