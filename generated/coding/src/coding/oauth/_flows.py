"""The OAuth 2.0 flows of the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict


@dataclass(frozen=True, slots=True)
class Flow:
    """How one grant of a security scheme gets its tokens.

    Attributes:
        token_endpoint: Where tokens are issued; variables in braces, and relative to the server if it has no host.
        authorization_endpoint: Where users are sent, empty for none.
        refresh_endpoint: Where tokens are renewed, empty for `token_endpoint`.
        scopes: Name → what it allows.
        separator: What stands between scopes.
        method: The method of token requests.
        placement: Where their parameters are: `form`, `query` or `json`.
        repeats_redirect: Whether the exchange of a code repeats the redirect URI.
    """

    token_endpoint: str
    authorization_endpoint: str = ""
    refresh_endpoint: str = ""
    scopes: Mapping[str, str] = field(default_factory=dict)
    separator: str = " "
    method: str = "POST"
    placement: str = "form"
    repeats_redirect: bool = True


class Variables(TypedDict, total=False):
    """Parts of the endpoints that the documentation leaves open.

    Attributes:
        your_team: 团队域名前缀
    """

    your_team: str


VARIABLES: Mapping[str, str] = {
    "your_team": "your-team",
}
"""Keyword argument → name in braces."""

FLOWS: Mapping[tuple[str, str], Flow] = {
    ("oauth2", "authorization_code"): Flow(
        "https://{your-team}.coding.net/api/oauth/access_token",
        authorization_endpoint="https://{your-team}.coding.net/oauth_authorize.html",
        refresh_endpoint="",
        scopes={
            "user": "获取用户信息(名称、头像等 )",
            "user:email": "读取用户的 email",
            "notification": "读取用户通知信息 (读/写)",
            "project": "授权访问项目信息、项目列表,仓库信息,公钥列表、成员",
            "project:api_doc": "授权发布 API 文档 (发布)",
            "project:artifacts": "授权推送、拉取制品库 (读/写)",
            "project:depot": "完整的仓库控制权限 (读/写)",
            "project:file": "授权读取与操作文件 (读/写)",
            "project:issue": "授权对项目协同模块进行读取与操作 (读/写)",
            "project:key": "授权对部署公钥和个人公钥进行读取与操作 (读/写)",
            "project:members": "授权项目管理者对成员进行读取与操作 (读/写)",
            "project:notice": "授权调用发布、删除、查询项目公告的接口 (读/写)",
        },
        separator=",",
        method="POST",
        placement="query",
        repeats_redirect=False,
    ),
}
"""(security scheme, grant) → flow; the first is the default."""
