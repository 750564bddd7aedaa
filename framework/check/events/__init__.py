"""Rules over events."""

from framework.check.events import (
    attempts_range,
    base_above_max,
    contradictory_retry,
    duration_range,
    key_path,
    message_type,
    no_broker_access,
    no_publisher,
    nobody_to_retry,
    reserved_extension,
    retention_bounds,
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
    attempts_range.RULE,
    duration_range.RULE,
    base_above_max.RULE,
    contradictory_retry.RULE,
    retention_bounds.RULE,
    nobody_to_retry.RULE,
    reserved_extension.RULE,
)
