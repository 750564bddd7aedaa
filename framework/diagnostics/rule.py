"""What is known about a kind of diagnostic before any project is read."""

from dataclasses import dataclass

from framework.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, its readable id, the text of `framework explain CODE`, and how bad it is."""

    code: str
    id: str
    explanation: str
    severity: Severity = Severity.ERROR
