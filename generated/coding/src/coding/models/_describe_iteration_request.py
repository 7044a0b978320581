"""Models of DescribeIterationRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeIterationRequest(Model):
    action: Literal["DescribeIteration"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIteration"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代编号"""
