"""The composition root of `news-desk`."""

from fastapi import FastAPI

from services.news_desk.controllers.reports import ReportsController
from services.news_desk.settings import Settings
from shared.generated.services.news_desk import create_app


def create(settings: Settings | None = None) -> FastAPI:
    """Compose what the settings describe, or the environment."""
    return create_app(settings or Settings.load(), reports=ReportsController)
