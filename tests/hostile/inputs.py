"""Projects that are written to cost time or memory, or to break whoever reads them."""

from __future__ import annotations

import json

Files = dict[str, str | bytes]
MODELS = "specs/models.yaml"
ROUTER = "specs/routers/backend/users.yaml"
USER = {"User": {"fields": {"id": "int"}}}


def models(declared: object, **more: object) -> Files:
    """Return a file of models."""
    return {MODELS: json.dumps({"models": declared, **more})}


def fields(**declared: object) -> Files:
    """Return a file with one model of some fields."""
    return models({"It": {"fields": declared}})


def routes(*paths: str) -> Files:
    """Return a router with an operation for each path."""
    handlers = {
        f"op{index}": {
            "method": "GET",
            "path": path,
            "params": {s[1:-1]: "int" for s in path.split("/") if s.startswith("{")},
            "response": "User",
        }
        for index, path in enumerate(paths)
    }
    return {**models(USER), ROUTER: json.dumps({"rest": {"handlers": handlers}})}


def bomb() -> str:
    """Return aliases that stand for nine others each, twelve times over."""
    lines = ["a: &a [x, x]"]
    for index in range(12):
        before, name = chr(97 + index), chr(98 + index)
        lines.append(f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


def followed() -> Files:
    """Return an event whose key may go many ways at each of its steps."""
    kinds = [f"M{index}" for index in range(60)]
    members = {
        kind: {"fields": {"kind": {"const": kind}, "id": "int", "next": "Either"}} for kind in kinds
    }
    event = {"message": "Either", "publish": ["backend"], "key": "next." * 14 + "id"}
    return {
        **models(members, unions={"Either": {"discriminator": "kind", "of": kinds}}),
        "specs/events.yaml": json.dumps({"events": {"told": event}}),
    }


def circle(count: int) -> dict[str, object]:
    """Return models of which each has the next one, and the last the first."""
    variants = {"Create": {}, "Update": {"optional": "all"}, "Read": {}}
    return {
        f"M{i}": {"fields": {"x": f"M{(i + 1) % count}"}, "variants": variants}
        for i in range(count)
    }


def chain(count: int) -> dict[str, object]:
    """Return models of which each has the next one."""
    last = count - 1
    return {f"M{i}": {"fields": {"x": f"M{i + 1}" if i < last else "int"}} for i in range(count)}


NUMBERS = f"""models:
  It:
    fields:
      a: {{type: int, default: 1{"0" * 10_000}}}
      b: {{type: float, default: 1e999999}}
      c: {{type: decimal, ge: "1e999999"}}
      d: {{type: float, ge: 1e999999}}
      e: {{type: decimal, le: "{"9" * 5000}"}}
      f: {{type: json, default: 1e999}}
      g: {{type: int, x-y: .inf}}
      h: {{type: int, multiple_of: {"9" * 40}}}
"""
DATES = """models:
  It:
    fields:
      a: {type: date, default: 9999-99-99}
      b: {type: datetime, ge: "9999-12-31T23:59:60Z"}
      c: {type: datetime, default: "0000-01-01T00:00:00Z"}
      d: {type: duration, ge: P99999999999999999999D}
      e: {type: time, le: "24:00:00"}
      f: {type: date, ge: 10000-01-01}
      g: {type: datetime, le: "2999-12-31T23:59:59-14:00"}
"""
HUGE = {"type": "string", "pattern": "((((a{0,99}){0,99}){0,99}){0,9})"}
MISTAKES = {f"M{i}": {"fields": {"x": "M"}} for i in range(10_000)}
UNKNOWN = [f"x{i}" for i in range(50_000)]
LETTERS = {"Us\u0435r": {"fields": {"id": "int"}}}
LONG_NAMES: Files = {
    **fields(a={"type": "int", "ge": "x" * 10**6, "default": "y" * 10**6}),
    ROUTER: json.dumps({"rest": {"handlers": {"a": {"method": "G" * 10**6, "path": "/" * 10**5}}}}),
}
CASES: dict[str, tuple[str, Files]] = {
    "alias bomb": ("SPEC006", {MODELS: bomb()}),
    "brackets": ("SPEC004", {MODELS: "models: " + "[" * 100_000}),
    "braces": ("SPEC004", {MODELS: "models: " + "{a: " * 100_000}),
    "sequences": ("SPEC004", {MODELS: "models:\n " + "- " * 100_000 + "x\n"}),
    "mappings": ("SPEC004", {MODELS: "".join(f"{' ' * i}k{i}:\n" for i in range(3000))}),
    "complex keys": ("SPEC007", {MODELS: "? " * 100_000}),
    "tabs": ("SPEC003", {MODELS: "models:\n" + "\t" * 10**6}),
    "utf-16": ("SPEC002", {MODELS: "models: {}\n".encode("utf-16")}),
    "utf-16 without a mark": ("SPEC002", {MODELS: "models: {}\n".encode("utf-16-be")}),
    "utf-32": ("SPEC002", {MODELS: "models: {}\n".encode("utf-32")}),
    "latin-1": ("SPEC002", {MODELS: "models: {} # caf\u00e9\n".encode("latin-1")}),
    "nul": ("SPEC002", {MODELS: b"models: {\0}\n"}),
    "bidirectional": ("SPEC002", {MODELS: "models: {} # \u202e\n"}),
    "homoglyph": ("U+0435", {MODELS: json.dumps({"models": LETTERS}, ensure_ascii=False)}),
    "long key": ("SPEC004", models({"A" * 10_000: {"fields": {"id": "int"}}})),
    "long values": ("SPEC104", LONG_NAMES),
    "10,000 mistakes": (
        "SPEC201",
        models(MISTAKES),
    ),
    "20,000 equal keys": ("SPEC005", {MODELS: "models:\n" + "  A: {fields: {id: int}}\n" * 20_000}),
    "60,000 anchors": ("SPEC006", {MODELS: "".join(f"a{i}: &b 1\n" for i in range(60_000))}),
    "circle of models": ("SPEC222", models(circle(5000))),
    "chain of models": ("", models(chain(5000))),
    "variants": ("SPEC227", models({"It": {"variants": {f"V{i}": {} for i in range(50_000)}}})),
    "fields": ("SPEC228", fields(**{f"x{i}": "int" for i in range(50_000)})),
    "long pattern": ("SPEC250", fields(x={"type": "string", "pattern": "a" * 10**6})),
    "exponential pattern": (
        "SPEC251",
        fields(x={"type": "string", "pattern": "^(a+)+$", "default": "a" * 50_000 + "b"}),
    ),
    "large patterns": ("SPEC250", fields(**{f"x{i}": HUGE for i in range(100)})),
    "numbers": ("SPEC120", {MODELS: NUMBERS}),
    "dates": ("SPEC246", {MODELS: DATES}),
    "deep type": ("SPEC105", fields(x="list[" * 1000 + "int" + "]" * 1000, y="[" * 200)),
    "values": (
        "",
        {
            MODELS: json.dumps(
                {
                    "enums": {"Big": {"values": [f"v{i}" for i in range(60_000)]}},
                    "models": {
                        f"M{j}": {
                            "fields": {
                                f"x{i}": {"type": "Big", "default": f"v{i}"} for i in range(500)
                            }
                        }
                        for j in range(30)
                    },
                }
            )
        },
    ),
    "crossing routes": (
        "SPEC321",
        routes(
            *(f"/a{i}/b{i}/c{i}" for i in range(5000)),
            *(f"/{{x}}/{{y}}/d{i}" for i in range(5000)),
            "/a/b/{z}",
        ),
    ),
    "routes of all shapes": (
        "SPEC321",
        routes(
            *(
                "".join(f"/{{x{j}}}" if i >> j & 1 else "/l" for j in range(12))
                for i in range(1 << 12)
            )
        ),
    ),
    "ways of a key": ("SPEC406", followed()),
    "dependencies": (
        "SPEC505",
        {
            "services.yml": json.dumps(
                {
                    "version": 1,
                    "resources": {f"r{i}": {"type": "redis"} for i in range(20_000)},
                    "services": [
                        {
                            "name": "a",
                            "type": "node",
                            "depends_on": UNKNOWN,
                        }
                    ],
                }
            )
        },
    ),
}
