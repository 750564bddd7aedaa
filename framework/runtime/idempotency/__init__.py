"""Do once what is asked for several times under one key: the answer is kept with the work."""

from framework.runtime.idempotency.keys import Answer, Claim, Keys

__all__ = ["Answer", "Claim", "Keys"]
