"""The base of every generated model."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """What a spec's variant compiles to.

    A model says what its fields are. Whether unknown fields and other spellings are refused is
    decided where it is read: requests are, messages and responses are not.
    """

    model_config = ConfigDict(
        from_attributes=True,
        defer_build=True,  # halves the import of many models
        allow_inf_nan=False,
        hide_input_in_errors=True,  # a value may be a secret, and errors are logged
        extra="ignore",
        validate_by_name=True,  # code says names; on the wire only aliases count
        validate_by_alias=True,
    )
