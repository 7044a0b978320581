"""GitLab: a typed client.

Tier: STARTER.
"""

from . import exceptions, models
from ._model import OMIT, Model, Omit
from ._operation import FileContent, RequestOptions
from ._pages import AsyncPages, Pages
from ._response import ApiResponse
from ._retries import RetryPolicy
from ._tokens import TokenSource
from .client import AsyncClient, Client

__all__ = [
    "OMIT",
    "ApiResponse",
    "AsyncClient",
    "AsyncPages",
    "Client",
    "FileContent",
    "Model",
    "Omit",
    "Pages",
    "RequestOptions",
    "RetryPolicy",
    "TokenSource",
    "exceptions",
    "models",
]
__version__ = "1.0.0"
