"""Models of DescribeIterationResponse."""

from pydantic import Field

from .._model import Model
from ._iteration import Iteration


class DescribeIterationResult(Model):
    iteration: Iteration | None = Field(default=None, validation_alias="Iteration", serialization_alias="Iteration")
    """迭代的具体信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIterationResponse(Model):
    response: DescribeIterationResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
