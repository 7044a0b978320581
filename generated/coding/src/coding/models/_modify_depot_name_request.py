"""Models of ModifyDepotNameRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class ModifyDepotNameRequest(Model):
    action: Literal["ModifyDepotName"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户 id"""
    depot_name: str | None = Field(default=None, validation_alias="DepotName", serialization_alias="DepotName")
    """新仓库名"""
