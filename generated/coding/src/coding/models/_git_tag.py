"""Models of GitTag."""

from pydantic import Field

from .._model import Model


class GitTag(Model):
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
