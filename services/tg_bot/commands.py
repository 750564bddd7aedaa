"""What the bot answers to each command; nothing here knows of Telegram."""

from dataclasses import dataclass

from services.tg_bot.backend import Backend

LISTED = 20  # people in one answer, which Telegram limits to 4096 characters


@dataclass(frozen=True, slots=True)
class Command:
    """A command as a person sent it: `/<name> <argument>`."""

    name: str
    argument: str
    sender_id: int
    sender_name: str


class Commands:
    """The bot's commands: each takes what a person sent and returns what to say.

    All may raise `RefusedError`, whose text is then what to say.
    """

    def __init__(self, backend: Backend) -> None:
        """Do with `backend` what people ask for."""
        self._backend = backend

    async def start(self, command: Command) -> str:
        """Greet."""
        return (
            f"Hello, {command.sender_name}!\n"
            "/register <email> [name] registers you, /people lists who is registered."
        )

    async def register(self, command: Command) -> str:
        """Register the sender, under the name that they have at Telegram unless they give one."""
        match command.argument.split(maxsplit=1):
            case [email, name]:
                pass
            case [email]:
                name = command.sender_name
            case _:
                return "Please send your e-mail address too: /register <email> [name]"
        person = await self._backend.create_user(
            email=email, name=name, telegram_id=command.sender_id
        )
        return f"{person.name}, you are registered as number {person.id}."

    async def people(self, _command: Command) -> str:
        """List those who registered first."""
        people = await self._backend.list_users(limit=LISTED)
        return "\n".join(f"{person.id}. {person.name}" for person in people) or "Nobody yet."
