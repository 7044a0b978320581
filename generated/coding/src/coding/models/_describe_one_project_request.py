"""Models of DescribeOneProjectRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeOneProjectRequest(Model):
    action: Literal["DescribeOneProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeOneProject"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""
