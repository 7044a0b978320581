"""Drift: pages, documents and generated code that no longer say the same."""
