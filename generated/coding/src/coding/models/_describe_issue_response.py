"""Models of DescribeIssueResponse."""

from pydantic import Field

from .._model import Model
from ._issue_detail import IssueDetail


class DescribeIssueResult(Model):
    issue: IssueDetail | None = Field(default=None, validation_alias="Issue", serialization_alias="Issue")
    """事项信息。"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueResponse(Model):
    response: DescribeIssueResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
