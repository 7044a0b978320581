"""The documents in the hands of other tools: what each makes of every form, in docs/exports.md."""
