"""Models of CreateGitCommitNoteResponse."""

from pydantic import Field

from .._model import Model


class CreateGitCommitNoteResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class CreateGitCommitNoteResponse(Model):
    response: CreateGitCommitNoteResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
