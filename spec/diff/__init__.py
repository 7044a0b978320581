"""What changed between two OpenAPI documents, how bad it is, and how to print it."""
