"""OAuth 认证."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack

from .. import models
from .._model import OMIT, Omit
from .._operation import Operation, RequestOptions, Values

if TYPE_CHECKING:
    from .._async_client import AsyncTransport
    from .._client import Transport

_GET_OAUTH_AUTHORIZE: Operation[None] = Operation(
    "getOauthAuthorize",
    "GET",
    "/oauth_authorize.html",
    results=lambda: {"default": None},
    server="https://{your-team}.coding.net",
    accept="*/*",
    is_safe=True,
)
_POST_API_OAUTH_ACCESS_TOKEN: Operation[models.PostApiOauthAccessTokenResponse] = Operation(
    "postApiOauthAccessToken",
    "POST",
    "/api/oauth/access_token",
    results=lambda: {"200": models.PostApiOauthAccessTokenResponse},
    server="https://{your-team}.coding.net",
    accept="application/json",
)
_GET_API_ME: Operation[models.GetApiMeResponse] = Operation(
    "getApiMe",
    "GET",
    "/api/me",
    results=lambda: {"200": models.GetApiMeResponse},
    server="https://{your-team}.coding.net",
    security=(("oauth2",), ("token",)),
    accept="application/json",
    is_safe=True,
)


class Oauth认证:
    """Operations: OAuth 认证."""

    def __init__(self, transport: Transport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    def get_oauth_authorize(
        self,
        *,
        your_team: str,
        client_id: Any | Omit = OMIT,
        redirect_uri: Any | Omit = OMIT,
        response_type: Literal["code"] | Omit = OMIT,
        scope: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> None:
        """用户授权.

        用浏览器打开下面的链接,即来到授权登录页面:
        完成登录授权后,浏览器会跳转至回调地址,并附上授权码(code)参数,如:

        Args:
            your_team: 团队域名前缀.
            client_id: 应用详情页的 Client ID.
            redirect_uri: 应用详情页填写的回调地址.
            response_type: 返回类型,固定为 code.
            scope: 授权范围,以逗号分隔,包括:

        Returns:
            The pages document no response.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _GET_OAUTH_AUTHORIZE,
            Values(
                query={
                    "client_id": client_id,
                    "redirect_uri": redirect_uri,
                    "response_type": response_type,
                    "scope": scope,
                },
                server={"your-team": your_team},
            ),
            options,
            self.get_oauth_authorize,
        )

    def post_api_oauth_access_token(
        self,
        *,
        your_team: str,
        client_id: Any | Omit = OMIT,
        client_secret: Any | Omit = OMIT,
        code: Any | Omit = OMIT,
        grant_type: Literal["authorization_code"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.PostApiOauthAccessTokenResponse:
        """获取 access_token.

        拿到授权码(code)之后,由开发者的后端程序请求 CODING,换取 access_token。

        Args:
            your_team: 团队域名前缀.
            client_id: 应用详情页的 Client ID.
            client_secret: 应用详情页的 Client Secret.
            code: 上一步获取的授权码.
            grant_type: 授权类型,固定为 authorization_code.

        Returns:
            OK.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _POST_API_OAUTH_ACCESS_TOKEN,
            Values(
                query={"client_id": client_id, "client_secret": client_secret, "code": code, "grant_type": grant_type},
                server={"your-team": your_team},
            ),
            options,
            self.post_api_oauth_access_token,
        )

    def get_api_me(
        self,
        *,
        your_team: str,
        access_token: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.GetApiMeResponse:
        """获取当前用户信息.

        Args:
            your_team: 团队域名前缀 Examples: codes-farm.
            access_token: 上一步获取的 access_token.

        Returns:
            OK.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return self._transport.request(
            _GET_API_ME,
            Values(
                query={"access_token": access_token},
                server={"your-team": your_team},
            ),
            options,
            self.get_api_me,
        )


class AsyncOauth认证:
    """Operations: OAuth 认证, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Use `transport` for all calls."""
        self._transport = transport

    async def get_oauth_authorize(
        self,
        *,
        your_team: str,
        client_id: Any | Omit = OMIT,
        redirect_uri: Any | Omit = OMIT,
        response_type: Literal["code"] | Omit = OMIT,
        scope: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> None:
        """用户授权.

        用浏览器打开下面的链接,即来到授权登录页面:
        完成登录授权后,浏览器会跳转至回调地址,并附上授权码(code)参数,如:

        Args:
            your_team: 团队域名前缀.
            client_id: 应用详情页的 Client ID.
            redirect_uri: 应用详情页填写的回调地址.
            response_type: 返回类型,固定为 code.
            scope: 授权范围,以逗号分隔,包括:

        Returns:
            The pages document no response.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _GET_OAUTH_AUTHORIZE,
            Values(
                query={
                    "client_id": client_id,
                    "redirect_uri": redirect_uri,
                    "response_type": response_type,
                    "scope": scope,
                },
                server={"your-team": your_team},
            ),
            options,
            self.get_oauth_authorize,
        )

    async def post_api_oauth_access_token(
        self,
        *,
        your_team: str,
        client_id: Any | Omit = OMIT,
        client_secret: Any | Omit = OMIT,
        code: Any | Omit = OMIT,
        grant_type: Literal["authorization_code"] | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.PostApiOauthAccessTokenResponse:
        """获取 access_token.

        拿到授权码(code)之后,由开发者的后端程序请求 CODING,换取 access_token。

        Args:
            your_team: 团队域名前缀.
            client_id: 应用详情页的 Client ID.
            client_secret: 应用详情页的 Client Secret.
            code: 上一步获取的授权码.
            grant_type: 授权类型,固定为 authorization_code.

        Returns:
            OK.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _POST_API_OAUTH_ACCESS_TOKEN,
            Values(
                query={"client_id": client_id, "client_secret": client_secret, "code": code, "grant_type": grant_type},
                server={"your-team": your_team},
            ),
            options,
            self.post_api_oauth_access_token,
        )

    async def get_api_me(
        self,
        *,
        your_team: str,
        access_token: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.GetApiMeResponse:
        """获取当前用户信息.

        Args:
            your_team: 团队域名前缀 Examples: codes-farm.
            access_token: 上一步获取的 access_token.

        Returns:
            OK.

        Documentation: scraper/pages/coding/open-api.txt
        """
        return await self._transport.request(
            _GET_API_ME,
            Values(
                query={"access_token": access_token},
                server={"your-team": your_team},
            ),
            options,
            self.get_api_me,
        )
