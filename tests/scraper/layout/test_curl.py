import pytest

from scraper.blocks import Code
from scraper.layout.curl import Curl, is_curl, read_curls


def read(text: str) -> tuple[Curl, ...]:
    return read_curls(Code(text, 1, text.count("\n") + 3, 2, "shell"))


URL = "https://h.example.com/api/v4/a"


@pytest.mark.parametrize(
    ("text", "method", "pairs", "data", "is_form"),
    [
        (f"curl {URL}", "GET", [], "", False),
        (f'curl --request DELETE "{URL}"', "DELETE", [], "", False),
        (f"curl -XPUT '{URL}' -d a=1 -d 'b=2&c=3'", "PUT", [("a", "1"), ("b", "2"), ("c", "3")], "", False),
        (f'curl --data-urlencode "a=x y&z" {URL}', "POST", [("a", "x y&z")], "", False),
        (f'curl --form "f=@x.png" --form n=1 {URL}', "POST", [("f", "@x.png"), ("n", "1")], "", True),
        (f"curl --json '{{\"a\": 1}}' {URL}", "POST", [], '{"a": 1}', False),
        (f"curl --get --data a=1 {URL}", "GET", [("a", "1")], "", False),
        (f"curl --head {URL} | grep x", "HEAD", [], "", False),
        (f'curl --url "{URL}" \\\n  --data \'{{"a":\n 1}}\'', "POST", [], '{"a":\n 1}', False),
    ],
)
def test_a_command_says_what_it_sends(text, method, pairs, data, is_form):
    (curl,) = read(text)
    assert (curl.url, curl.method, curl.pairs, curl.data, curl.is_form) == (URL, method, pairs, data, is_form)


def test_several_commands_have_their_own_lines():
    found = read(f"# first\n$ curl {URL}\n\ncurl \\\n  {URL}/2\n")
    assert [(curl.url, curl.first, curl.last) for curl in found] == [(URL, 3, 3), (f"{URL}/2", 5, 6)]


def test_headers_are_kept():
    (curl,) = read(f'curl -H "PRIVATE-TOKEN: abc" --header "Content-Type: application/json" {URL}')
    assert curl.header("private-token") == "abc"
    assert curl.header("Accept") is None


def test_text_of_a_shell_variable_is_sent():
    (curl,) = read(f'BODY=$(cat << \'JSON\'\n{{"a": 1}}\nJSON\n)\ncurl --data "$BODY" {URL}')
    assert curl.data == '{"a": 1}'


def test_a_quote_that_is_never_closed_ends_with_the_command():
    (curl,) = read(f'curl --header "A: b" "{URL}')
    assert curl.url == URL


def test_other_code_is_no_curl():
    assert not is_curl(Code("puts 'curl x'", 1, 1, 1, "ruby"))
    assert not is_curl(Code("GET /curl", 1, 1, 1, ""))
