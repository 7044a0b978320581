"""Models of DescribeNotesByCommitsResponse."""

from pydantic import Field

from .._model import Model


class CommitNote(Model):
    pass


class DescribeNotesByCommitsResult(Model):
    notes: CommitNote | None = Field(default=None, validation_alias="Notes", serialization_alias="Notes")
    """note 信息集合"""


class DescribeNotesByCommitsResponse(Model):
    response: DescribeNotesByCommitsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
