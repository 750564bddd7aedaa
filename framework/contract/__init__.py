"""The resolved meaning of the specs: frozen values in which every name points at its target."""

from framework.contract.auth import Scheme, Verification
from framework.contract.delivery import DEFAULT_CALL_RETRY, DEFAULT_RETRY, Retention, RetryPolicy
from framework.contract.deprecation import Deprecation
from framework.contract.events import Event
from framework.contract.http import Link, Location, Operation, Parameter, Problem, Router
from framework.contract.models import (
    EnumMember,
    EnumType,
    Field,
    Model,
    ModelModule,
    Presence,
    Reference,
    Union,
)
from framework.contract.pages import Page, Paging
from framework.contract.resolve import resolve
from framework.contract.services import Consumption, Contract, Service, sent_schemes
from framework.contract.sockets import Socket
from framework.contract.types import (
    UNBOUNDED,
    Bounds,
    Choice,
    Kind,
    Listed,
    Mapped,
    Named,
    Nullable,
    Scalar,
    Type,
    is_free_form,
    named,
)
from framework.contract.uploads import FILE, Upload

__all__ = [
    "DEFAULT_CALL_RETRY",
    "DEFAULT_RETRY",
    "FILE",
    "UNBOUNDED",
    "Bounds",
    "Choice",
    "Consumption",
    "Contract",
    "Deprecation",
    "EnumMember",
    "EnumType",
    "Event",
    "Field",
    "Kind",
    "Link",
    "Listed",
    "Location",
    "Mapped",
    "Model",
    "ModelModule",
    "Named",
    "Nullable",
    "Operation",
    "Page",
    "Paging",
    "Parameter",
    "Presence",
    "Problem",
    "Reference",
    "Retention",
    "RetryPolicy",
    "Router",
    "Scalar",
    "Scheme",
    "Service",
    "Socket",
    "Type",
    "Union",
    "Upload",
    "Verification",
    "is_free_form",
    "named",
    "resolve",
    "sent_schemes",
]
