# Generated from specs/routers/library/people.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `people` in the service `library`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.library import PeopleController
from shared.generated.errors import CodeTaken
from shared.generated.models.people import PersonCode, PersonCreate, PersonId, PersonRead


def create_people_router(provide: Callable[..., PeopleController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/people", tags=["people"], route_class=ContractRoute)

    @router.post("", status_code=201, operation_id="library.v1.create_person")
    @operation(errors=[CodeTaken], location="/v1/people/{id}")
    async def create_person(
        controller: Annotated[PeopleController, Depends(provide)],
        payload: Annotated[PersonCreate, json_body(PersonCreate)],
    ) -> PersonRead:
        """Create person.

        May raise `CodeTaken`.
        """
        return await controller.create_person(payload=payload)

    @router.get("/by-code/{code}", status_code=200, operation_id="library.v1.person_by_code")
    @operation()
    async def person_by_code(
        controller: Annotated[PeopleController, Depends(provide)],
        code: Annotated[PersonCode, Path()],
    ) -> PersonRead:
        """Person by code."""
        return await controller.person_by_code(code=code)

    @router.get("/{id}", status_code=200, operation_id="library.v1.read_person")
    @operation()
    async def read_person(
        controller: Annotated[PeopleController, Depends(provide)], id: Annotated[PersonId, Path()]
    ) -> PersonRead:
        """Read person."""
        return await controller.read_person(id=id)

    return router
