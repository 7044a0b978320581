"""Pages to intermediate representation: readers, dialects, passes."""
