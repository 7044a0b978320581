"""Models of DescribeIssueListResponse."""

from pydantic import Field

from .._model import Model
from ._issue_list_data import IssueListData


class DescribeIssueListResult(Model):
    issue_list: list[IssueListData] | None = Field(
        default=None, validation_alias="IssueList", serialization_alias="IssueList"
    )
    """事项列表。"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueListResponse(Model):
    response: DescribeIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
