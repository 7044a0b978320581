"""Models of DescribeRequirementDefectRelationRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeRequirementDefectRelationRequest(Model):
    action: Literal["DescribeRequirementDefectRelation"] = Field(
        validation_alias="Action", serialization_alias="Action"
    )
    """公共参数,调用此接口时取值:DescribeRequirementDefectRelation。"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    requirement_code: Integer | None = Field(
        default=None, validation_alias="RequirementCode", serialization_alias="RequirementCode"
    )
    """需求 Code"""
