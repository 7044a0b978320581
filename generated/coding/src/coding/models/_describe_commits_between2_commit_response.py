"""Models of DescribeCommitsBetween2CommitResponse."""

from pydantic import Field

from .._model import Integer, Model
from ._commiter import Commiter


class DifferentOfCommitInfoCommitsItem(Model):
    short_message: str | None = Field(default=None, validation_alias="ShortMessage", serialization_alias="ShortMessage")
    """提交的消息"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交的 Sha"""
    commit_date: Integer | None = Field(default=None, validation_alias="CommitDate", serialization_alias="CommitDate")
    """提交的时间戳,单位毫秒"""
    commiter: Commiter | None = Field(default=None, validation_alias="Commiter", serialization_alias="Commiter")


class DifferentOfCommitInfoDifferentOfCommitsItem(Model):
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """文件路径"""
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """删除的行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """新增的行数"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """提交名称"""


class DifferentOfCommitInfo(Model):
    commits: list[DifferentOfCommitInfoCommitsItem] | None = Field(
        default=None, validation_alias="Commits", serialization_alias="Commits"
    )
    different_of_commits: list[DifferentOfCommitInfoDifferentOfCommitsItem] | None = Field(
        default=None, validation_alias="DifferentOfCommits", serialization_alias="DifferentOfCommits"
    )
    deletions: Integer | None = Field(default=None, validation_alias="Deletions", serialization_alias="Deletions")
    """删除的行数"""
    insertions: Integer | None = Field(default=None, validation_alias="Insertions", serialization_alias="Insertions")
    """新增的行数"""
    update_file_num: Integer | None = Field(
        default=None, validation_alias="UpdateFileNum", serialization_alias="UpdateFileNum"
    )
    """修改的文件数"""


class DescribeCommitsBetween2CommitResult(Model):
    different_of_commit_info: DifferentOfCommitInfo | None = Field(
        default=None, validation_alias="DifferentOfCommitInfo", serialization_alias="DifferentOfCommitInfo"
    )
    """差异信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeCommitsBetween2CommitResponse(Model):
    response: DescribeCommitsBetween2CommitResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
