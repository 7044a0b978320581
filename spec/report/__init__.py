"""Findings of every command, in the forms that other programs read."""
