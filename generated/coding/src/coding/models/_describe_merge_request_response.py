"""Models of DescribeMergeRequestResponse."""

from typing import Literal

from pydantic import Field

from .._model import Boolean, Model


class MergeRequestInfo(Model):
    describe: str | None = Field(default=None, validation_alias="Describe", serialization_alias="Describe")
    """描述,为 markdown 格式"""
    status: Literal["CANMERGE", "ACCEPTED", "CANNOTMERGE", "REFUSED", "CANCEL", "MERGING", "ABNORMAL"] | str | None = (
        Field(default=None, validation_alias="Status", serialization_alias="Status")
    )
    """合并状态"""
    title: str | None = Field(default=None, validation_alias="Title", serialization_alias="Title")
    """合并标题"""
    target_branch: str | None = Field(default=None, validation_alias="TargetBranch", serialization_alias="TargetBranch")
    """目标分支"""
    source_branch: Boolean | str | None = Field(
        default=None, validation_alias="SourceBranch", serialization_alias="SourceBranch"
    )
    """源分支"""


class DescribeMergeRequestResult(Model):
    merge_request_info: MergeRequestInfo | None = Field(
        default=None, validation_alias="MergeRequestInfo", serialization_alias="MergeRequestInfo"
    )
    """合并相关信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestResponse(Model):
    response: DescribeMergeRequestResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
