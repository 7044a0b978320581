"""Models of ObtainCommitInformationAssociatedWithWorkItemResponse401."""

from .._model import Model


class ObtainCommitInformationAssociatedWithWorkItemResponse401(Model):
    error_code: str | None = None
    """Error code."""
    error_msg: str | None = None
    """Error message."""
