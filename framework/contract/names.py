"""Every name that is derived from another one; nothing else builds names."""

from __future__ import annotations

import re
from functools import lru_cache

_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")


@lru_cache(maxsize=1024)  # fields have the same few names in all models
def pascal(name: str) -> str:
    """Return `email_taken` as `EmailTaken`."""
    return "".join(part[:1].upper() + part[1:] for part in _NOT_WORD.split(name.replace("_", " ")))


def constant(name: str) -> str:
    """Return `user_registered` as `USER_REGISTERED`."""
    return _NOT_WORD.sub("_", name).strip("_").upper()


def package(service: str) -> str:
    """Return the Python package of a service: `auth-service` is `auth_service`."""
    return service.replace("-", "_")


def model_class(model: str, variant: str) -> str:
    """Return the class of a variant: `User` and `Create` give `UserCreate`."""
    return f"{model}{variant}"


def component(model: str, variant: str) -> str:
    """Return a variant's name in documents: `Read` goes by the bare name of its model."""
    return model if variant == "Read" else model_class(model, variant)


def reference(model: str, field: str) -> str:
    """Return the alias for a field that others refer to: `User.id` is `UserId`."""
    return f"{model}{pascal(field)}"


def protocol(tag: str) -> str:
    """Return the Protocol of a router: `users` gives `UsersController`."""
    return f"{pascal(tag)}Controller"


def publisher(service: str) -> str:
    """Return the publisher class of a service: `tg_bot` gives `TgBotPublisher`."""
    return f"{pascal(service)}Publisher"


def client(service: str) -> str:
    """Return the client of a service: `auth-service` gives `AuthServiceClient`."""
    return f"{pascal(service)}Client"


def opener(service: str) -> str:
    """Return the function that connects a client: `backend` gives `open_backend_client`."""
    return f"open_{package(service)}_client"


def controllers(service: str) -> str:
    """Return the mapping of a service's controllers: `backend` gives `BackendControllers`."""
    return f"{pascal(service)}Controllers"


def verifier(scheme: str) -> str:
    """Return the keyword of what verifies a scheme's credentials: `verify_bearer`."""
    return f"verify_{package(scheme)}"


def credential(service: str, scheme: str) -> str:
    """Return the setting that holds what one service shows to another: `backend_bearer`."""
    return f"{package(service)}_{package(scheme)}"


def header(name: str) -> str:
    """Return the wire name of a header parameter: `request_source` is `X-Request-Source`."""
    return "X-" + "-".join(part.capitalize() for part in name.split("_") if part)


def members(values: list[str]) -> list[str]:
    """Return a distinct constant for each value of an enum, in order."""
    taken: dict[str, int] = {}
    found: list[str] = []
    for value in values:
        base = constant(value)
        if not base or base[0].isdigit():
            base = f"VALUE_{base}".rstrip("_")
        while base in taken:
            taken[base] += 1
            base = f"{base}_{taken[base]}"
        taken[base] = 1
        found.append(base)
    return found


def sentence(name: str) -> str:
    """Return `create_user` as `Create user.`, for operations that say nothing of themselves."""
    return f"{name.replace('_', ' ').capitalize()}."


def factory(tag: str) -> str:
    """Return the function that makes a router: `users` gives `create_users_router`."""
    return f"create_{tag}_router"
