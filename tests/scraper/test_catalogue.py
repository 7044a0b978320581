"""Every code of the catalogue, produced by a small page; a code without one fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import scraper.reading
from scraper.batch import read_files
from scraper.blocks import Block
from scraper.dialects import Dialect, find_dialect
from scraper.page import Page, parse_page
from scraper.pipeline import join_readings, scrape_pages
from scraper.readers.formats import read_blocks
from scraper.reading import PageFile, Reader
from spec.diagnostics import CATALOGUE, Diagnostic
from tests.scraper.coding import pages

REST = """# Creating a Thing

## Function

Creates a thing.

## URI

POST /v1/{project_id}/things

**Table 1** Path parameters

| Parameter | Mandatory | Type | Description |
| --- | --- | --- | --- |
| project_id | Yes | String | Project ID. |

## Request Parameters

**Table 2** Request body parameters

| Parameter | Mandatory | Type | Description |
| --- | --- | --- | --- |
| thing_name | Yes | String | Name. |
| thing_size | No | Integer | Size. |
| thing_kind | No | String | Kind. |

## Response Parameters

Status code: 200

**Table 3** Response body parameters

| Parameter | Type | Description |
| --- | --- | --- |
| thing_name | String | Name. |
| thing_id | Integer | ID. |
| tags | Array of Tag objects | Tags. |

**Table 4** Tag

| Parameter | Type | Description |
| --- | --- | --- |
| key | String | Key. |

## Example Requests

POST https://{endpoint}/v1/12/things

```json
{"thing_name": "a", "thing_size": 1}
```

## Example Responses

Status code: 200

OK

```json
{"thing_name": "a", "thing_id": 7, "tags": [{"key": "k"}]}
```
"""

RPC = """# 接口

## 组一

### 查询甲

#### 输入参数

| 参数名称 | 必选 | 类型 | 描述 |
| --- | --- | --- | --- |
| Action | 是 | String | 公共参数,取值:DescribeA |
| Id | 是 | Integer | 编号 |

#### 输出参数

| 参数名称 | 类型 | 描述 |
| --- | --- | --- |
| A | Alpha | 甲 |

#### Alpha

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| Code | Integer | 号码 |

post /open-api?Action=DescribeA

状态码 200

输入示例

```json
{"Action": "DescribeA", "Id": 1}
```

输出示例

```json
{"Response": {"A": {"Code": 1}}}
```
"""

LINKS = """# Links API

## List links

```plaintext
GET /projects/:id/links
```

| Attribute | Type | Required | Description |
| --- | --- | --- | --- |
| `id` | integer | yes | The project |

