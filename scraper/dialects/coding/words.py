"""What pages of this layout call things: the only place that knows their words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scraper.readers.glued_lines import GluedLayout
from scraper.vocabulary import Role, Vocabulary

COLUMNS: Mapping[str, Role] = {
    **dict.fromkeys(("参数名称", "参数名", "参数", "名称", "字段", "字段名", "字段名称", "属性", "scope 名称"), "name"),
    **dict.fromkeys(("name", "parameter", "field"), "name"),
    **dict.fromkeys(("必选", "必填", "是否必选", "是否必填", "是否必须", "必须", "required"), "required"),
    **dict.fromkeys(("类型", "参数类型", "数据类型", "字段类型", "type"), "type"),
    **dict.fromkeys(("描述", "说明", "参数描述", "参数说明", "备注", "含义", "授权说明", "description"), "description"),
    **dict.fromkeys(("默认值", "默认", "缺省值", "default"), "default"),
    **dict.fromkeys(("状态", "对应状态", "状态值", "取值", "枚举值", "可选值", "值", "value"), "status"),
    **dict.fromkeys(("示例", "示例值", "读写", "权限"), "other"),
}
SECTIONS = {
    **dict.fromkeys(("输入参数", "请求参数", "入参", "请求体参数"), "request"),
    **dict.fromkeys(("输出参数", "返回参数", "响应参数", "出参"), "response"),
    **dict.fromkeys(("接口描述", "接口说明", "功能描述", "接口介绍"), "description"),
}
REQUIRED = {
    **dict.fromkeys(("是", "必选", "必填", "true", "yes", "y", "required"), True),
    **dict.fromkeys(("否", "可选", "选填", "非必填", "false", "no", "n", "optional"), False),
}
VOCABULARY = Vocabulary(COLUMNS, SECTIONS, REQUIRED)

EXAMPLE_LABEL = re.compile(r"^(?:Example|示例)\s*(\d+)\s*[:\uff1a]?$", re.IGNORECASE)
STATUS = re.compile(r"^(?:HTTP\s*)?状态码\s*[:\uff1a]?\s*([1-5]\d\d)$")
OUTCOME = re.compile(r"^(?:成功|失败|错误|正常|异常)(?:示例|响应|返回)(?:示例)?\s*[:\uff1a]?$")
FAILURE = re.compile(r"^(?:失败|错误|异常)")
FURNITURE = re.compile(r"^上为.{1,8}[/\uff0f].{0,3}下为.{1,8}$")
REQUEST_LABEL = re.compile(r"^(?:输入|请求|调用)示例\s*[:\uff1a]?$")
RESPONSE_LABEL = re.compile(r"^(?:输出示例|返回示例|响应示例|返回值|返回结果|响应)\s*[:\uff1a]?$")
OTHER_LABEL = re.compile(
    r"^(?:请求链接|请求地址|参数说明|请求参数说明|header|headers|请求头)\s*[:\uff1a]$", re.IGNORECASE
)
LABEL = re.compile(
    "|".join(
        p.pattern for p in (EXAMPLE_LABEL, STATUS, OUTCOME, FURNITURE, REQUEST_LABEL, RESPONSE_LABEL, OTHER_LABEL)
    ),
    re.IGNORECASE,
)
CALL = re.compile(r"^(get|post|put|patch|delete)\s*(/\S.*)$", re.IGNORECASE)
HOST = re.compile(r"^(get|post|put|patch|delete)\s*https?://[^/\s]+", re.IGNORECASE)
CALL_LINE = re.compile(rf"{CALL.pattern}|^(?:get|post|put|patch|delete)\s*https?://\S*[?&]Action=", re.IGNORECASE)
URL_CALL = re.compile(r"^(GET|POST|PUT|PATCH|DELETE)\s+(https?)://([^/\s?#]+)(/[^\s?#]*)?(?:[?#]\S*)?$")
ACTION_IN_PATH = re.compile(r"[?&]Action=([A-Za-z_]\w*)")
ACTION_ROW = re.compile(r"(?:取值|固定为|值为|取值为)\s*[:\uff1a]?\s*([A-Za-z_]\w*)")
FIXED = re.compile(r"(?:固定为|固定值|取值固定为|必须为)\s*[:\uff1a]?\s*[\"']?([\w\-.]+)")
COMMA_SEPARATED = re.compile(r"以?(?:英文)?逗号(?:分隔|隔开|分割)")
TYPE_SUFFIX = re.compile(r"\s+(?:类型|对象|结构体|结构)")
TYPE_TAIL = re.compile(r"\s*(?:类型|对象|结构体|结构)$")
PAGE_OF = re.compile(r"^page\s*(?:of\s+|<\s*)([A-Za-z_]\w*)\s*>?$", re.IGNORECASE)
CAPTION_NAME = re.compile(
    r"^([A-Z][A-Za-z0-9_]*)\s*(?:参数详情|参数详解|参数说明|参数信息|结构|对象|信息|说明|[:\uff1a])?$"
)
REFERS_TO = re.compile(
    r"(?:参见|参阅|参照|参考|详见|请见|查阅|查看|见)\s*[「《【\[]?([^「《【\[\]」》】,\uff0c。.\s]{2,20})[\]」》】]?\s*[。.]?$"
)
SCOPE_MODE = re.compile(r"^(读/写|读写|只读|只写|发布(?=授权))\s*")
RPC_LINK = re.compile(r"^统一(?:链接|地址|入口)\s*[:\uff1a]\s*(https?://[^/\s]+)(/\S*)?\s*$")
BEARER = re.compile(r"Authorization\s*[:\uff1a]\s*Bearer\b", re.IGNORECASE)
TOKEN = re.compile(r"Authorization\s*[:\uff1a]\s*([A-Za-z][\w\-]*)\s+[{<\w]")
HEADER_LINE = re.compile(r"^[A-Z][A-Za-z\-]+:\s\S")
LIST_PARAMETER = re.compile(r"^([A-Za-z_][\w.\-]*)\s*[:\uff1a]\s*(.*)$", re.DOTALL)

LAYOUT = GluedLayout(
    vocabulary=VOCABULARY,
    opening=frozenset({"request", "response", "description"}),
    prose=frozenset({"description"}),
    label=LABEL,
    call=CALL_LINE,
    type_suffix=TYPE_SUFFIX,
)
