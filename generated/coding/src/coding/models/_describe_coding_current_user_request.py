"""Models of DescribeCodingCurrentUserRequest."""

from typing import Literal

from pydantic import Field

from .._model import Model


class DescribeCodingCurrentUserRequest(Model):
    action: Literal["DescribeCodingCurrentUser"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeCodingCurrentUser"""
