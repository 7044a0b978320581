"""Readers: one file format each, to blocks."""
