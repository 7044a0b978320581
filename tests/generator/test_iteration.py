"""What iteration over pages asks a server for, and when it ends: real requests, and a server with all its habits."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generator.importing import imported, part
from tests.generator.threaded_server import running

Document = dict[str, Any]
INTEGER: Document = {"type": "integer"}
TEXT: Document = {"type": "string"}
NOTES: Document = {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}
NOTES_OR_NULL: Document = {**NOTES, "type": ["array", "null"]}


def an_object(**properties: object) -> Document:
    return {"type": "object", "properties": properties}


def a_get(name: str, schema: object, headers: tuple[str, ...] = (), **parameters: object) -> Document:
    shown = {header: {"schema": TEXT} for header in headers}
    result = {"description": "", "headers": shown, "content": {"application/json": {"schema": schema}}}
    sent = [{"name": wire, "in": "query", "schema": kind} for wire, kind in parameters.items()]
    return {f"/{name}": {"get": {"operationId": name, "parameters": sent, "responses": {"200": result}}}}


def an_action(name: str, schema: object, **properties: object) -> Document:
    body = {"content": {"application/json": {"schema": an_object(**properties)}}}
    result = {"description": "", "content": {"application/json": {"schema": an_object(Response=schema)}}}
    operation = {"operationId": name, "x-rpc-action": name, "requestBody": body, "responses": {"200": result}}
    return {f"/{name}": {"post": operation}}


DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "components": {"schemas": {"Note": {**an_object(id=INTEGER), "required": ["id"]}}},
    "paths": {
        **a_get("offset", NOTES, ("X-Total",), offset=INTEGER, limit=INTEGER, word=TEXT),
        **a_get("bare", NOTES, offset=INTEGER, limit=INTEGER),
        **a_get("page", NOTES, ("X-Next-Page",), page=INTEGER, per_page=INTEGER),
        **a_get("only_page", NOTES, page=INTEGER, per_page=INTEGER),
        **a_get("token", an_object(items=NOTES, meta=an_object(next_cursor=TEXT)), cursor=TEXT, limit=INTEGER),
        **a_get("twice", an_object(Rows=NOTES_OR_NULL, rows=NOTES_OR_NULL, next=TEXT), offset=INTEGER, limit=INTEGER),
        **an_action(
            "DescribeNotes",
            an_object(Data=an_object(TotalCount={"type": ["integer", "null"]}, NoteList=NOTES)),
            PageNumber=INTEGER,
            PageSize=INTEGER,
        ),
        **an_action("ListNotes", an_object(NoteList=NOTES), Offset=INTEGER, Limit=INTEGER),
    },
}
#: Operation → the names of its position and size.
OPERATIONS = {
    "offset": ("offset", "limit"),
    "bare": ("offset", "limit"),
    "page": ("page", "per_page"),
    "only_page": ("page", "per_page"),
    "token": ("cursor", "limit"),
    "twice": ("offset", "limit"),
    "DescribeNotes": ("PageNumber", "PageSize"),
    "ListNotes": ("Offset", "Limit"),
}
COUNTED_BY_PAGE = frozenset({"page", "only_page", "DescribeNotes"})
TOO_MANY = 30
Change = Callable[["Notebook"], None]


@dataclass
class Notebook:
    """What the server has, and its habits.

    Attributes:
        notes: All items.
        cap: The most items that it gives at once; also what it gives when nothing is asked for.
        ignores_position: Whether every page is the first one.
        circle: The tokens that it gives, in turn and without end.
        clamps: Whether the last page comes for every number behind it.
        failures: Number of a request → the status that it gets.
        changes: Number of a request → what happens before it is answered.
        total: What it claims as total instead of the truth.
        hidden: Whether the last of each page but the last page is left out, as filters do after the cut.
        requests: What arrived: the arguments, and the headers.
    """

    notes: list[Any] = field(default_factory=list)
    cap: int = 100
    ignores_position: bool = False
    circle: tuple[str, ...] = ()
    clamps: bool = False
    failures: dict[int, int] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    total: int | None = None
    hidden: bool = False
    requests: list[tuple[dict[str, Any], dict[str, str]]] = field(default_factory=list)

    def positions(self, operation: str) -> list[Any]:
        """Return the positions that were asked for."""
        return [arguments.get(OPERATIONS[operation][0]) for arguments, _ in self.requests]

    def reply(self, operation: str, arguments: dict[str, Any]) -> tuple[int, Any, dict[str, str]]:
        number = len(self.requests)
        self.changes.get(number, lambda _: None)(self)
        if number > TOO_MANY:
            # A client that does not stop would hang the tests.
            return 508, {"message": "endless"}, {}
        if number in self.failures:
            return self.failures[number], {"message": "no"}, {}
        position, size = OPERATIONS[operation]
        count = min(int(arguments.get(size, self.cap)), self.cap)
        start = self.start(operation, arguments.get(position), count)
        end = start + count
        shown = self.notes[start:end]
        if self.hidden and end < len(self.notes):
            shown = shown[:-1]
        return 200, *self.written(operation, shown, end, end // count + 1)

    def start(self, operation: str, position: Any, count: int) -> int:
        if self.ignores_position or position is None:
            return 0
        start = (int(position) - 1) * count if operation in COUNTED_BY_PAGE else int(str(position).lstrip("t"))
        return min(start, (len(self.notes) - 1) // count * count) if self.clamps else start

    def written(self, operation: str, shown: list[Any], end: int, page: int) -> tuple[Any, dict[str, str]]:
        total = len(self.notes) if self.total is None else self.total
        has_more = end < len(self.notes)
        match operation:
            case "offset":
                return shown, {"X-Total": str(total)}
            case "page":
                return shown, {"X-Next-Page": str(page) if has_more else ""}
            case "token":
                token = f"t{end}" if has_more else ""
                token = self.circle[(len(self.requests) - 1) % len(self.circle)] if self.circle else token
                return {"items": shown, "meta": {"next_cursor": token}}, {}
            case "twice":
                # Of two spellings one is null, and a documented sign of the next page never comes.
                return {"Rows": None, "rows": shown}, {}
            case "DescribeNotes":
                return {"Response": {"Data": {"TotalCount": total, "NoteList": shown}}}, {}
            case "ListNotes":
                return {"Response": {"NoteList": shown}}, {}
        return shown, {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave together: apart, they wait for an acknowledgement.
    wbufsize = -1
    notebook = Notebook()

    def do_GET(self) -> None:
        target = urlsplit(self.path)
        self.answer(target.path.strip("/"), dict(parse_qsl(target.query)))

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(urlsplit(self.path).path.strip("/"), json.loads(content))

    def answer(self, operation: str, arguments: dict[str, Any]) -> None:
        notebook = type(self).notebook
        notebook.requests.append((arguments, {name.lower(): value for name, value in self.headers.items()}))
        status, body, headers = notebook.reply(operation, arguments)
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Type": "application/json", "Content-Length": len(content)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("paged")) as module:
        yield module


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as server:
        yield f"http://127.0.0.1:{server.server_port}"


class Reader:
    """Reads all items or pages of an operation with a `Client`."""

    def __init__(self, package: ModuleType, url: str) -> None:
        self.package = package
        self.settings: dict[str, Any] = {"base_url": url, "retries": package.RetryPolicy(retries=0)}
        self.errors = part(package, "exceptions")

    def method(self, client: Any, operation: str) -> Any:
        names = {"DescribeNotes": "iter_describe_notes", "ListNotes": "iter_list_notes"}
        return getattr(client.default, names.get(operation, f"iter_{operation}"))

    def read(self, operation: str, /, *, pages: bool = False, into: list[Any] | None = None, **given: Any) -> list[Any]:
        found = [] if into is None else into
        # Certificates, which nobody shows here, take most of the time of making a client.
        with httpx2.Client(verify=False) as http:
            iteration = self.method(self.package.Client(**self.settings, http_client=http), operation)(**given)
            found.extend(iteration.pages() if pages else iteration)
        return found


class AsyncReader(Reader):
    """Reads them with an `AsyncClient`."""

    def read(self, operation: str, /, *, pages: bool = False, into: list[Any] | None = None, **given: Any) -> list[Any]:
        found = [] if into is None else into

        async def run() -> None:
            async with httpx2.AsyncClient(verify=False) as http:
                client = self.package.AsyncClient(**self.settings, http_client=http)
                iteration = self.method(client, operation)(**given)
                async for item in iteration.pages() if pages else iteration:
                    found.append(item)

        asyncio.run(run())
        return found


@pytest.fixture(params=[Reader, AsyncReader], ids=["Client", "AsyncClient"])
def reader(request: pytest.FixtureRequest, package: ModuleType, url: str) -> Reader:
    return request.param(package, url)


@pytest.fixture
def notebook() -> Notebook:
    Handler.notebook = Notebook(notes=a_number_of(5), cap=2)
    return Handler.notebook


def a_number_of(count: int) -> list[Document]:
    return [{"id": number} for number in range(count)]


def numbers(items: list[Any]) -> list[int]:
    return [item.id for item in items]


WITH_EMPTY_PAGE = {
    "offset": ["0", "2", "4"],
    "bare": ["0", "2", "4", "5"],
    "page": ["1", "2", "3"],
    "only_page": ["1", "2", "3", "4"],
    "token": [None, "t2", "t4"],
    "twice": ["0", "2", "4", "5"],
    "DescribeNotes": [1, 2, 3],
    "ListNotes": [0, 2, 4, 5],
}


@pytest.mark.parametrize(("operation", "positions"), WITH_EMPTY_PAGE.items(), ids=WITH_EMPTY_PAGE)
def test_all_items_come_in_order(operation: str, positions: list[Any], reader: Reader, notebook: Notebook):
    items = reader.read(operation)
    assert numbers(items) == [0, 1, 2, 3, 4]
    assert {type(item) for item in items} == {part(reader.package, "models").Note}
    assert notebook.positions(operation) == positions


@pytest.mark.parametrize("operation", OPERATIONS)
def test_empty_list_has_no_items_and_one_page(operation: str, reader: Reader, notebook: Notebook):
    notebook.notes = []
    assert reader.read(operation) == []
    assert len(notebook.requests) == 1
    assert len(reader.read(operation, pages=True)) == 1


PAGES: dict[str, Callable[[Any], Any]] = {
    "token": lambda page: page.items,
    "twice": lambda page: page.rows,
    "DescribeNotes": lambda page: page.response.data.note_list,
    "ListNotes": lambda page: page.response.note_list,
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_pages_are_the_typed_results_without_the_empty_end(operation: str, reader: Reader, notebook: Notebook):
    pages = [PAGES.get(operation, list)(page) for page in reader.read(operation, pages=True)]
    assert [numbers(page) for page in pages] == [[0, 1], [2, 3], [4]]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_server_that_caps_the_size_loses_nothing(operation: str, reader: Reader, notebook: Notebook):
    size = {"limit": "limit", "per_page": "per_page", "PageSize": "page_size", "Limit": "limit"}
    wire = OPERATIONS[operation][1]
    assert numbers(reader.read(operation, **{size[wire]: 50})) == [0, 1, 2, 3, 4]
    assert {arguments[wire] for arguments, _ in notebook.requests} <= {"50", 50}


@pytest.mark.parametrize("operation", ["page", "only_page", "token", "DescribeNotes"])
def test_short_page_in_the_middle_is_not_the_end(operation: str, reader: Reader, notebook: Notebook):
    notebook.notes, notebook.hidden = a_number_of(7), True
    assert numbers(reader.read(operation)) == [0, 2, 4, 6]


def test_iteration_begins_where_it_is_told(reader: Reader, notebook: Notebook):
    assert numbers(reader.read("offset", offset=3)) == [3, 4]
    assert notebook.positions("offset") == ["3"]
    assert numbers(reader.read("only_page", page=2)) == [2, 3, 4]
    assert numbers(reader.read("DescribeNotes", page_number=3)) == [4]
    assert numbers(reader.read("token", cursor="t4")) == [4]


def test_position_behind_the_end_gives_nothing(reader: Reader, notebook: Notebook):
    assert reader.read("offset", offset=9) == []
    assert reader.read("page", page=9) == []


def test_other_arguments_and_options_are_those_of_every_page(reader: Reader, notebook: Notebook):
    reader.read("offset", limit=2, word="w", extra_headers={"X-Trace": "7"}, extra_query={"more": "m"})
    assert [arguments for arguments, _ in notebook.requests] == [
        {"offset": offset, "limit": "2", "word": "w", "more": "m"} for offset in ("0", "2", "4")
    ]
    assert [headers["x-trace"] for _, headers in notebook.requests] == ["7", "7", "7"]


def test_timeout_is_that_of_every_page(reader: Reader, notebook: Notebook):
    waiting = threading.Event()
    notebook.changes = {2: lambda _: waiting.wait(5) and None}
    found: list[Any] = []
    with pytest.raises(reader.errors.RequestTimeoutError):
        reader.read("offset", into=found, timeout=0.3)
    waiting.set()
    assert numbers(found) == [0, 1]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_error_in_the_middle_comes_after_the_items_before_it(operation: str, reader: Reader, notebook: Notebook):
    notebook.failures = {2: 404}
    found: list[Any] = []
    with pytest.raises(reader.errors.NotFoundError):
        reader.read(operation, into=found)
    assert numbers(found) == [0, 1]


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if name != "token"])
def test_server_that_ignores_the_position_is_an_error(operation: str, reader: Reader, notebook: Notebook):
    notebook.ignores_position = True
    found: list[Any] = []
    with pytest.raises(reader.errors.PagingError, match="the same items as the page before"):
        reader.read(operation, into=found)
    assert numbers(found) == [0, 1]
    assert len(notebook.requests) == 2


@pytest.mark.parametrize(
    ("circle", "count"), [(("t2",), 9), (("t2", "t4"), 9), (("t2", "t4"), 0), (("t2", "t4", "t6"), 9)]
)
def test_token_that_comes_again_is_an_error(circle: tuple[str, ...], count: int, reader: Reader, notebook: Notebook):
    notebook.notes, notebook.circle = a_number_of(count), circle
    with pytest.raises(reader.errors.PagingError, match="cursor='t2' was asked for before"):
        reader.read("token")
    assert notebook.positions("token") == [None, *circle]


def test_empty_page_that_repeats_its_own_token_is_the_last(reader: Reader, notebook: Notebook):
    notebook.circle, notebook.changes = ("t4",), {2: lambda book: book.notes.clear()}
    assert numbers(reader.read("token")) == [0, 1]


def test_token_that_was_given_may_not_come_again(reader: Reader, notebook: Notebook):
    notebook.circle = ("t4", "t2")
    with pytest.raises(reader.errors.PagingError, match="cursor='t2' was asked for before"):
        reader.read("token", cursor="t2")


@pytest.mark.parametrize("operation", ["token", "offset", "DescribeNotes"])
def test_pages_of_one_item_may_be_equal_where_something_else_tells_the_end(
    operation: str, reader: Reader, notebook: Notebook
):
    notebook.notes, notebook.cap = [{"id": 7}] * 3, 1
    assert numbers(reader.read(operation)) == [7, 7, 7]


def test_token_tells_equal_pages_apart(reader: Reader, notebook: Notebook):
    notebook.notes = [{"id": 7}] * 6
    assert numbers(reader.read("token")) == [7] * 6


def test_last_page_that_comes_again_for_numbers_behind_it_is_the_end(reader: Reader, notebook: Notebook):
    notebook.clamps = True
    assert numbers(reader.read("only_page")) == [0, 1, 2, 3, 4]
    assert notebook.positions("only_page") == ["1", "2", "3", "4"]


def test_total_that_grows_is_followed(reader: Reader, notebook: Notebook):
    notebook.changes = {3: lambda book: book.notes.append({"id": 5}), 4: lambda book: book.notes.append({"id": 6})}
    assert numbers(reader.read("offset")) == [0, 1, 2, 3, 4, 5]


def test_total_that_shrinks_ends_the_iteration(reader: Reader, notebook: Notebook):
    notebook.changes = {2: lambda book: book.notes.pop()}
    assert numbers(reader.read("DescribeNotes")) == [0, 1, 2, 3]
    assert len(notebook.requests) == 2


@pytest.mark.parametrize("total", [0, 1, -1])
def test_total_that_the_page_itself_contradicts_ends_nothing(total: int, reader: Reader, notebook: Notebook):
    notebook.total = total
    assert numbers(reader.read("DescribeNotes")) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("position", ["soon", "²", 1.5, True, [1]])
def test_position_that_is_no_number_is_refused_before_anything_is_sent(
    position: object, reader: Reader, notebook: Notebook
):
    with pytest.raises(reader.errors.ArgumentError, match="offset"):
        reader.read("offset", offset=position)
    assert notebook.requests == []


def test_misspelt_argument_is_refused_at_once(package: ModuleType, url: str, notebook: Notebook):
    for kind in ("Client", "AsyncClient"):
        client = getattr(package, kind)(base_url=url)
        with pytest.raises(TypeError, match=r"iter_offset\(\).*'ofset'; did you mean 'offset'"):
            client.default.iter_offset(ofset=3)


def test_iteration_has_no_raw_response(package: ModuleType, url: str, notebook: Notebook):
    for kind in ("Client", "AsyncClient"):
        client = getattr(package, kind)(base_url=url)
        with pytest.raises(TypeError, match="no raw response"):
            client.with_raw_response(client.default.iter_offset)()


def test_pages_are_fetched_when_they_are_asked_for(package: ModuleType, url: str, notebook: Notebook):
    with package.Client(base_url=url) as client:
        iteration = client.default.iter_offset()
        assert notebook.requests == []
        assert numbers(list(islice(iteration, 2))) == [0, 1]
        assert len(notebook.requests) == 1
        assert numbers(list(islice(iteration, 3))) == [0, 1, 2]
        assert len(notebook.requests) == 3


def test_every_iteration_starts_again(package: ModuleType, url: str, notebook: Notebook):
    with package.Client(base_url=url) as client:
        iteration = client.default.iter_token()
        assert numbers(list(iteration)) == numbers(list(iteration)) == [0, 1, 2, 3, 4]
        assert [len(page.items) for page in iteration.pages()] == [2, 2, 1]


def test_async_iteration_starts_again(package: ModuleType, url: str, notebook: Notebook):
    async def run() -> None:
        async with package.AsyncClient(base_url=url) as client:
            iteration = client.default.iter_page()
            first = [item async for item in iteration]
            assert numbers(first) == numbers([item async for item in iteration]) == [0, 1, 2, 3, 4]

    asyncio.run(run())


@pytest.fixture(scope="module")
def client(package: ModuleType, url: str) -> Iterator[Any]:
    with package.Client(base_url=url) as client:
        yield client


@given(
    count=st.integers(0, 12),
    cap=st.integers(1, 7),
    size=st.none() | st.integers(1, 9),
    operation=st.sampled_from(sorted(OPERATIONS)),
    start=st.integers(0, 14),
)
@settings(max_examples=150, deadline=None)
def test_every_item_comes_once_and_in_order(
    package: ModuleType, url: str, client: Any, count: int, cap: int, size: int | None, operation: str, start: int
):
    Handler.notebook = Notebook(notes=a_number_of(count), cap=cap)
    names = {"DescribeNotes": ("page_number", "page_size"), "ListNotes": ("offset", "limit")}
    position, amount = names.get(operation, OPERATIONS[operation])
    given: dict[str, Any] = {} if size is None else {amount: size}
    begin = 0
    if operation not in ("token", *COUNTED_BY_PAGE):
        given[position], begin = start, start
    elif operation in COUNTED_BY_PAGE and start:
        given[position], begin = start, (start - 1) * min(size or cap, cap)
    iteration = Reader(package, url).method(client, operation)(**given)
    assert numbers(list(iteration)) == list(range(begin, count))
