"""The bank, put together."""

from fastapi import FastAPI

from services.bank.controllers.payments import PaymentsController
from services.bank.settings import Settings
from shared.generated.services.bank import create_app


def create(settings: Settings) -> FastAPI:
    """Compose the application."""
    return create_app(settings, payments=PaymentsController)