```json
[{"id": 1}]
```
"""

BASES = {"huawei": REST, "coding": RPC, "gitlab": LINKS, "coding dump": pages.WHOLE, "gitlab misread": REST}
SECOND = RPC[RPC.index("### 查询甲") :]

# code: the dialect, and the changes (old text → new text) that make its page produce the code
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "example-type-mismatch": ("huawei", {'"thing_id": 7': '"thing_id": "x"'}),
    "example-undocumented-field": ("huawei", {'"thing_id": 7': '"thing_id": 7, "more": 1'}),
    "documented-field-missing-in-example": ("huawei", {', "thing_id": 7': ""}),
    "example-echo-mismatch": ("huawei", {'{"thing_name": "a", "thing_id"': '{"thing_name": "b", "thing_id"'}),
    "name-case-mismatch": ("huawei", {'"thing_id": 7': '"thing_ID": 7'}),
    "duplicate-row": ("huawei", {"| key | String | Key. |": "| key | String | Key. |\n| key | String | Again. |"}),
    "missing-type": ("huawei", {"| key | String |": "| key | |"}),
    "invalid-json": ("huawei", {'"thing_size": 1}': '"thing_size": 1,}'}),
    "wrong-action-in-example": ("coding", {'{"Action": "DescribeA"': '{"Action": "DeleteA"'}),
    "missing-action-row": ("coding", {"| Action | 是 | String | 公共参数,取值:DescribeA |\n": ""}),
    "missing-action-in-example": ("coding", {'{"Action": "DescribeA", ': "{"}),
    "undefined-structure": ("huawei", {"**Table 4** Tag\n": "**Table 4** Label\n"}),
    "duplicate-operation": ("coding", {RPC: RPC + SECOND}),
    "structure-redefined-differently": (
        "coding",
        {RPC: RPC + SECOND.replace("DescribeA", "DescribeB").replace("| Code | Integer", "| Key | String")},
    ),
    "endless-structure": (
        "huawei",
        {
            "| Parameter | Type | Description |\n| --- | --- | --- |\n| key | String | Key. |": (
                "| Parameter | Mandatory | Type | Description |\n| --- | --- | --- | --- |\n"
                "| key | No | String | Key. |\n| tag | Yes | Tag object | Another one. |"
            ),
            '[{"key": "k"}]': "[]",
        },
    ),
    "flattened-structure": (
        "coding",
        {'{"A": {"Code": 1}}': '{"A": {"Items": [{"Code": 1}], "Total": 1}}'}
        | {"| Code | Integer | 号码 |": "| Code | Integer | 号码 |\n| Total | Integer | 总数 |"},
    ),
    "truncated": ("coding dump", {}),
    "not-an-operation": (
        "gitlab",
        {
            '[{"id": 1}]\n```\n': '[{"id": 1}]\n```\n\n## Others\n\n'
            + "| Attribute | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | string | no | A |\n"
        },
    ),
    "broken-path": ("coding", {"post /open-api?Action=DescribeA": "post /查询甲", "取值:DescribeA": "说明"}),
    "array-vs-object": ("huawei", {"Array of Tag objects": "Tag object"}),
    "missing-output-table": ("gitlab", {}),
    "missing-response-table": ("gitlab", {'```json\n[{"id": 1}]\n```\n': ""}),
    "missing-enum-values": ("huawei", {"| key | String | Key. |": "| key | String | Key. Enumeration values: |"}),
    "missing-heading": ("coding", {"#### 输入参数\n\n": ""}),
    "missing-table-caption": ("huawei", {"**Table 4** Tag\n\n": ""}),
    "contradictory-range": ("huawei", {"ID. |": "ID. Value range: 1 to 5 Value range: 1 to 9 |"}),
    "broken-example-value": ("huawei", {'"key": "k"': '"key": "null,"'}),
    "assumed-scheme": (
        "huawei",
        {"## URI": "## Request Syntax\n\n```\nPUT /a HTTP/1.1\nHost: c.example.com\n```\n\n## More"},
    ),
    "assumed-media-type": (
        "huawei",
        {
            "## URI": "## Request Syntax\n\n```\nPUT /a HTTP/1.1\n```\n\n## More",
            '{"thing_name": "a", "thing_size": 1}': "",
        },
    ),
    "assumed-placeholder": ("huawei", {"## URI": "## Request Syntax\n\n```\nPUT /ObjectName HTTP/1.1\n```\n\n## More"}),
    "dangling-reference": ("huawei", {REST: REST + "\n## Error Codes\n\nSee Error Codes.\n"}),
    "empty-example": ("coding", {'```json\n{"Response": {"A": {"Code": 1}}}\n```\n': ""}),
    "placeholder-mismatch": ("gitlab", {"| `id` | integer | yes | The project |\n": "| `x` | integer | no | X |\n"}),
    "inconsistent-naming": (
        "huawei",
        {"| thing_size | No |": "| thing_shape | No | String | S. |\n| thingSize | No |"},
    ),
    "other-layout": ("gitlab misread", {}),
    "unread-block": ("huawei", {"## Example Requests": "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## Example Requests"}),
    "unknown-type": ("huawei", {"| key | String |": "| key | frob nicate |"}),
    "ambiguous-split": ("coding dump", {"Cover封面地址": "OwnerTeamMember成员"}),
}


#: Files that are skipped, each beside one that is read; the dialect of `reading-fault` is not well.
SKIPPED: dict[str, bytes] = {
    "unreadable-page": b"one\n\0",
    "no-operation": b"# A page\n\nabout nothing in particular\n",
    "reading-fault": REST.encode(),
}


def findings_of(dialect: str, text: str) -> tuple[Diagnostic, ...]:
    name, _, form = dialect.partition(" ")
    page = parse_page(text.encode(), "page.txt" if form else "page.md")
    return scrape_pages([page], find_dialect(name)).diagnostics


def changed(dialect: str, changes: dict[str, str]) -> str:
    text = BASES[dialect]
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_every_code_has_a_page_that_produces_it() -> None:
    about_pages = {code for code, rule in CATALOGUE.items() if rule.about != "overlay"}
    assert CASES.keys() | SKIPPED.keys() == about_pages
    assert not CASES.keys() & SKIPPED.keys()


@pytest.mark.parametrize("code", sorted(SKIPPED))
def test_a_page_that_is_skipped_says_why(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.md").write_text(REST)
    (tmp_path / "bad.md").write_bytes(SKIPPED[code])
    files = [PageFile(tmp_path / name, name) for name in ("good.md", "bad.md")]
    if code == "reading-fault":
        monkeypatch.setattr(scraper.reading, "read_blocks", fail_on_bad_page)
    found = join_readings(read_files(files, Reader("huawei")))
    (fault,) = found.faults
    assert (fault.code, fault.page, str(fault.severity)) == (code, "bad.md", "error")
    assert fault in found.diagnostics
    assert [operation.path for operation in found.api.operations] == ["/v1/{project_id}/things"]


def fail_on_bad_page(page: Page, dialect: Dialect) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
    if page.name == "bad.md":
        raise KeyError("missing")
    return read_blocks(page, dialect)


@pytest.mark.parametrize("code", sorted(CASES))
def test_the_page_of_a_code_produces_it(code: str) -> None:
    dialect, changes = CASES[code]
    found = findings_of(dialect, changed(dialect, changes))
    assert code in {finding.code for finding in found}


@pytest.mark.parametrize("code", sorted(code for code, (_, changes) in CASES.items() if changes))
def test_the_unchanged_page_does_not(code: str) -> None:
    dialect, _ = CASES[code]
    assert code not in {finding.code for finding in findings_of(dialect, BASES[dialect])}
