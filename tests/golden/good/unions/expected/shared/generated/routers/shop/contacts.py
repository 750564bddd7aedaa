# Generated from specs/routers/shop/contacts.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `contacts` in the service `shop`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.shop import ContactsController
from shared.generated.models.channels import (
    AnyChannelCreate,
    AnyChannelRead,
    AnyChannelUpdate,
    ContactCreate,
    ContactRead,
    ContactUpdate,
    Numbered,
    ReadChannel,
    Switch,
)


def create_contacts_router(provide: Callable[..., ContactsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/contacts", tags=["contacts"], route_class=ContractRoute)

    @router.post("", status_code=201, operation_id="shop.add_contact")
    @operation()
    async def add_contact(
        controller: Annotated[ContactsController, Depends(provide)],
        payload: Annotated[ContactCreate, json_body(ContactCreate)],
    ) -> ContactRead:
        """Add contact."""
        return await controller.add_contact(payload=payload)

    @router.patch("", status_code=200, operation_id="shop.change_contact")
    @operation()
    async def change_contact(
        controller: Annotated[ContactsController, Depends(provide)],
        payload: Annotated[ContactUpdate, json_body(ContactUpdate)],
    ) -> ContactRead:
        """Change contact."""
        return await controller.change_contact(payload=payload)

    @router.post("/channels", status_code=201, operation_id="shop.add_channel")
    @operation()
    async def add_channel(
        controller: Annotated[ContactsController, Depends(provide)],
        payload: Annotated[AnyChannelCreate, json_body(AnyChannelCreate)],
    ) -> AnyChannelRead:
        """Add channel."""
        return await controller.add_channel(payload=payload)

    @router.patch("/channels", status_code=200, operation_id="shop.change_channel")
    @operation()
    async def change_channel(
        controller: Annotated[ContactsController, Depends(provide)],
        payload: Annotated[AnyChannelUpdate, json_body(AnyChannelUpdate)],
    ) -> list[ReadChannel]:
        """Change channel."""
        return await controller.change_channel(payload=payload)

    @router.post("/many", status_code=200, operation_id="shop.send_many")
    @operation()
    async def send_many(
        controller: Annotated[ContactsController, Depends(provide)],
        payload: Annotated[list[Numbered], json_body(list[Numbered])],
    ) -> list[Numbered]:
        """Send many."""
        return await controller.send_many(payload=payload)

    @router.put("/switch", status_code=200, operation_id="shop.toggle")
    @operation()
    async def toggle(
        controller: Annotated[ContactsController, Depends(provide)],
        payload: Annotated[Switch, json_body(Switch)],
    ) -> Switch:
        """Toggle."""
        return await controller.toggle(payload=payload)

    return router
