"""Models of CreateCodingProjectResponse."""

from pydantic import Field

from .._model import Integer, Model


class CreateCodingProjectResult(Model):
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 Id"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class CreateCodingProjectResponse(Model):
    response: CreateCodingProjectResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
