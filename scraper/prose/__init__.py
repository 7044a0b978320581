"""Prose: the facts that descriptions state in words."""
