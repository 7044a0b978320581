"""The generating half: an OpenAPI document becomes a typed Python client package with contract tests."""
