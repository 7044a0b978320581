"""Models of DescribeUserProjectsRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeUserProjectsRequest(Model):
    action: Literal["DescribeUserProjects"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeUserProjects"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """成员 Id"""
    user_id_2: Integer | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """成员 Id"""
