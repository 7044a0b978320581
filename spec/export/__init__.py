"""Documents for other tools: other versions, other forms of RPC, parts of a document, other formats."""
