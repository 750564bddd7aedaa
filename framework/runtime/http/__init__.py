"""What generated routers and HTTP controllers import."""

from framework.runtime.http.body import json_body
from framework.runtime.http.dependencies import Session, client, publisher, session
from framework.runtime.http.operation import operation
from framework.runtime.http.route import ContractRoute

__all__ = ["ContractRoute", "Session", "client", "json_body", "operation", "publisher", "session"]
