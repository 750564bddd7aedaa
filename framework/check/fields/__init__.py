"""Rules over the keys of fields."""

from framework.check.fields import (
    bad_alias,
    bad_pattern,
    bound_range,
    bound_type,
    bound_widens,
    const_alone,
    contradictory_keys,
    default_unfit,
    enum_values,
    example_unfit,
    external_id,
    key_without_use,
    lone_list_name,
    missing_type,
    nothing_admitted,
    null_key,
)

RULES = (
    missing_type.RULE,
    key_without_use.RULE,
    null_key.RULE,
    contradictory_keys.RULE,
    const_alone.RULE,
    enum_values.RULE,
    bound_type.RULE,
    bound_range.RULE,
    nothing_admitted.RULE,
    bound_widens.RULE,
    bad_pattern.RULE,
    default_unfit.RULE,
    example_unfit.RULE,
    external_id.RULE,
    lone_list_name.RULE,
    bad_alias.RULE,
)
