# Generated from specs/routers/shop/r.yaml. Do not edit: change the spec, then run `make generate`.
"""\"\"\" # {{ }}"""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query

from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.types import String
from shared.generated.controllers.shop import RController
from shared.generated.errors import Bad
from shared.generated.models.m import M


def create_r_router(provide: Callable[..., RController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(
        prefix="/p", tags=["\"]) or print('x') #", "{{ tag }}"], route_class=ContractRoute
    )

    @router.post("", status_code=201, operation_id="shop.op")
    @operation(errors=[Bad], emits=["happened"])
    async def op(
        controller: Annotated[RController, Depends(provide)],
        payload: Annotated[M, json_body(M)],
        q: Annotated[String, Query(alias="q\"'")] = '"""\\',
        h: Annotated[String | None, Header(alias="X-H")] = None,
    ) -> M:
        """\"\"\" '''

        line

          \"\"\"
            end\\

        May raise `Bad`. May publish `happened`.
        """
        return await controller.op(payload=payload, q=q, h=h)

    return router
