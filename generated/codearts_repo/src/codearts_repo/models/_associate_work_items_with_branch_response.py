"""Models of AssociateWorkItemsWithBranchResponse."""

from typing import Literal

from .._model import Model


class Error(Model):
    code: str | None = None
    """Error code.
    Max. 100 characters in the error code format.
    """
    message: str | None = None
    """Error message."""


class AssociateWorkItemsWithBranchResponse(Model):
    error: Error | None = None
    """Response error code."""
    status: Literal["success", "failed"] | str | None = None
    """Response status."""
