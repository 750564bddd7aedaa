"""Why the writer gave up, in one sentence."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


class WriteError(Exception):
    """The project's files are in the way; the text says which, why, and what to do."""


class WriterFaultError(Exception):
    """The compiler handed over what cannot be written; the text names the artefact."""


@contextmanager
def telling(act: str, path: object) -> Generator[None]:
    """Turn an `OSError` of the block into a `WriteError`: ``cannot {act} `{path}`: {reason}``."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"cannot {act} `{path}`: {reason}"
        raise WriteError(message) from error
