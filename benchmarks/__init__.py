"""Ratios of the budgets, measured on one machine in one run: `make bench`."""
