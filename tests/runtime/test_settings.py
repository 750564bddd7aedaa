"""The environment of a service, and the sentences that refuse it."""

from __future__ import annotations

import pytest
from pydantic import Field

from framework.runtime.app import compose_worker
from framework.runtime.settings import ServiceSettings, SettingsExit

NAMES = ("ENVIRONMENT", "LOG_LEVEL", "BROKER_URL", "REDIS_URL", "MAX_BODY_SIZE", "DATABASE_URL")


class Settings(ServiceSettings):
    """What a service adds."""

    bot_token: str = Field(min_length=20, description="the bot's key, from BotFather")
    workers: int = 1


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*NAMES, "BOT_TOKEN", "WORKERS"):
        monkeypatch.delenv(name, raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    """Read settings from an environment of these variables."""
    monkeypatch.setenv("BOT_TOKEN", "x" * 20)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return Settings.load()


def test_defaults_are_for_development(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but what the service itself needs has to be set."""
    settings = load(monkeypatch)

    assert (settings.environment, settings.log_level) == ("development", "info")
    assert (settings.broker_url, settings.max_body_size) == ("memory://", 1024 * 1024)


@pytest.mark.parametrize(
    ("variables", "url"),
    [
        ({"REDIS_URL": "redis://a"}, "redis://a"),
        ({"BROKER_URL": "redis://b"}, "redis://b"),
        ({"REDIS_URL": "redis://a", "BROKER_URL": "redis://b"}, "redis://b"),
    ],
)
def test_the_broker_has_two_names(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], url: str
) -> None:
    """`BROKER_URL` wins over `REDIS_URL`."""
    assert load(monkeypatch, **variables).broker_url == url


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        (
            {"BOT_TOKEN": "s3cret"},
            (
                "`BOT_TOKEN` (the bot's key, from BotFather) is not valid: string should have at "
                "least 20 characters; set it in the environment: `BOT_TOKEN=...`"
            ),
        ),
        (
            {"WORKERS": "s3cret"},
            (
                "`WORKERS` is not valid: it cannot be read as what it should be; set it in the "
                "environment: `WORKERS=...`"
            ),
        ),
        (
            {"LOG_LEVEL": "s3cret"},
            (
                "`LOG_LEVEL` (the least severe level that is logged) is not valid: input should be "
                "'debug', 'info', 'warning' or 'error'; set it in the environment: `LOG_LEVEL=...`"
            ),
        ),
        (
            {"ENVIRONMENT": "production"},
            (
                "`BROKER_URL` is `memory://`, which loses events when a process ends: in "
                "production set it to the broker, for example `BROKER_URL=redis://redis:6379/0`"
            ),
        ),
    ],
)
def test_a_wrong_variable_is_refused_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variables: dict[str, str],
    sentence: str,
) -> None:
    """It names the variable, what it is for and how to set it, but not the value; exit code 2."""
    with pytest.raises(SettingsExit) as exit_:
        load(monkeypatch, **variables)

    assert (exit_.value.code, exit_.value.sentences) == (2, (sentence,))
    assert capsys.readouterr().err == f"settings: {sentence}\n"


def test_all_faults_are_told_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing variable and a wrong one give two lines."""
    monkeypatch.setenv("MAX_BODY_SIZE", "0")
    with pytest.raises(SettingsExit):
        Settings.load()

    assert [line.split(";")[0] for line in capsys.readouterr().err.splitlines()] == [
        (
            "settings: `MAX_BODY_SIZE` (how many bytes the body of a request may have) is not "
            "valid: input should be greater than 0"
        ),
        "settings: `BOT_TOKEN` (the bot's key, from BotFather) is missing",
    ]


def test_settings_do_not_show_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither `repr` nor `str` has a value that may be secret."""
    settings = load(monkeypatch, BROKER_URL="redis://user:s3cret@host")

    assert "s3cret" not in f"{settings!r}{settings}"
    assert "xxx" not in f"{settings!r}{settings}"


def test_an_address_that_is_none_is_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A service does not start, and does not show the password of the address."""
    settings = ServiceSettings(broker_url="amqp://user:s3cret@host")
    with pytest.raises(SettingsExit):
        compose_worker(name="worker", settings=settings)

    said = capsys.readouterr().err
    assert said.startswith("settings: `BROKER_URL` is not valid: broker `amqp://host`")
    assert "s3cret" not in said
