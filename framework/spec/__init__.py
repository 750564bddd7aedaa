"""What people may write: shape only, and where each thing stands."""

from framework.spec.auth import NONE, SchemeSpec
from framework.spec.bind import Bound, bind
from framework.spec.delivery import RetentionSpec, RetrySpec
from framework.spec.deprecation import DeprecationKeys
from framework.spec.events import EventSpec
from framework.spec.fields import (
    CREATE,
    READ,
    UPDATE,
    FieldEntry,
    Presence,
    Projected,
    base_of,
    fields_of,
    project,
    variants_of,
)
from framework.spec.models import (
    EnumSpec,
    ErrorSpec,
    FieldKeys,
    ModelSpec,
    UnionSpec,
    VariantSpec,
)
from framework.spec.place import Declared, Place
from framework.spec.routers import (
    HandlerSpec,
    MessagesKeys,
    PayloadKeys,
    RequestKeys,
    ResponseKeys,
    RouterSpec,
)
from framework.spec.rules import RULES
from framework.spec.services import ConsumedKeys, ResourceSpec, ServiceSpec
from framework.spec.specset import RouterEntry, SpecSet
from framework.spec.uploads import parse_size
from framework.spec.words import BROKERS, CONTAINERS, DATABASES, SCALARS

__all__ = [
    "BROKERS",
    "CONTAINERS",
    "CREATE",
    "DATABASES",
    "NONE",
    "READ",
    "RULES",
    "SCALARS",
    "UPDATE",
    "Bound",
    "ConsumedKeys",
    "Declared",
    "DeprecationKeys",
    "EnumSpec",
    "ErrorSpec",
    "EventSpec",
    "FieldEntry",
    "FieldKeys",
    "HandlerSpec",
    "MessagesKeys",
    "ModelSpec",
    "PayloadKeys",
    "Place",
    "Presence",
    "Projected",
    "RequestKeys",
    "ResourceSpec",
    "ResponseKeys",
    "RetentionSpec",
    "RetrySpec",
    "RouterEntry",
    "RouterSpec",
    "SchemeSpec",
    "ServiceSpec",
    "SpecSet",
    "UnionSpec",
    "VariantSpec",
    "base_of",
    "bind",
    "fields_of",
    "parse_size",
    "project",
    "variants_of",
]
