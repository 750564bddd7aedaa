"""What a call may raise beside the problems that its operation lists."""

from __future__ import annotations


class CallError(Exception):
    """A call got no answer that its contract lists; `operation` is the id of what was asked."""

    def __init__(self, operation: str, sentence: str) -> None:
        """Say what happened."""
        super().__init__(f"`{operation}` {sentence}")
        self.operation = operation


class UnreachableError(CallError):
    """The other service could not be reached, or did not answer in time.

    `sent` tells whether the request may have arrived.
    """

    def __init__(self, operation: str, sentence: str, *, sent: bool) -> None:
        """Say what happened, and whether it may have happened after the other side had read."""
        super().__init__(operation, sentence)
        self.sent = sent


class CircuitOpenError(UnreachableError):
    """The other service failed so often that it is left alone for a while: nothing was sent."""

    def __init__(self, operation: str) -> None:
        """Name what was not asked."""
        super().__init__(operation, "was not asked: its service keeps failing", sent=False)


class UnexpectedAnswerError(CallError):
    """The other service answered with something that the operation does not list.

    `status` is the HTTP status, `problem` the `type` of the problem document if there was one,
    `after` the seconds that the answer asks to wait (`Retry-After`).
    """

    def __init__(
        self,
        operation: str,
        status: int,
        sentence: str,
        problem: str | None = None,
        after: float | None = None,
    ) -> None:
        """Tell the status and what is known of the reason."""
        super().__init__(operation, f"was answered with {status}: {sentence}")
        self.status = status
        self.problem = problem
        self.after = after
