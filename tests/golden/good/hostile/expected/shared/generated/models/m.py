# Generated from specs/models/m.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/m.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import Pattern, String

__all__ = [
    "E",
    "M",
]


class E(StrEnum):
    """ends with a quote\""""

    VALUE = '"""'
    """\"\"\""""
    IMPORT_OS = "'; import os #"
    """\\"""
    A_B = "a\nb"
    """x
    y
    """
    VALUE_2 = "\x00"
    """\x1b[31m"""


class M(Model):
    """\"\"\"
    import os
    os.system('x')
    \"\"\"
    """

    a: String = '""" + __import__(\'os\') + "'
    """\"\"\""""
    b: Annotated[String, Pattern("^[\"'\\\\]+$"), Field(alias="\"b'\\", deprecated='"""\\')]
    c: Literal['"', "'", "\\", "a\n", "{{ x }}"] = "\\"
    d: Literal["\"'\\\n"]
    e: E = E.VALUE
    f: dict[String, String] = Field(default={'"k"': '\\"v\\"'})
