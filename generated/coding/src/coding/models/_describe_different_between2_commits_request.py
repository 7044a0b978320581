"""Models of DescribeDifferentBetween2CommitsRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeDifferentBetween2CommitsRequest(Model):
    action: Literal["DescribeDifferentBetween2Commits"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    source: str | None = Field(default=None, validation_alias="Source", serialization_alias="Source")
    """源请求 Sha 值,分支名称"""
    target: str | None = Field(default=None, validation_alias="Target", serialization_alias="Target")
    """目标请求 Sha 值,分支名称"""
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """文件位置"""
