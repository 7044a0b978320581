"""Examples in the forms that pages print them: commands, several requests in a block, markup."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.facts import PageFacts
from scraper.readers.formats import read_blocks
from spec.model import Operation
from tests.scraper.huawei.reading import only, page

FRAME = """# Adding a Book

## URI

POST /v3/shelves/{{shelf_id}}/books

## Request

-   Parameter description

    | Parameter | Mandatory | Type | Description |
    |---|---|---|---|
    | book | Yes | Object | The book. |

{examples}
"""


def read(examples: str, frame: str = FRAME) -> PageFacts:
    given = page(frame.format(examples=examples), "a.md")
    blocks, _ = read_blocks(given, DIALECT)
    return DIALECT.parse(given, blocks)


def bodies(operation: Operation) -> list[object]:
    assert operation.request_body is not None
    return [example.value for example in operation.request_body.content[0].examples]


def answers(operation: Operation) -> dict[str, list[object]]:
    return {r.status: [e.value for media in r.content for e in media.examples] for r in operation.responses}


def values(operation: Operation, name: str) -> list[object]:
    return [e.value for p in operation.parameters if p.property.name == name for e in p.examples]


def shelf(operation: Operation) -> list[object]:
    return values(operation, "shelf_id")


def test_a_command_gives_its_body_its_headers_and_the_values_of_its_url() -> None:
    facts = read("""-   Sample request

    ```
    curl -i -k -H "X-Auth-Token:$token" -X POST -d'{"book":{"title":"a b"}}' https://10.0.0.1:9/v3/shelves/s7/books
    ```
""")
    assert bodies(only(facts)) == [{"book": {"title": "a b"}}]
    assert facts.accounting.unread == ()
    assert facts.api.servers == ()


def test_a_command_that_sends_a_file_sends_the_template_above_it() -> None:
    facts = read("""-   Sample request

    ```
    1. Make the file ${name}.json from this template.
    {
        "book": {"title": "x"}
    }
    2. Run this command beside it.
    curl -X POST -d @${name}.json https://api.example.test/v3/shelves/s7/books
    3. Remove it.
    rm ${name}.json
    ```
""")
    assert bodies(only(facts)) == [{"book": {"title": "x"}}]
    assert facts.accounting.unread == ()


def test_a_label_may_hold_the_request_line() -> None:
    facts = read("""-   Example request (two): POST https://\\{endpoint\\}/v3/shelves/s8/books

    ```
    {"book": {}}
    ```
""")
    assert bodies(only(facts)) == [{"book": {}}]
    assert facts.accounting.unread == ()


def test_one_block_may_hold_several_requests_with_words_above_each() -> None:
    facts = read("""## Example Request

```
Adding a thin book:
POST https://{endpoint}/v3/shelves/s1/books
{"book": {"pages": 1}}
Adding a thick book:
POST https://{endpoint}/v3/shelves/s2/books
{"book": {"pages": 999}}
```
""")
    operation = only(facts)
    assert operation.request_body is not None
    shown = operation.request_body.content[0].examples
    assert [(e.name, e.summary, e.value) for e in shown] == [
        ("example-1", "Adding a thin book", {"book": {"pages": 1}}),
        ("example-2", "Adding a thick book", {"book": {"pages": 999}}),
    ]
    assert facts.accounting.unread == ()


def test_requests_of_other_operations_and_their_answers_are_not_of_this_one() -> None:
    facts = read("""## Example

-   Step 1: Find the shelf.

    ```
    GET https://{endpoint}/v3/shelves?room=1
    ```

    Example response

    ```
    {"shelves": []}
    ```

-   Step 2: Add the book.

    ```
    POST https://{endpoint}/v3/shelves/s3/books

    {"book": {}}
    ```

    Example response

    ```
    {"id": 5}
    ```
""")
    operation = only(facts)
    assert bodies(operation) == [{"book": {}}]
    assert answers(operation) == {"2XX": [{"id": 5}]}
    assert [parameter.property.name for parameter in operation.parameters] == []
    assert facts.accounting.unread == ()


URL = """| Parameter | Mandatory | Description |
|---|---|---|
| shelf_id | Yes | Which. |

**Example**

```
{examples}
```
"""


@pytest.mark.parametrize("start", ["/", "", "https://api.example.test/"])
def test_a_url_without_its_method_is_an_example_where_it_is_one_of_this_operation(start: str) -> None:
    frame = FRAME.replace("## Request\n", f"{URL}\n## Request\n").replace("| The book. |\n\n{examples}", "| A book. |")
    facts = read(f"{start}v3/shelves/s4/books", frame)
    assert shelf(only(facts)) == ["s4"]
    assert facts.accounting.unread == ()
    facts = read(f"{start}v3/else", frame)
    assert shelf(only(facts)) == []
    assert facts.accounting.unread


def test_json_that_is_cut_into_several_blocks_is_one_example() -> None:
    facts = read('Example request:\n\n```\n{\n```\n\n```\n "book": {}\n```\n\n```\n}\n```\n')
    assert bodies(only(facts)) == [{"book": {}}]
    assert facts.accounting.unread == ()


def test_documents_with_words_above_each_are_an_example_each() -> None:
    facts = read("""## Example Response

```
When all is well:
{"id": 1}
When it is late:
{"id": 2}
```
""")
    assert answers(only(facts)) == {"2XX": [{"id": 1}, {"id": 2}]}
    assert facts.accounting.unread == ()


@pytest.mark.parametrize("start", ['<?xml version="1.0"?>\n', ""])
def test_markup_is_the_example_of_an_answer_without_table(start: str) -> None:
    text = f"{start}<Shelf>\n  <id>1</id>\n</Shelf>"
    facts = read(f"## Example Response\n\n```\n{text}\n```\n")
    (response,) = only(facts).responses
    assert [(m.name, [e.value for e in m.examples]) for m in response.content] == [("application/xml", [text])]
    assert facts.accounting.unread == ()


def test_markup_beside_a_table_stays_unread() -> None:
    table = "| Parameter | Type | Description |\n|---|---|---|\n| id | String | Its id. |"
    facts = read(f"## Response\n\n{table}\n\n## Example Response\n\n```\n<Shelf/>\n```\n")
    (response,) = only(facts).responses
    assert [media.name for media in response.content] == ["application/json"]
    assert facts.accounting.unread


STEPS = """URI

POST /v3/shelves/{shelf_id}/books

Response

Response parameters

None

Example

Step 1: Find the room.

GET https://{endpoint}/v3/rooms?name=hall

Example response

{
    "rooms": ["r1"]
}

Step 2: Add the book.

POST https://{endpoint}/v3/shelves/s1/books

{
    "book": {"id": 1}
}

Example response

{
    "id": 1
}
"""


def test_text_of_a_page_shows_calls_of_others_below_the_word_example() -> None:
    blocks, _ = DIALECT.read_dump(page(STEPS))
    operation = only(DIALECT.parse(page(STEPS), blocks))
    assert bodies(operation) == [{"book": {"id": 1}}]
    assert answers(operation) == {"2XX": [{"id": 1}]}
