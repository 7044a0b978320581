"""Models of PostApiOauthAccessTokenResponse."""

from .._model import Model


class PostApiOauthAccessTokenResponse(Model):
    access_token: str | None = None
    refresh_token: str | None = None
    team: str | None = None
    expires_in: str | None = None
    token_type: str | None = None
