"""The contract: intermediate representation, diagnostics, OpenAPI documents."""
