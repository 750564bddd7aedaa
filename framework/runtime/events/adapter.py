"""All that touches the insides of FastStream; the contract test pins what it relies on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from faststream import AckPolicy
from faststream._internal.endpoint.subscriber import SubscriberUsecase
from faststream.redis import BinaryMessageFormatV1, RedisBroker, StreamSub
from faststream.redis.configs import RedisConnectionState
from faststream.redis.message import DefaultStreamMessage, UnifyRedisDict, bDATA_KEY
from pydantic import ValidationError

from framework.runtime.events.errors import ConsumerError, InvalidMessageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fast_depends.library.serializer import SerializerProto
    from faststream._internal.basic_types import LoggerProto
    from faststream.message import StreamMessage
    from faststream.redis.parser import MessageFormat
    from faststream.redis.subscriber.usecases import StreamSubscriber
    from pydantic import BaseModel
    from redis.asyncio import Redis

    from framework.runtime.events.consumers import Subscription
    from framework.runtime.events.port import Delivery

HEADER_BYTES = 60_000  # FastStream writes the length of a header in 16 bits


class SafeBinaryFormat(BinaryMessageFormatV1):
    """FastStream's own format, with headers of any alphabet.

    0.7.8 writes the length of a header in characters and its text in UTF-8, so that one letter
    beyond ASCII makes the whole message unreadable; bytes are counted right.
    """

    __slots__ = ()

    @classmethod
    async def build(cls, **parts: Any) -> MessageFormat:  # noqa: ANN401 - passed on as they are
        """Build a message of which each header is UTF-8 bytes."""
        built = await super().build(**parts)
        built.headers = {
            key: str(value).encode()[:HEADER_BYTES] for key, value in built.headers.items()
        }
        return built


class FastStreamBroker(RedisBroker):
    """A FastStream broker over a client that exists already.

    It neither casts nor logs: messages are validated by their event's model, and failures are told
    by who knows the message.
    """

    def __init__(self, client: Redis) -> None:
        """Talk through `client`, whose owner closes it."""
        self._given = client
        super().__init__(
            message_format=SafeBinaryFormat,
            serializer=cast("SerializerProto", None),  # None is meant, but not in its types
            logger=cast("LoggerProto", None),
        )

    def _make_connection_state(
        self, connection_options: dict[str, object], kwargs: dict[str, object]
    ) -> RedisConnectionState:
        del connection_options, kwargs
        return _Given(self._given)


class _Given(RedisConnectionState):
    __slots__ = ()

    def __init__(self, client: Redis) -> None:
        super().__init__()
        self._client = client

    async def connect(self) -> Redis:
        self._connected = True
        return self.client

    async def disconnect(self) -> None:
        self._connected = False


class Endpoint:
    """A consumer with its dependencies, as FastStream calls it; it acknowledges nothing."""

    def __init__(self, subscriber: StreamSubscriber) -> None:
        """Wrap a subscriber that has started."""
        self._subscriber = subscriber

    async def __call__(self, delivery: Delivery) -> None:
        """Decode the message and call the consumer; what either raises comes out.

        Raises InvalidMessageError when the body is not what the event declares.
        """
        raw = delivery.fields.get(bDATA_KEY)
        if not raw or _headers(raw) is None:
            # FastStream would read the other fields as the body, or stumble over the headers.
            message = "`message`: is empty" if not raw else "`headers`: are no texts"
            raise InvalidMessageError(message)
        await self._subscriber.process_message(
            DefaultStreamMessage(
                type="stream",
                channel=delivery.stream,
                message_ids=[delivery.id],
                data={bDATA_KEY: raw},
            )
        )


async def endpoint(broker: FastStreamBroker, group: str, subscription: Subscription) -> Endpoint:
    """Prepare the consumer of `subscription`.

    Raises ConsumerError when it has a parameter that is neither the message nor a dependency.
    """
    subscriber = broker.subscriber(
        # FastStream's own reading loop never starts: the consumer's name is for its documents only.
        stream=StreamSub(subscription.event, group=group, consumer=group),
        ack_policy=AckPolicy.MANUAL,
        no_reply=True,
        decoder=_decoder(subscription.read),
    )
    subscriber(subscription.consume)
    await SubscriberUsecase[UnifyRedisDict].start(subscriber)
    _check_parameters(subscriber, subscription)
    return Endpoint(subscriber)


async def envelope(body: bytes, correlation: str, told: Mapping[str, str]) -> tuple[str, bytes]:
    """Return the field of a stream that a message is, as FastStream writes it: name and value."""
    message = await SafeBinaryFormat.encode(
        message=body, reply_to=None, headers=dict(told), correlation_id=correlation
    )
    return bDATA_KEY.decode(), message


def headers(fields: Mapping[bytes, bytes]) -> dict[str, str]:
    """Read the headers of a message; none when it is not readable."""
    return _headers(fields.get(bDATA_KEY, b"")) or {}


def _headers(raw: bytes) -> dict[str, str] | None:
    """Read headers; None when they are not texts, as other programs may write them."""
    found = cast("object", SafeBinaryFormat.parse(raw)[1])
    if not isinstance(found, dict):
        return None
    told = cast("dict[object, object]", found)
    texts = {key: value for key, value in told.items() if isinstance(value, str)}
    return cast("dict[str, str]", texts) if len(texts) == len(told) else None


def _decoder(
    read: Callable[[bytes], BaseModel],
) -> Callable[[StreamMessage[UnifyRedisDict]], BaseModel]:
    def decode(message: StreamMessage[UnifyRedisDict]) -> BaseModel:
        try:
            return read(message.body)
        except ValidationError as error:
            raise InvalidMessageError(_faults(error)) from None

    return decode


def _faults(error: ValidationError) -> str:
    """Say where a message is wrong, without repeating what stands there."""
    return "; ".join(
        f"`{'.'.join(map(str, fault['loc'])) or 'message'}`: {fault['msg']}"
        for fault in error.errors(include_url=False, include_input=False, include_context=False)
    )


def _check_parameters(subscriber: StreamSubscriber, subscription: Subscription) -> None:
    (call,) = subscriber.calls
    needed = [option.field_name for option in call.dependant.flat_params] if call.dependant else []
    if len(needed) > 1:
        message = (
            f"consumer of `{subscription.event}`: nothing provides `{needed[1]}`; "
            "annotate it with a dependency: Annotated[..., Depends(...)] of FastStream"
        )
        raise ConsumerError(message)
