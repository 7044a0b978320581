"""Models of ModifyProjectResponse."""

from pydantic import Field

from .._model import Model


class ModifyProjectResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class ModifyProjectResponse(Model):
    response: ModifyProjectResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
