"""Rules over `services.yml`."""

from framework.check.services import (
    misnamed_resource,
    service_name,
    service_name_taken,
    start_cycle,
    unfit_exposure,
    unknown_access,
    unknown_dependency,
    unknown_operation,
)

RULES = (
    service_name.RULE,
    service_name_taken.RULE,
    unknown_access.RULE,
    misnamed_resource.RULE,
    unknown_dependency.RULE,
    start_cycle.RULE,
    unfit_exposure.RULE,
    unknown_operation.RULE,
)
