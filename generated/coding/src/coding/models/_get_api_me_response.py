"""Models of GetApiMeResponse."""

from .._model import Integer, Model


class GetApiMeResponse(Model):
    avatar: str | None = None
    created_at: Integer | None = None
    global_key: str | None = None
    name: str | None = None
    name_pinyin: str | None = None
    updated_at: Integer | None = None
    path: str | None = None
    id: Integer | None = None
    team: str | None = None
    email_validation: Integer | None = None
