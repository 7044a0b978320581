"""Models of DescribeBlockedByIssueListResponse."""

from pydantic import Field

from .._model import Model
from ._issue_simple_data import IssueSimpleData


class DescribeBlockedByIssueListResult(Model):
    issues: list[IssueSimpleData] | None = Field(default=None, validation_alias="Issues", serialization_alias="Issues")
    """前置事项列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeBlockedByIssueListResponse(Model):
    response: DescribeBlockedByIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
