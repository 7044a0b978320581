"""Passes: facts of pages in, reconciled facts out. None changes its argument."""
