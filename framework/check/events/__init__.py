"""Rules over events."""

from framework.check.events import (
    key_path,
    message_type,
    no_broker_access,
    no_publisher,
    unfit_subscriber,
    unknown_participant,
)

RULES = (
    message_type.RULE,
    no_publisher.RULE,
    unknown_participant.RULE,
    no_broker_access.RULE,
    unfit_subscriber.RULE,
    key_path.RULE,
)
