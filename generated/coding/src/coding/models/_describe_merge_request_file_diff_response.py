"""Models of DescribeMergeRequestFileDiffResponse."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class FileDiff(Model):
    change_type: Literal["ADD", "MODIFY", "DELETE", "REPLACE"] | str | None = Field(
        default=None, validation_alias="ChangeType", serialization_alias="ChangeType"
    )
    """操作类型"""
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """总删除行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """总新增行数"""
    object_id: str | None = Field(default=None, validation_alias="ObjectId", serialization_alias="ObjectId")
    """objectId"""
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """文件路径"""


class MergeRequestFileDiff(Model):
    file_diffs: list[FileDiff] | None = Field(
        default=None, validation_alias="FileDiffs", serialization_alias="FileDiffs"
    )
    """文件差别列表"""
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """总删除行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """总新增行数"""
    old_sha: str | None = Field(default=None, validation_alias="OldSha", serialization_alias="OldSha")
    """旧请求的 sha 值"""
    new_sha: str | None = Field(default=None, validation_alias="NewSha", serialization_alias="NewSha")
    """新请求的 sha 值"""


class DescribeMergeRequestFileDiffResult(Model):
    merge_request_file_diff: MergeRequestFileDiff | None = Field(
        default=None, validation_alias="MergeRequestFileDiff", serialization_alias="MergeRequestFileDiff"
    )
    """文件修改记录"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestFileDiffResponse(Model):
    response: DescribeMergeRequestFileDiffResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
