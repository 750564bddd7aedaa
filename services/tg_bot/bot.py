"""Between Telegram and the commands: what a person sends is published, then answered."""

from collections.abc import Awaitable, Callable

import structlog
from telegram import Message, Update, User
from telegram.ext import CommandHandler, ContextTypes
from telegram.ext.filters import UpdateType

from framework.runtime.context import correlation_id, new_id
from services.tg_bot.backend import RefusedError
from services.tg_bot.commands import Command, Commands
from shared.generated.events.publishers.tg_bot import TgBotPublisher
from shared.generated.models.commands import CommandReceived

Listener = CommandHandler[ContextTypes.DEFAULT_TYPE, None]
Answer = Callable[[Command], Awaitable[str]]

log = structlog.stdlib.get_logger(__name__)


def listeners(commands: Commands, events: TgBotPublisher) -> list[Listener]:
    """Give what listens to each of the commands."""
    return [
        _listener("start", commands.start, events),
        _listener("register", commands.register, events),
        _listener("people", commands.people, events),
    ]


async def apologise(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong with a command, and tell the person who sent it that it did."""
    log.error("command_failed", exc_info=context.error)
    if isinstance(update, Update) and update.message:
        await update.message.reply_text("Something went wrong. Please try again later.")


def _listener(name: str, answer: Answer, events: TgBotPublisher) -> Listener:
    async def listen(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message, sender = update.message, update.effective_user
        if message and sender:
            correlation_id.set(new_id())
            command = _read(name, message, sender)
            await events.command_received(_event(command, message))
            await message.reply_text(await _say(answer, command))

    # New messages only: a command is not given again by editing it.
    return CommandHandler(name, listen, filters=UpdateType.MESSAGE)


def _read(name: str, message: Message, sender: User) -> Command:
    _, *argument = (message.text or "").split(maxsplit=1)
    return Command(name, "".join(argument), sender.id, sender.full_name)


def _event(command: Command, message: Message) -> CommandReceived:
    return CommandReceived(
        command=command.name,
        argument=command.argument,
        chat_id=message.chat_id,
        received_at=message.date,
    )


async def _say(answer: Answer, command: Command) -> str:
    try:
        return await answer(command)
    except RefusedError as refused:
        return str(refused)
