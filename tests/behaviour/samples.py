"""JSON values at and beyond the edges of each type of the language."""

from __future__ import annotations

from framework import wire

LONG = "YWJj" * 10

TEXTS = ["", "a", "ab", "abc", "abcdefghij", "a" * 11, "a" * 13]
TEXTS += ["a\0", "\0", "é", "\U0001f980", "a\n", "A", " a", "1", "\"'\\"]

NUMBERS: list[int | float] = [0, 1, -1, 2, 3, 6, 9, 10, 99, 100, 10**309]
NUMBERS += [1.0, 3.0, 0.5, -0.0, 1e-7, 1.5, 1e300, wire.FLOAT_MAX, -wire.FLOAT_MAX]
EDGES = (2**31, 2**53, 2**63)
NUMBERS += [sign * edge + step for edge in EDGES for sign in (1, -1) for step in (-1, 0, 1)]

SPELT = {
    "decimal": "0 1 -1 -0 0.1 0.5 1.5 9.90 1.500 01 1. .5 1e3 +1 NaN 1,5 9999999999 99999999999 "
    "12345678901.25 111111111111111111 1111111111111111111 0.0000000001 0.00000000001",
    "datetime": "2026-01-02T03:04:05Z 2026-01-02T03:04:05.123456+02:00 2026-01-02T03:04:05 "
    "2026-01-02_03:04:05Z 2026-02-29T00:00:00Z 2024-02-29T00:00:00Z 0999-12-31T23:59:59Z "
    "1000-01-01T00:00:00+01:00 2999-12-31T23:59:59Z 2026-01-02T24:00:00Z "
    "2026-01-02T03:04:60Z 2026-01-02t03:04:05z 1767323045",
    "date": "2026-01-02 2023-02-29 2024-02-29 1900-02-29 2000-02-29 0999-12-31 2026-1-2 "
    "2026-01-32 20260102 2026-01-02T00:00:00",
    "time": "03:04:05 03:04:05.5 03:04 24:00:00 03:04:05Z 03:04:05.1234567",
    "duration": "PT0S P1D P1DT2H PT1.5S P1W P1M P PT -P1D P999999D P1DT25H PT999999H P1W1D "
    "P1000000D pt1s",
    "uuid": "00000000-0000-4000-8000-000000000000 ABCDEF00-0000-0000-0000-00000000000a "
    "00000000-0000-4000-8000-00000000000G 00000000000040008000000000000000 "
    "{00000000-0000-4000-8000-000000000000}",
    "email": "a@example.com a@b.co a@b @b.co a@ A+b@C-d.Ef é@example.com "
    f"{'a' * 64}@b.co {'a' * 65}@b.co",
    "url": "https://example.com/ http://a ftp://a https://u:p@a/ https://a/?q=1#f https:// "
    f"https://a/{'b' * 2038} https://a/{'b' * 2039}",
    "cursor": f"{'a' * 32} {'_-9A' * 9} {'a' * 31} {'a' * 33} {'a' * 2048} {'a' * 2052} {'+' * 32}",
    "bytes": f"aGk= aGk aGl= aGkx YQ== YR== a-_= {LONG} {LONG}YQ== {LONG}YWJj",
}

FREE: list[object] = [None, 0, 1.5, "x", "\0", [], {"a": [None]}, {"\0": 1}]
FREE += [2**53, -(2**53) - 1, {"k" * 256: 1}, {"k" * 257: 1}]

JUNK: list[object] = [None, True, False, 0, 1, 1.0, 1.5, "", "x", "1", "true"]
JUNK += [[], {}, [1], {"a": 1}]


def samples(kind: str) -> list[object]:
    """Return values of the scalar `kind`, and some that are nearly of it."""
    if kind in {"int", "int32", "int64", "float"}:
        return [*NUMBERS]
    if kind == "bool":
        return [True, False]
    return [*SPELT.get(kind, "").split(), *TEXTS]
