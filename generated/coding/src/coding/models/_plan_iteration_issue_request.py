"""Models of PlanIterationIssueRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class PlanIterationIssueRequest(Model):
    action: Literal["PlanIterationIssue"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:PlanIterationIssue"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    iteration_code: Integer | None = Field(
        default=None, validation_alias="IterationCode", serialization_alias="IterationCode"
    )
    """迭代编号,如需把事项移出迭代,则传 0"""
    issue_code: list[Integer] | None = Field(
        default=None, validation_alias="IssueCode", serialization_alias="IssueCode"
    )
    """需要规划的事项编号列表"""
