"""Models of DescribeMergeRequestRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeMergeRequestRequest(Model):
    action: Literal["DescribeMergeRequest"] = Field(validation_alias="Action", serialization_alias="Action")
    merge_id: Integer | None = Field(default=None, validation_alias="MergeId", serialization_alias="MergeId")
    """合并请求 id"""
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
