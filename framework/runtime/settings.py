"""Settings: read from the environment once, refused with a sentence a person can act on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AliasChoices, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

MEGABYTE = 1024 * 1024


class ServiceSettings(BaseSettings):
    """Environment of every service; a variable is the field's name in upper case.

    A subclass adds what its service needs, with a `description` that says what it is for.
    """

    model_config = SettingsConfigDict(
        extra="ignore", frozen=True, hide_input_in_errors=True, populate_by_name=True
    )

    environment: Literal["development", "test", "production"] = Field(
        default="development", description="where the service runs"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="the least severe level that is logged"
    )
    broker_url: str = Field(
        default="memory://",
        validation_alias=AliasChoices("BROKER_URL", "REDIS_URL"),
        description="the broker of events; BROKER_URL wins over REDIS_URL",
    )
    consumer_concurrency: int = Field(
        default=10, ge=1, le=1000, description="how many messages of an event are in hand at once"
    )
    max_body_size: int = Field(
        default=MEGABYTE, gt=0, description="how many bytes the body of a request may have"
    )
    stream_heartbeat: float = Field(
        default=15,
        gt=0,
        allow_inf_nan=False,
        description="how many seconds a stream may be silent before a comment keeps it open",
    )
    max_message_size: int = Field(
        default=65_536, gt=0, description="how many bytes a message over a WebSocket may have"
    )
    socket_idle: float = Field(
        default=300,
        gt=0,
        allow_inf_nan=False,
        description="how many seconds a WebSocket may be silent before it is closed",
    )
    socket_origins: str = Field(
        default="",
        description="other origins whose pages may open WebSockets, separated by spaces",
    )

    idempotency_window: int = Field(
        default=86_400,
        gt=0,
        description="how many seconds the answer to an idempotency key is kept",
    )
    cursor_keys: Annotated[tuple[Annotated[str, Field(min_length=32)], ...], NoDecode] = Field(
        default=(),
        description="secrets that sign the cursors of pages, with commas between them: the first "
        "signs, all are accepted",
    )

    @field_validator("cursor_keys", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(key.strip() for key in value.split(",") if key.strip())

    @model_validator(mode="after")
    def _no_memory_in_production(self) -> Self:
        if self.environment == "production" and self.broker_url.startswith("memory:"):
            message = (
                "`BROKER_URL` is `memory://`, which loses events when a process ends: in "
                "production set it to the broker, for example `BROKER_URL=redis://redis:6379/0`"
            )
            raise ValueError(message)
        return self

    @classmethod
    def load(cls) -> Self:
        """Read the environment; exit with code 2 and a sentence a variable if that fails."""
        try:
            return cls()
        except ValidationError as error:
            sentences = [_sentence(cls, details) for details in error.errors(include_url=False)]
        except SettingsError as error:
            sentences = [str(error)]
        raise SettingsExit(sentences)

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show none of the values that may be secret."""
        yield "environment", self.environment


class SettingsExit(SystemExit):
    """The environment is not what the service needs; the sentences are on standard error."""

    def __init__(self, sentences: list[str]) -> None:
        """Print the sentences, one a line."""
        super().__init__(2)
        self.sentences = tuple(sentences)
        sys.stderr.write("".join(f"settings: {sentence}\n" for sentence in sentences))


def _sentence(settings: type[ServiceSettings], error: ErrorDetails) -> str:
    """Say which variable, what it is for, what is wrong, and how to set it; never its value."""
    if not error["loc"]:
        return error["msg"].removeprefix("Value error, ")
    place = str(error["loc"][0])
    name, field = next(
        (
            (name, field)
            for name, field in settings.model_fields.items()
            if place in _names(name, field)
        ),
        (place, None),
    )
    variable = _names(name, field)[0].upper() if field else name.upper()
    purpose = f" ({field.description})" if field and field.description else ""
    fault = "is missing" if error["type"] == "missing" else f"is not valid: {_reason(error)}"
    return f"`{variable}`{purpose} {fault}; set it in the environment: `{variable}=...`"


def _names(name: str, field: FieldInfo | None) -> list[str]:
    """Return the names that the environment may use, the preferred one first."""
    alias = field.validation_alias if field else None
    if isinstance(alias, AliasChoices):
        return [*(choice for choice in alias.choices if isinstance(choice, str)), name]
    return [alias, name] if isinstance(alias, str) else [name]


def _reason(error: ErrorDetails) -> str:
    """Return pydantic's sentence, unless it may quote the value."""
    quotes = error["type"].endswith(("_parsing", "_error", "_syntax_violation"))
    if quotes and error["type"] != "literal_error":
        return "it cannot be read as what it should be"
    return error["msg"][0].lower() + error["msg"][1:]
