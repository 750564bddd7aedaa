"""A Telegram with one bot: the part of the Bot API that the bot needs, over real HTTP."""

import asyncio
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcE"  # noqa: S105 - nobody's
BOT = {"id": 4839574812, "is_bot": True, "first_name": "Bot", "username": "people_bot"}
SENT_AT = 1_767_225_600  # 2026-01-01T00:00:00Z
LONGEST_POLL = (
    0.2  # seconds: a bot that leaves in the middle of a poll holds up its test for so long
)

Parameters = dict[str, str]


class Telegram:
    """Gives a bot the messages of a person, and keeps what the bot says to them.

    `answers` are pairs of a chat's id and a text.
    """

    def __init__(self) -> None:
        """Begin without any messages."""
        self.answers: asyncio.Queue[tuple[int, str]] = asyncio.Queue()
        self.app = Starlette(routes=[Route("/bot{token}/{method}", self._call, methods=["POST"])])
        self._updates: list[dict[str, Any]] = []
        self._changed = asyncio.Condition()
        self._methods = {
            "getMe": self._get_me,
            "deleteWebhook": self._delete_webhook,
            "getUpdates": self._get_updates,
            "sendMessage": self._send_message,
        }

    async def say(self, text: str, *, person: int = 7, edited: bool = False) -> None:
        """Send `text` to the bot, as a person called Ada Lovelace in a chat of the same id."""
        command, _, _ = text.partition(" ")
        message = {
            "message_id": 1 + len(self._updates),
            "date": SENT_AT,
            "chat": {"id": person, "type": "private"},
            "from": {
                "id": person,
                "is_bot": False,
                "first_name": "Ada",
                "last_name": "Lovelace",
            },
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(command)}],
        }
        kind = "edited_message" if edited else "message"
        async with self._changed:
            self._updates.append({"update_id": 1 + len(self._updates), kind: message})
            self._changed.notify_all()

    async def answer(self) -> tuple[int, str]:
        """Wait for the bot's next answer."""
        async with asyncio.timeout(20):
            return await self.answers.get()

    async def _call(self, request: Request) -> JSONResponse:
        if request.path_params["token"] != TOKEN:
            return _failure(401, "Unauthorized")
        method = self._methods.get(request.path_params["method"])
        if method is None:
            return _failure(404, "Not Found")
        parameters = dict(parse_qsl((await request.body()).decode()))
        return JSONResponse({"ok": True, "result": await method(parameters)})

    async def _get_me(self, _: Parameters) -> dict[str, Any]:
        return BOT

    async def _delete_webhook(self, _: Parameters) -> bool:
        return True

    async def _get_updates(self, parameters: Parameters) -> list[dict[str, Any]]:
        """Wait for updates from `offset` on, though not for as long as the bot allows."""
        offset = int(parameters.get("offset", 0))

        def new() -> list[dict[str, Any]]:
            return [update for update in self._updates if update["update_id"] >= offset]

        async with self._changed:
            try:
                async with asyncio.timeout(min(LONGEST_POLL, float(parameters.get("timeout", 0)))):
                    return await self._changed.wait_for(new)
            except TimeoutError:
                return []

    async def _send_message(self, parameters: Parameters) -> dict[str, Any]:
        chat, text = int(parameters["chat_id"]), parameters["text"]
        await self.answers.put((chat, text))
        return {
            "message_id": 1000 + self.answers.qsize(),
            "date": SENT_AT,
            "chat": {"id": chat, "type": "private"},
            "from": BOT,
            "text": text,
        }


def _failure(status: int, description: str) -> JSONResponse:
    body = {"ok": False, "error_code": status, "description": description}
    return JSONResponse(body, status_code=status)
