"""Models of Commit."""

from pydantic import Field

from .._model import Integer, Model
from ._commiter import Commiter


class Commit(Model):
    short_message: str | None = Field(default=None, validation_alias="ShortMessage", serialization_alias="ShortMessage")
    """提交消息"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交 sha 值"""
    commit_date: Integer | None = Field(default=None, validation_alias="CommitDate", serialization_alias="CommitDate")
    """提交时间戳"""
    commiter: Commiter | None = Field(default=None, validation_alias="Commiter", serialization_alias="Commiter")
    """提交者"""
