"""Models of CreateBranchResponse401."""

from .._model import Model


class CreateBranchResponse401(Model):
    error_code: str | None = None
    """Error code."""
    error_msg: str | None = None
    """Error message."""
