import pytest

from spec.load import DocumentError, load_document

YAML = "openapi: 3.1.0\ninfo: {title: T, version: 1}\npaths: {}\n"


def write(tmp_path, content, name="api.yaml"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.0", "3.1.1"])
def test_openapi_3_is_read(tmp_path, version):
    document = load_document(write(tmp_path, YAML.replace("3.1.0", version)))
    assert document == {"openapi": version, "info": {"title": "T", "version": 1}, "paths": {}}


def test_keys_are_strings_and_dates_stay_text(tmp_path):
    text = YAML.replace("{}", "{/a: {get: {responses: {200: {description: yes, x-on: 2020-01-01}}}}}")
    assert load_document(write(tmp_path, text))["paths"]["/a"]["get"]["responses"] == {
        "200": {"description": "yes", "x-on": "2020-01-01"}
    }


def test_json_with_escapes_tabs_and_byte_order_mark_is_read(tmp_path):
    text = '\ufeff{"openapi": "3.1.0",\n\t"info": {"title": "\\ud83d\\ude00 \\/"}, "paths": {}}'
    assert load_document(write(tmp_path, text, "api.json"))["info"] == {"title": "😀 /"}


def test_yaml_flow_style_is_read(tmp_path):
    assert load_document(write(tmp_path, "{openapi: 3.0.3, info: {}, paths: {}}"))["openapi"] == "3.0.3"


@pytest.mark.parametrize(
    ("content", "name", "line", "expected"),
    [
        ("", "a.yaml", 1, "expected an OpenAPI document, found nothing"),
        ("- a", "a.yaml", 1, "expected an OpenAPI document, found a list"),
        ("just text", "a.yaml", 1, "expected an OpenAPI document, found 'just text'"),
        ("info: {}\nswagger: '2.0'\n", "a.yaml", 2, "expected OpenAPI 3.0 or 3.1, found Swagger 2.0"),
        ('{"info": {},\n\n"swagger": "2.0"}', "a.json", 3, "expected OpenAPI 3.0 or 3.1, found Swagger 2.0"),
        ("info: {}\n", "a.yaml", 1, "expected OpenAPI 3.0 or 3.1, found no key 'openapi'"),
        ("\nopenapi: 3.1\n", "a.yaml", 2, "expected OpenAPI 3.0.x or 3.1.x, found '3.1'"),
        ("openapi: 4.0.0\n", "a.yaml", 1, "expected OpenAPI 3.0.x or 3.1.x, found '4.0.0'"),
        ("openapi: 3.1.0\ninfo: {}\n", "a.yaml", 1, "expected an OpenAPI document with paths"),
        ("openapi: 3.1.0\ninfo: {}\npaths: []\n", "a.yaml", 3, "expected a mapping under 'paths', found a list"),
        (YAML + "info: {}\n", "a.yaml", 4, "expected distinct keys, found 'info' twice"),
        ('{"openapi": "3.1.0",\n"a": 1,\n"a": 2}', "a.json", 3, "expected distinct keys, found 'a' twice"),
        ('{"openapi": "3.1.0",\n"a": "\\ud83d"}', "a.json", 2, "expected YAML: found invalid Unicode"),
        ('{"openapi": "3.1.0",\n"a": }', "a.json", 2, "expected JSON: Expecting value"),
        ('{"a": NaN}', "a.json", 1, "expected a JSON number, found NaN"),
        ('{"a": ' * 3000, "a.json", 1, "expected"),
        ('{"a": ' * 500 + "1" + "}" * 500, "a.json", 1, "expected at most 200 levels of nesting"),
        ("a: [1,\nb: }", "a.yaml", 2, "expected YAML"),
        (b"openapi: 3.1.0\n\xff", "a.yaml", 2, "expected UTF-8 text, found byte 0xff"),
        (b"\x89PNG\r\n\x1a\n\x00", "a.yaml", 1, "expected UTF-8 text"),
    ],
)
def test_other_files_give_one_line_with_file_and_line(tmp_path, content, name, line, expected):
    path = write(tmp_path, content, name)
    with pytest.raises(DocumentError) as caught:
        load_document(path)
    assert str(caught.value).startswith(f"{path}:{line}: {expected}")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(DocumentError, match="expected a readable file"):
            load_document(path)
