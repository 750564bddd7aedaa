"""Which broker development gets: the one that is named, a private Redis, or memory."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import redis

from framework.dev.broker import broker

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize("variable", ["BROKER_URL", "REDIS_URL"])
def test_a_named_broker_is_used_as_it_is(variable: str) -> None:
    """Either variable wins, and nothing is started or asked."""
    with broker({variable: "redis://elsewhere:1234/5", "PATH": os.environ["PATH"]}) as url:
        assert url == "redis://elsewhere:1234/5"


@pytest.mark.parametrize("named", [{}, {"REDIS_URL": ""}])
def test_without_a_redis_it_is_memory(named: dict[str, str], tmp_path: Path) -> None:
    """A machine without a server runs all the same."""
    with broker({"PATH": str(tmp_path), **named}) as url:
        assert url == "memory://"


@pytest.fixture
def private() -> Iterator[str]:
    """Give a private Redis; CI must have the server on its PATH."""
    if shutil.which("redis-server") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs redis-server on its PATH")
        pytest.skip("no redis-server on PATH")
    with broker({"PATH": os.environ["PATH"]}) as url:
        yield url


def test_a_private_redis_is_on_loopback_apart_and_keeps_nothing(private: str) -> None:
    """Not the port that everyone knows, and no file is ever written."""
    with redis.Redis.from_url(private) as client:
        kept = client.config_get("*")

    assert private.startswith("redis://127.0.0.1:")
    assert not private.startswith("redis://127.0.0.1:6379/")
    assert kept["bind"] == "127.0.0.1"
    assert kept["save"] == ""
    assert kept["appendonly"] == "no"


def test_a_private_redis_ends_with_its_block() -> None:
    """Nothing answers afterwards, and its folder is gone."""
    if shutil.which("redis-server") is None:
        pytest.skip("no redis-server on PATH")
    with broker({"PATH": os.environ["PATH"]}) as url, redis.Redis.from_url(url) as client:
        folder = Path(client.config_get("dir")["dir"])
        assert folder.is_dir()

    assert not folder.exists()
    with redis.Redis.from_url(url) as client, pytest.raises(redis.ConnectionError):
        client.ping()
