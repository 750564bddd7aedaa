"""The backend, put together: `uvicorn --factory services.backend.main:create`."""

from fastapi import FastAPI

from services.backend.controllers.users import UsersController
from services.backend.settings import Settings
from shared.generated.services.backend import create_app


def create() -> FastAPI:
    """Compose the application that the environment describes."""
    return create_app(Settings.load(), users=UsersController)
